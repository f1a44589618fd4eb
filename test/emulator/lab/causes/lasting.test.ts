import { afterEach, describe, expect, it } from "vitest";
import { why } from "../../../../emulator/lab/why.ts";
import { hours, minutes } from "../../../../emulator/world/duration.ts";
import { ADMIN, set, textsOf } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

const causesFor = (peer: string, id: number): string[] => why(lab, peer, id).flatMap(({ causes }) => textsOf(causes));

describe("an alarm that comes late names what began long before", () => {
  it("30012 a peer that is off, and 30013 another that is cut off", async () => {
    lab = await startSimulatedLab();
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(hours(13));
    const off = "expe3 is off: it was powered off | xtwin power expe3 on";
    expect(causesFor("expe1", 30012)).toEqual([off]);
    await lab.faults.add({ kind: "cut", peer: "expe1", other: "expe2" });
    await lab.advance(hours(13));
    const cut = "fault 1: nothing passes between expe1 and expe2 | xtwin fault remove 1; no page mends a fault";
    const alarms = lab
      .device("expe1")
      .alarms.standing()
      .map(({ type }) => type.id);
    const [late] = alarms.filter((id) => id >= 30013 && id <= 30017);
    expect(causesFor("expe1", late ?? 0)).toEqual([off, cut]);
  });

  it("30012 only time is missing where nothing is in the way any more", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "cut", peer: "expe3" });
    await lab.advance(hours(13));
    lab.faults.removeAll();
    expect(causesFor("expe1", 30012)).toEqual([
      "the lab knows of nothing that is in the way between expe1 and expe3 any more: peers ask each other every 10 seconds, and copy every 2 minutes | xtwin clock advance 3m, for the lab's time stands still",
    ]);
  });

  it("25010 the restart that was forgotten", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe3", { "Ethernet 1 IP V4 Address": "10.0.0.33" });
    await lab.advance(minutes(1));
    expect(causesFor("expe3", 25010)).toEqual([
      "expe3 has not been restarted since: IP configuration has been changed | Maintenance > Restart options, Restart, on expe3",
    ]);
    lab.device("expe3").maintenance.request("restart", ADMIN);
    await lab.advance(minutes(3));
    expect(() => causesFor("expe3", 25010)).toThrow("25010 does not stand on expe3");
  });
});
