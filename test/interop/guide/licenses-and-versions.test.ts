import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../program.ts";
import { GuideLab } from "./guide-lab.ts";

needs("ssh");
needs("sshpass");
needs("curl");

/** One rich media session of each peer. */
const KEYS = "optionKeys: [E, T, G, Y1, I100]";

/** That one peer takes so many calls, and no more for want of licenses; they are ended then. */
async function expectCalls(lab: GuideLab, place: number, licenses: number): Promise<void> {
  const serials: string[] = [];
  for (let made = 0; made < licenses; made++) {
    const placed = await lab.does("call", "place", `expe${place}`, "--duration", "none", "--json");
    serials.push((JSON.parse(placed) as { serialNumber: string }).serialNumber);
  }
  expect(await lab.fails("call", "place", `expe${place}`)).toContain(
    `the license limit of ${licenses} rich media sessions is reached`,
  );
  await Promise.all(serials.map((serial) => lab.does("call", "end", serial)));
}

describe("licenses of a lost peer", () => {
  let lab: GuideLab;

  beforeAll(async () => {
    lab = await GuideLab.start(KEYS, KEYS, KEYS);
  });

  afterAll(() => lab?.stop());

  test("G1.4 stay in the pool for two weeks from the loss, over a restart of another, leave it, and return", async () => {
    await expectCalls(lab, 1, 3);
    await lab.does("power", "expe3", "off");
    await lab.pass("7d");
    await lab.types(1, "xcommand restart");
    await lab.pass("6d");
    await lab.pass("23h");
    await expectCalls(lab, 1, 3);
    await expectCalls(lab, 2, 3);
    await lab.pass("2h");
    await expectCalls(lab, 1, 2);
    await expectCalls(lab, 2, 2);
    await lab.does("power", "expe3", "on");
    await lab.pass("5m");
    await expectCalls(lab, 2, 3);
    expect(await lab.alarms()).toEqual([[], [], []]);
  });
});

describe("peers of two software versions", () => {
  let lab: GuideLab;

  beforeAll(async () => {
    lab = await GuideLab.start(KEYS, KEYS, `${KEYS}, version: X8.1.1`);
  });

  afterAll(() => lab?.stop());

  test("G2.1 are two clusters in one list: no licenses are shared between them and nothing is copied, also among equals", async () => {
    const versions = await lab.status("SystemUnit/Software/Version", "Version");
    expect(versions.map(([version]) => version)).toEqual(["X8.1", "X8.1", "X8.1.1"]);
    await expectCalls(lab, 1, 2);
    await expectCalls(lab, 2, 2);
    await expectCalls(lab, 3, 1);
    const before = await lab.values("Bandwidth Default");
    await lab.types(1, "xconfiguration Bandwidth Default: 512");
    await lab.pass("1d");
    expect(await lab.values("Bandwidth Default")).toEqual(["512", before[1], before[2]]);
    await expectCalls(lab, 3, 1);
  });
});
