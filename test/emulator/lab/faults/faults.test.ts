import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FaultStatus } from "../../../../emulator/lab/faults/active-fault.ts";
import { faultKinds } from "../../../../emulator/lab/faults/fault-kinds.ts";
import type { FaultRule } from "../../../../emulator/lab/faults/rule-members.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 11, peers: 3 });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const add = (rule: FaultRule): Promise<FaultStatus> => cluster.faults.add(rule);

/** Every peer as it should be. */
async function expectCured(): Promise<void> {
  cluster.faults.removeAll();
  await cluster.advance(minutes(5));
  expect([1, 2, 3].map((index) => [cluster.alarms(index), cluster.device(index).cluster.databaseStatus])).toEqual(
    [1, 2, 3].map(() => [[], "Active"]),
  );
}

describe("a rule", () => {
  it("waits, is on, and is over", async () => {
    const { id } = await add({ kind: "cut", peer: "p3", from: "1m", until: "3m" });
    const state = (): string | undefined => cluster.faults.list().find((fault) => fault.id === id)?.state;
    expect(state()).toBe("waiting");
    await cluster.advance(seconds(59));
    expect([state(), cluster.words(1)]).toEqual(["waiting", ["This system", "Active", "Active"]]);
    await cluster.advance(seconds(46));
    expect([state(), cluster.words(1)]).toEqual(["on", ["This system", "Active", "Failed"]]);
    await cluster.advance(seconds(75));
    expect(state()).toBe("over");
    await expectCured();
  });

  it("is removed before it begins, and never does", async () => {
    const { id } = await add({ kind: "cut", from: "1m" });
    cluster.faults.remove(id);
    await cluster.advance(minutes(3));
    expect([cluster.faults.list(), cluster.alarms(1)]).toEqual([[], []]);
  });

  it("is over when it has fired as often as it may", async () => {
    await add({ kind: "cut", peer: "p1", other: "p2", count: 3 });
    await cluster.advance(minutes(1));
    expect(cluster.faults.list()).toMatchObject([{ state: "over", fired: 3 }]);
  });

  it("reads as a sentence", async () => {
    const rules: [FaultRule, string][] = [
      [{ kind: "cut" }, "nothing passes between everybody"],
      [{ kind: "cut", peer: "p1", direction: "in" }, "nothing passes from everybody to p1"],
      [
        { kind: "loss", share: 0.125, peer: "p1", other: "p2", direction: "out", from: "5m" },
        "messages are lost from p1 to p2, from 5m on, 12.5 % of the times",
      ],
      [
        { kind: "delay", delay: "20ms", jitter: "5ms", every: 3, count: 7, from: "9m" },
        "messages arrive 20ms to 25ms later between everybody, from 9m on, each time number 3, at most 7 times",
      ],
      [{ kind: "ntp-silent", peer: "p2", until: "1m" }, "the NTP server does not answer for p2, until 1m"],
      [{ kind: "clock-drift", peer: "p2", ppm: -5 }, "the clock gains -5 seconds in a million on p2"],
    ];
    for (const [rule, words] of rules) expect((await add(rule)).words).toBe(words);
  });

  it("has a seed, by which the same happens again", async () => {
    const { rule } = await add({ kind: "loss", share: 0.5 });
    expect(rule.seed).toEqual(expect.any(Number));
    expect((await add({ kind: "loss", share: 0.5, seed: 7 })).rule.seed).toBe(7);
  });

  it("makes the network tell that it has changed", async () => {
    const { network } = cluster.world;
    const before = network.stableRevision ?? Number.NaN;
    const { id } = await add({ kind: "wrong-key", peer: "p1", from: "10s" });
    expect(network.stableRevision).toBe(before);
    await cluster.advance(seconds(11));
    const during = network.stableRevision ?? Number.NaN;
    cluster.faults.remove(id);
    expect([during > before, (network.stableRevision ?? Number.NaN) > during]).toEqual([true, true]);
    await add({ kind: "ntp-silent", every: 2 });
    expect(network.stableRevision).toBeUndefined();
  });
});

