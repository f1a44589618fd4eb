import { afterEach, describe, expect, it } from "vitest";
import { showDiagnosis } from "../../../../emulator/lab/cli/show-doctor.ts";
import { showWhy } from "../../../../emulator/lab/cli/show-why.ts";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { faultKinds } from "../../../../emulator/lab/faults/fault-kinds.ts";
import { setItems } from "../../../../emulator/peer/configuration/set-items.ts";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { slipKinds } from "../../../../emulator/lab/slips/slip-kinds.ts";
import { causesOfPeer, why } from "../../../../emulator/lab/why.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";
import { type Expected, ofFaults, ofSlips, PATHS, TIME } from "./named-causes-table.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

/** Something new on the primary, so that there is a copy to be made. */
function change(): void {
  lab.device("expe1").configuration.set([{ path: "Bandwidth Default", value: "768" }], { user: "admin" });
}

const alarmsOf = (name: string): readonly number[] =>
  lab
    .device(name)
    .alarms.standing()
    .map(({ type }) => type.id);

const whyOf = (name: string): string => showWhy(name, why(lab, name, undefined), causesOfPeer(lab, name));

/** Nothing but where it stands may come before the cause, and where it is mended comes next. */
async function expectNamed({ cause, mend, alarms = [] }: Expected): Promise<void> {
  const [, first, second] = whyOf("expe3").split("\n");
  expect([first, second]).toEqual([expect.stringContaining(cause), expect.stringContaining(mend)]);
  const [, , heading, doctorsFirst, doctorsSecond] = showDiagnosis(await examine(lab)).split("\n");
  expect([heading, doctorsFirst, doctorsSecond]).toEqual([
    "The lab knows:",
    `  - ${cause}`,
    expect.stringContaining(mend),
  ]);
  for (const id of alarms) {
    const [explained] = why(lab, "expe3", id);
    expect([id, explained?.causes[0]?.text]).toEqual([id, cause]);
  }
}

/** An alarm about contact, time or the copy is never left without a cause, on any peer. */
function expectAllExplained(cause: string): void {
  const told = lab.peers.flatMap(({ plan }) =>
    why(lab, plan.name, undefined)
      .filter(({ id }) => (id >= 20_000 && id < 25_000) || TIME.includes(id))
      .map(({ id, peer, causes }) => [peer, id, causes.some(({ text }) => text === cause)]),
  );
  expect(told.filter(([, , named]) => named !== true)).toEqual([]);
}

describe("why and doctor name each fault in their first lines", () => {
  it("of every kind", async () => {
    lab = await startSimulatedLab();
    expect(ofFaults.map(({ kind }) => kind).toSorted()).toEqual(faultKinds.map(({ name }) => name).toSorted());
  });

  it.each(ofFaults)("$kind", async ({ kind, rule, after = minutes(6), ...expected }) => {
    lab = await startSimulatedLab({ hardware: kind === "sensor-reading" ? "appliance" : "virtual-machine" });
    await lab.faults.add({ ...rule, kind });
    change();
    await lab.advance(after);
    await expectNamed(expected);
    expectAllExplained(expected.cause);
  });
});

describe("why and doctor name each slip in their first lines, and mending it on the page cures it", () => {
  it("of every kind", async () => {
    lab = await startSimulatedLab();
    expect(Object.keys(ofSlips).toSorted()).toEqual(slipKinds.map(({ name }) => name).toSorted());
  });

  it.each(slipKinds.map((kind) => [kind.name, kind] as const))("%s", async (name, { alarms, page, field }) => {
    lab = await startSimulatedLab();
    const { on = "expe3", ...expected } = ofSlips[name] ?? { cause: "not in the table of this test", mend: "" };
    const peer = lab.device(on);
    const before = PATHS.map((path) => ({ path, value: peer.configuration.get(path) }));
    expect(makeSlip(lab, { kind: name, peer: on })).toMatchObject({ kind: name, peer: on, page, field });
    change();
    await lab.advance(minutes(6));
    await expectNamed(expected);
    expectAllExplained(expected.cause);
    expect(alarmsOf("expe3")).toEqual(expect.arrayContaining([...alarms]));
    expect(setItems(peer, before, { user: "admin" })).toEqual({ ok: true });
    await lab.advance(minutes(6));
    for (const each of ["expe1", "expe2", "expe3"])
      expect(whyOf(each)).toBe(`no alarm stands on ${each}, and the lab knows of nothing that is wrong with it\n`);
    expect((await examine(lab)).causes).toEqual([]);
  });
});
