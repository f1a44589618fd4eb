import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { examine } from "../../emulator/lab/doctor/examine.ts";
import { type Lab, startLab } from "../../emulator/lab/lab.ts";
import { builtInTopology } from "../../emulator/lab/topology/topology.ts";
import { minutes } from "../../emulator/world/duration.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { NETWORK } from "../loopback.ts";

let lab: Lab;

beforeEach(async () => {
  lab = await startLab({ topology: builtInTopology({ network: NETWORK }), log: new MemoryLog(), speed: 0 });
  await lab.world.clock.advance(minutes(3));
});

afterEach(() => lab.stop());

describe("G2.2 look-ups over a slow path", () => {
  const foundBy = async (): Promise<string[]> =>
    (await examine(lab)).checks.flatMap(({ guide, findings }) =>
      findings.map(({ peer, seen }) => `${guide} ${peer}: ${seen}`),
    );

  it("are answered however long the answer is held up, and no time passes", async () => {
    const { clock } = lab.world;
    const before = clock.now();
    await lab.faults.add({ kind: "delay", delay: "5ms", peer: "expe3" });
    expect(await foundBy()).toEqual([]);
    lab.faults.removeAll();
    await lab.faults.add({ kind: "delay", delay: "16ms", jitter: "1ms", peer: "expe3" });
    const fault = "fault 2: messages arrive";
    const slow = (await foundBy()).map((found) => found.split(fault)[0]);
    expect(slow).toEqual([
      `G2.4 expe1: the round trip to ${NETWORK}.3 takes up to 34 ms: `,
      `G2.4 expe2: the round trip to ${NETWORK}.3 takes up to 34 ms: `,
      `G2.4 expe3: the round trip to ${NETWORK}.1 takes up to 34 ms: `,
      `G2.4 expe3: the round trip to ${NETWORK}.2 takes up to 34 ms: `,
    ]);
    expect(clock.now()).toBe(before);
  });

  it("are not answered where the peer gives up first, or the answer is lost", async () => {
    const silent = "G2.2 expe3: no DNS server of expe3 answers";
    await lab.faults.add({ kind: "delay", delay: "2500ms", peer: "expe3" });
    expect((await foundBy()).filter((found) => found.startsWith("G2.2"))).toEqual([silent, silent]);
    lab.faults.removeAll();
    await lab.faults.add({ kind: "block", service: "dns", peer: "expe3" });
    await lab.faults.add({ kind: "delay", delay: "5ms", peer: "expe3" });
    expect((await foundBy()).filter((found) => found.startsWith("G2.2"))).toEqual([silent, silent]);
  });

  it("hold up what the peer asks by itself as before", async () => {
    await lab.faults.add({ kind: "delay", delay: "5ms", peer: "expe3" });
    await examine(lab);
    const answers: unknown[] = [];
    lab.peers[2]?.peer.device?.resolver.lookUp("expe1.lab.example.com", "A", (found) => void answers.push(found));
    await lab.world.clock.advance(9);
    expect(answers).toEqual([]);
    await lab.world.clock.advance(1);
    expect(answers).toHaveLength(1);
  });
});
