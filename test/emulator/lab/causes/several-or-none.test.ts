import { afterEach, describe, expect, it } from "vitest";
import { findCauses } from "../../../../emulator/lab/causes/find-causes.ts";
import { gatherFacts } from "../../../../emulator/lab/causes/gather-facts.ts";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { makeSlip } from "../../../../emulator/lab/slips/make-slip.ts";
import { causesOfPeer, why } from "../../../../emulator/lab/why.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { ADMIN, textsOf, whyLost } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

describe("several causes", () => {
  it("are all named, the most direct first", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-key", peer: "expe2" });
    makeSlip(lab, { kind: "wrong-primary", peer: "expe2" });
    await lab.faults.add({ kind: "block", peer: "expe1", other: "expe2", service: "management" });
    await lab.faults.add({ kind: "crash", peer: "expe3" });
    await lab.advance(minutes(1));
    expect(why(lab, "expe1", 20004)[0]?.causes.map(({ kind }) => kind)).toEqual([
      "peer-down",
      "fault",
      "pre-shared-key",
    ]);
    expect((await examine(lab)).causes.map(({ kind }) => kind)).toEqual([
      "peer-down",
      "fault",
      "pre-shared-key",
      "configuration-primary",
    ]);
  });

  it("two peers that differ, none of them in the majority", async () => {
    lab = await startSimulatedLab();
    makeSlip(lab, { kind: "wrong-key", peer: "expe2" });
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(minutes(1));
    expect(whyLost(lab)[1]).toBe(
      "expe1 and expe2 have different cluster pre-shared keys | System > Clustering, Cluster pre-shared key: the same on expe1 and expe2",
    );
  });
});

describe("nothing in the way any more", () => {
  it("only time has to pass, and stands still", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "cut", peer: "expe1", other: "expe3" });
    await lab.advance(minutes(1));
    lab.faults.removeAll();
    expect(whyLost(lab)).toEqual([
      "the lab knows of nothing that is in the way between expe1 and expe3 any more: peers ask each other every 10 seconds, and copy every 2 minutes | xtwin clock advance 3m, for the lab's time stands still",
    ]);
    await lab.advance(minutes(3));
    expect(why(lab, "expe1", undefined)).toEqual([]);
    await lab.faults.add({ kind: "ntp-silent" });
    await lab.advance(minutes(6));
    lab.faults.removeAll();
    expect(textsOf(why(lab, "expe1", 20010)[0]?.causes ?? [])).toEqual([
      "the lab knows of nothing that is in the way between expe1 and its NTP server any more: it is asked every 64 seconds | xtwin clock advance 70s, for the lab's time stands still",
    ]);
    await lab.advance(seconds(70));
    expect(why(lab, "expe1", undefined)).toEqual([]);
  });

  it("time that runs by itself is waited for", async () => {
    lab = await startSimulatedLab();
    const { peer } = lab.peers[2] ?? {};
    lab.device("expe3").maintenance.request("restart", ADMIN);
    await lab.advance(minutes(1));
    expect(peer?.absence).toEqual({ reason: "restart", backIn: minutes(2) });
    const [cause] = findCauses({ ...gatherFacts(lab), frozen: false });
    expect(cause?.mend).toBe("wait, or xtwin clock advance 2m");
  });

  it("a fault that waits for a write, or delays by little, is no cause of what it did not do", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "crash", peer: "expe3", write: 1000 });
    await lab.faults.add({ kind: "delay", delay: "20ms" });
    await lab.peers[2]?.peer.powerOff();
    await lab.advance(minutes(1));
    expect(whyLost(lab)).toEqual(["expe3 is off: it was powered off | xtwin power expe3 on"]);
    expect(causesOfPeer(lab, "expe1").map(({ kind }) => kind)).toEqual(["peer-down", "fault", "fault"]);
  });

  it("in a process that is not the whole lab others are not judged", async () => {
    lab = await startSimulatedLab();
    const part = { ...lab, whole: false, peers: lab.peers.slice(0, 1) };
    expect(causesOfPeer(part, "expe1")).toEqual([]);
    await lab.faults.add({ kind: "crash", peer: "expe2" });
    await lab.advance(minutes(1));
    expect(why(part, "expe1", 20004)[0]?.causes).toMatchObject([
      { kind: "elsewhere", text: "10.0.0.2 runs in another process, of which this one knows nothing" },
    ]);
    lab.device("expe1").configuration.set([{ path: "NTP Server 1 Address", value: "10.0.0.200" }], ADMIN);
    await lab.advance(minutes(1));
    expect(why(part, "expe1", 20010)[0]?.causes).toEqual([]);
  });
});
