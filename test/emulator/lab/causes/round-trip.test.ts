import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { seconds } from "../../../../emulator/world/duration.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

describe("G2.4 the round trip", () => {
  const slow = async (): Promise<string[]> =>
    (await examine(lab)).checks.flatMap(({ guide, findings }) =>
      guide === "G2.4" ? findings.map(({ peer, seen, mend }) => `${peer}: ${seen} | ${mend}`) : [],
    );

  it("is that of the network's rules, there and back, whatever the peers have measured", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "delay", delay: "15ms", peer: "expe1", other: "expe2" });
    expect(await slow()).toEqual([]);
    await lab.faults.add({
      kind: "delay",
      delay: "1ms",
      jitter: "4ms",
      peer: "expe1",
      other: "expe2",
      direction: "out",
    });
    const both =
      "fault 1: messages arrive 15ms later between expe1 and expe2; fault 2: messages arrive 1ms to 5ms later from expe1 to expe2";
    const mend = "xtwin fault remove 1; no page mends a fault; xtwin fault remove 2; no page mends a fault";
    expect(await slow()).toEqual([
      `expe1: the round trip to 10.0.0.2 takes up to 35 ms: ${both} | ${mend}`,
      `expe2: the round trip to 10.0.0.1 takes up to 35 ms: ${both} | ${mend}`,
    ]);
    await lab.advance(seconds(30));
    expect(lab.device("expe1").cluster.roundTrip("10.0.0.2")).toBeGreaterThan(30);
    lab.faults.removeAll();
    expect(await slow()).toEqual([]);
  });
});
