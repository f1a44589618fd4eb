import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NETWORK } from "../loopback.ts";
import { temporaryDirectory, Xtwin, xtwin } from "./xtwin.ts";

const env = { TMPDIR: temporaryDirectory() };
let lab: Xtwin;
let control: string;

beforeAll(async () => {
  lab = new Xtwin(["up", "--network", NETWORK, "--json", "--quick", "--speed", "0"], { env });
  ({ control } = await lab.ready());
  await does("clock", "advance", "3m");
});

afterAll(async () => {
  expect(await lab.end("SIGTERM")).toBe(0);
  expect(lab.stderr).toBe("");
});

/** A command that succeeds, and what it prints. */
async function does(...words: string[]): Promise<string> {
  const { stdout, stderr, code } = await xtwin(words, { env });
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  return stdout;
}

/** The first lines of `xtwin doctor`, which ends with 1 where something is wrong. */
async function doctorSays(lines: number): Promise<string[]> {
  const { stdout, stderr, code } = await xtwin(["doctor"], { env });
  expect({ stderr, code }).toEqual({ stderr: "", code: 1 });
  return stdout.split("\n").slice(0, lines);
}

const whySays = async (lines: number, ...words: string[]): Promise<string[]> =>
  (await does("why", ...words)).split("\n").slice(0, lines);

const examined = ["Examined: expe1, expe2, expe3", "", "The lab knows:"];

describe("xtwin why and xtwin doctor name the cause in their first lines", () => {
  test("of a lab in which all is well there is none", async () => {
    expect(await does("why", "expe1")).toBe(
      "no alarm stands on expe1, and the lab knows of nothing that is wrong with it\n",
    );
    expect(await does("doctor")).toMatch(/All prerequisites hold\.\n$/);
  });

  test("of a peer that was powered off, and has nothing but that", async () => {
    await does("power", "expe2", "off");
    await does("clock", "advance", "1m");
    const off = "expe2 is off: it was powered off";
    expect(await whySays(3, "expe1", "20004")).toEqual([
      expect.stringMatching(/^20004 on expe1: Cluster communication failure: /),
      `  because ${off}`,
      "    Mend it: xtwin power expe2 on",
    ]);
    expect(await does("why", "expe2")).toBe(
      `no alarm stands on expe2; the lab knows:\n  - ${off}\n    Mend it: xtwin power expe2 on\n`,
    );
    const { stderr, code } = await xtwin(["why", "expe2", "20004"], { env });
    expect([code, stderr.split("\n")[0]]).toEqual([1, `PEER_DOWN: ${off}`]);
    await does("power", "expe2", "on");
    await does("clock", "advance", "3m");
  });

  test("of a fault, by its number", async () => {
    await does("fault", "add", "block", "expe3", "--service", "management");
    await does("clock", "advance", "1m");
    const fault = "fault 1: management is blocked between expe3 and everybody";
    const mend = "    Mend it: xtwin fault remove 1; no page mends a fault";
    expect(await whySays(3, "expe3")).toEqual([expect.stringMatching(/^20\d{3} on expe3/), `  because ${fault}`, mend]);
    expect(await doctorSays(5)).toEqual([...examined, `  - ${fault}`, mend]);
    await does("fault", "remove", "all");
    await does("clock", "advance", "3m");
  });

  test("of a slip, with the page on which it is mended", async () => {
    expect(await does("slip", "wrong-key", "expe3")).toBe(
      "expe3: The cluster pre-shared key is mistyped. It is mended on System > Clustering, Cluster pre-shared key.\n",
    );
    await does("clock", "advance", "1m");
    const key = "the cluster pre-shared key of expe3 differs from that of expe1 and expe2";
    const mend = "    Mend it: System > Clustering, Cluster pre-shared key, on expe3";
    for (const peer of ["expe1", "expe2", "expe3"])
      expect(await whySays(3, peer)).toEqual([expect.stringContaining(` on ${peer}: `), `  because ${key}`, mend]);
    expect(await doctorSays(5)).toEqual([...examined, `  - ${key}`, mend]);
    const response = await fetch(new URL("/peers/expe1/causes", control));
    expect(await response.json()).toMatchObject([{ kind: "pre-shared-key", text: key }]);
    expect(await does("journal", "--account", "lab", "--kind", "change", "--peer", "expe3")).toMatch(
      /Alternates Cluster PreSharedKey: \*+/,
    );
  });
});

test("a slip can be asked for over the control API, and a wrong one is refused with what is allowed", async () => {
  const ask = (order: object): Promise<Response> =>
    fetch(new URL("/slips", control), {
      method: "POST",
      body: JSON.stringify(order),
      headers: { "content-type": "application/json" },
    });
  const made = await ask({ kind: "h323-off", peer: "expe1" });
  expect(await made.json()).toEqual({
    kind: "h323-off",
    peer: "expe1",
    summary: "H.323 mode is Off.",
    page: "Configuration > Protocols > H.323",
    field: "H.323 mode",
  });
  const refused = await ask({ kind: "wrong-key", peer: "expe9" });
  expect([refused.status, await refused.json()]).toEqual([
    400,
    { error: "SLIP_INVALID", message: 'peer: "expe9" is not a peer of this lab; there are: expe1, expe2, expe3' },
  ]);
  const { stderr, code } = await xtwin(["slip", "wrong", "expe1"], { env });
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^SLIP_INVALID: kind: "wrong" is not a kind of slip; one of: wrong-key, .*\n.*xtwin slip kinds/,
    ),
  ]);
});

test("xtwin slip kinds and help need no lab", async () => {
  const nowhere = { env: { XTWIN_LAB: "http://127.0.0.1:1" } };
  expect((await xtwin(["slip", "kinds"], nowhere)).stdout).toMatch(
    /^ {2}wrong-key +The cluster pre-shared key is mistyped\. +System > Clustering, Cluster pre-shared key$/m,
  );
  expect((await xtwin(["slip", "--help"], nowhere)).stdout).toContain(
    "Usage: xtwin slip [options] [command] <kind> <peer>",
  );
});

test("G2.4 the doctor's round trip has nothing of the machine in it, however fast time runs", async () => {
  const elapsed = async (): Promise<number> => {
    const response = await fetch(new URL("/clock", control));
    return ((await response.json()) as { elapsedSeconds: number }).elapsedSeconds;
  };
  const begin = await elapsed();
  await does("clock", "speed", "300");
  // Peers ask each other every ten seconds, and have done so at this speed.
  await expect.poll(elapsed).toBeGreaterThan(begin + 60);
  expect((await xtwin(["doctor"], { env })).stdout).toMatch(/^ok +G2\.4 /m);
  await does("clock", "speed", "0");
});