describe("each kind: what follows from it, and that all is well after it", () => {
  it("G14.1 block of the key exchange: present associations go on, none comes about after a restart", async () => {
    await add({ kind: "block", service: "key-exchange", peer: "p2" });
    await cluster.advance(minutes(3));
    expect(cluster.words(1)).toEqual(["This system", "Active", "Active"]);
    cluster.device(2).maintenance.request("restart", { user: "admin" });
    await cluster.advance(minutes(5));
    expect([cluster.words(1), cluster.words(2), cluster.words(3)]).toEqual([
      ["This system", "Failed", "Active"],
      ["Failed", "This system", "Failed"],
      ["Active", "Failed", "This system"],
    ]);
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([
      [20004, 20006],
      [20004, 20006, 20016],
    ]);
    await expectCured();
  });

  it("G14.4 block of the management ports: the peers lose each other", async () => {
    await add({ kind: "block", service: "management", peer: "p1", other: "p2" });
    await cluster.advance(seconds(45));
    expect([cluster.words(1), cluster.words(3)]).toEqual([
      ["This system", "Failed", "Active"],
      ["Active", "Active", "This system"],
    ]);
    await expectCured();
  });

  it("G14.2 block of the database channel: no copy, and an alarm where it was wanted", async () => {
    await add({ kind: "block", service: "database", peer: "p1", other: "p2" });
    cluster.set(1, "Bandwidth Default", "768");
    await cluster.advance(minutes(3));
    expect([2, 3].map((index) => cluster.device(index).configuration.get("Bandwidth Default"))).toEqual(["384", "768"]);
    expect([cluster.alarms(2), cluster.alarms(3)]).toEqual([[20006, 20016], []]);
    await expectCured();
  });

  it("G14.1 wrong-key: no association, communication failure alarms, and the configured key stays", async () => {
    await add({ kind: "wrong-key", peer: "p3" });
    await cluster.advance(seconds(45));
    expect(cluster.words(3)).toEqual(["Failed", "Failed", "This system"]);
    expect([cluster.alarms(1), cluster.alarms(3)]).toEqual([
      [20004, 20006],
      [20004, 20006, 20016],
    ]);
    cluster.device(3).maintenance.request("restart", { user: "admin" });
    await cluster.advance(minutes(5));
    expect(cluster.words(3)).toEqual(["Failed", "Failed", "This system"]);
    expect(cluster.device(3).configuration.get("Alternates Cluster PreSharedKey")).toBe("secret");
    await expectCured();
  });

  it("G12.2 copy-not-kept: the copy comes out unequal, over restarts, until the store is sound", async () => {
    const { id } = await add({ kind: "copy-not-kept", peer: "p2" });
    cluster.set(1, "Bandwidth Default", "768");
    await cluster.advance(minutes(3));
    expect([cluster.alarms(2), cluster.alarms(3)]).toEqual([[20009], []]);
    // What is peer-specific is kept, and so is what an operator changes there.
    cluster.set(2, "SystemUnit Name", "second");
    await Promise.all([cluster.peers[1]?.powerOff(), cluster.advance(0)]);
    await cluster.peers[1]?.powerOn();
    await cluster.advance(minutes(3));
    expect(cluster.alarms(2)).toEqual([20009]);
    expect(cluster.device(2).configuration.get("SystemUnit Name")).toBe("second");
    const inVain = cluster.command(2, "ForceConfigUpdate");
    await cluster.advance(seconds(5));
    expect(await inVain).toMatchObject({ ok: false });
    cluster.faults.remove(id);
    const forced = cluster.command(2, "ForceConfigUpdate");
    await cluster.advance(seconds(5));
    expect(await forced).toEqual({ ok: true });
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("768");
    await expectCured();
  });

  it.each([
    ["a subordinate", "p2", [2]],
    ["the primary", "p1", [2, 3]],
  ])("G12.3, G12.11 peer-file-missing on %s: 20014 until ForceConfigUpdate", async (_who, peer, alarmed) => {
    await add({ kind: "peer-file-missing", peer });
    await cluster.advance(minutes(3));
    expect([1, 2, 3].filter((index) => cluster.alarms(index).includes(20014))).toEqual(alarmed);
    expect(cluster.faults.list()).toMatchObject([{ state: "over", fired: 1 }]);
    for (const index of alarmed) {
      const forced = cluster.command(index, "ForceConfigUpdate");
      await cluster.advance(seconds(5));
      expect(await forced).toEqual({ ok: true });
    }
    await expectCured();
  });

  it("peer-file-missing on a peer without power shows when it is back", async () => {
    await cluster.peers[1]?.powerOff();
    await add({ kind: "peer-file-missing", peer: "p2" });
    await cluster.peers[1]?.powerOn();
    await cluster.advance(minutes(3));
    expect(cluster.alarms(2)).toEqual([20014]);
  });

  it("G12.6 ntp-silent: the NTP server is unreachable (20010), for the peer that the fault affects", async () => {
    await add({ kind: "ntp-silent", peer: "p2" });
    await cluster.advance(minutes(6));
    expect([cluster.alarms(2), cluster.alarms(1)]).toEqual([[20010, 25002, 25021], []]);
    await expectCured();
  });

  it("ntp-unsynchronized: nobody follows such a server", async () => {
    await add({ kind: "ntp-unsynchronized" });
    await cluster.advance(minutes(6));
    expect(cluster.device(3).time.state).toBe("Unsynchronized");
    expect(cluster.alarms(3)).toEqual([20010, 25002, 25021]);
    await expectCured();
  });

  const errorOf = (index: number): number => cluster.device(index).clock.now() - cluster.world.clock.now();

  it("ntp-wrong: a peer follows the wrong time, and the right one afterwards", async () => {
    await add({ kind: "ntp-wrong", by: "-1h", peer: "p1" });
    await cluster.advance(seconds(65));
    expect([errorOf(1), errorOf(2)].map((error) => Math.round(error / 1000))).toEqual([-3600, 0]);
    await expectCured();
    expect(Math.abs(errorOf(1))).toBeLessThan(10);
  });

  it("clock-step: the clock jumps once, and NTP sets it right", async () => {
    await add({ kind: "clock-step", peer: "p1", by: "-5m" });
    expect(errorOf(1)).toBe(-minutes(5));
    expect(cluster.faults.list()).toMatchObject([{ state: "over", fired: 1 }]);
    await cluster.advance(seconds(65));
    expect(Math.abs(errorOf(1))).toBeLessThan(10);
  });

  it("clock-drift: the clock gains until NTP sets it right", async () => {
    await add({ kind: "ntp-silent" });
    const { id } = await add({ kind: "clock-drift", peer: "p1", ppm: 1000 });
    await cluster.advance(seconds(100));
    expect(errorOf(1)).toBeCloseTo(100, 5);
    cluster.faults.remove(id);
    await cluster.advance(seconds(100));
    expect(errorOf(1)).toBeCloseTo(100, 5);
  });

  it("delay: probes take as long as the path, and nobody is lost", async () => {
    await add({ kind: "delay", delay: "200ms", peer: "p1", other: "p2" });
    await cluster.advance(minutes(3));
    expect(cluster.device(1).cluster.roundTrip("10.0.0.2")).toBe(402);
    expect(cluster.device(1).cluster.roundTrip("10.0.0.3")).toBe(2);
    expect(cluster.words(1)).toEqual(["This system", "Active", "Active"]);
  });

  it("loss: everything of everybody", async () => {
    await add({ kind: "loss", share: 1 });
    await cluster.advance(seconds(45));
    expect(cluster.words(1)).toEqual(["This system", "Failed", "Failed"]);
    await expectCured();
  });

  it("crash: at once, and back by itself", async () => {
    const { words } = await add({ kind: "crash", peer: "p1", comesBack: true });
    expect(words).toBe("the power fails, and comes back on p1");
    expect(cluster.peers[0]?.device).toBeUndefined();
    await cluster.advance(minutes(6));
    await expectCured();
  });
});

describe("what is no rule is refused with what is allowed", () => {
  it.each([
    [{}, "kind: nothing is not a kind of fault; one of: cut, loss, "],
    [{ kind: "flood" }, 'kind: "flood" is not a kind of fault; one of: cut, loss, '],
    [{ kind: "toString" }, "kind: "],
    [{ kind: "cut", peer: "p9" }, 'peer: "p9" is not a peer of this lab; there are: p1, p2, p3'],
    [{ kind: "cut", other: "p2" }, "other: there is no peer"],
    [{ kind: "cut", direction: "in" }, "direction: there is no peer"],
    [{ kind: "cut", peer: "p2", other: "p2" }, 'other: "p2" is peer as well'],
    [{ kind: "cut", peer: "p2", direction: "up" }, 'direction: "up" is not allowed; wanted: .* both, out, in'],
    [{ kind: "cut", from: "soon" }, 'from: "soon" is not allowed; wanted: .*30s'],
    [{ kind: "cut", from: "2m", until: "1m" }, 'until: "1m" is not later than from, 2m'],
    [{ kind: "cut", every: 0 }, "every: 0 is not allowed; wanted: .*a whole number from 1"],
    [{ kind: "cut", every: "often" }, 'every: "often" is not allowed; wanted: .*a whole number from 1'],
    [{ kind: "loss" }, "share: loss needs it; wanted: .*0 to 1"],
    [{ kind: "loss", share: 30 }, "share: 30 is not allowed; wanted: .*0 to 1"],
    [{ kind: "block", service: "http" }, 'service: "http" is not allowed; wanted: one of key-exchange, '],
    [{ kind: "wrong-key" }, "peer: wrong-key needs it; wanted: name of a peer"],
    [{ kind: "wrong-key", peer: "p1", share: 0.5 }, "share: not known to wrong-key; it takes: peer, from, until, key"],
    [{ kind: "cut", toString: "x" }, "toString: not known to cut"],
    [{ kind: "clock-step", peer: "p1", by: "5 minutes" }, 'by: "5 minutes" is not allowed; wanted: .*-30s'],
    [{ kind: "crash", peer: "p1", write: 0 }, "write: 0 is not allowed; wanted: .*from 1"],
    [{ kind: "dns-silent" }, "kind: dns-silent is for the process that runs the lab's DNS and NTP servers"],
  ])("%j", async (rule, reason) => {
    await expect(add(rule as unknown as FaultRule)).rejects.toMatchObject({
      code: "FAULT_INVALID",
      message: expect.stringMatching(new RegExp(`^${reason}`)) as string,
    });
    expect(cluster.faults.list()).toEqual([]);
  });

  it("the number of a fault that is not there", async () => {
    await add({ kind: "cut" });
    expect(() => cluster.faults.remove(7)).toThrow("there is no fault 7; there are: 1");
  });

  it("takes numbers as texts, as a command line gives them", async () => {
    expect((await add({ kind: "loss", share: "0.25" as unknown as number })).rule.share).toBe(0.25);
  });
});

it("every kind has words for everything", () => {
  for (const { name, summary, parameters } of faultKinds) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/\.$/);
    for (const schema of Object.values<object>(parameters.properties)) {
      expect((schema as { description?: string }).description).toMatch(/\w/);
    }
  }
});
