import { beforeEach, describe, expect, it } from "vitest";
import { Facts } from "../../../../emulator/peer/core/facts.ts";
import { PeriodicTask, type RoundResult } from "../../../../emulator/peer/core/periodic-task.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../../emulator/world/world.ts";

let world: SimulatedWorld;
let facts: Facts;
let found: RoundResult;
let ran: number[];
let rounds: PeriodicTask;

beforeEach(() => {
  world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  facts = new Facts();
  found = "unchanged";
  ran = [];
  const { clock, network } = world;
  const round = (): RoundResult => {
    ran.push(clock.monotonic());
    return found;
  };
  rounds = new PeriodicTask({ name: "test", clock, network, facts, period: 10, round });
});

describe("rounds", () => {
  it("go on as long as they bring news", async () => {
    found = "changed";
    rounds.start();
    await world.clock.advance(35);
    expect(ran).toEqual([10, 20, 30]);
  });

  it("are left out after one that found the same, until the state changes, and keep their moments", async () => {
    rounds.start(0);
    await world.clock.advance(34);
    facts.changed();
    await world.clock.advance(60);
    expect(ran).toEqual([0, 40]);
  });

  it("do not go on for a change of usage alone", async () => {
    rounds.start();
    await world.clock.advance(15);
    facts.changed("usage");
    await world.clock.advance(100);
    expect(ran).toEqual([10]);
  });

  it.each(["a socket", "a rule"])("go on when %s comes and goes", async (what) => {
    rounds.start();
    await world.clock.advance(15);
    const handler = (): void => {};
    const end =
      what === "a rule"
        ? world.network.disturbWhile(true)
        : await world.network.bind({ address: "192.0.2.1", port: 1 }, handler).then((socket) => () => socket.close());
    await world.clock.advance(20);
    end();
    await world.clock.advance(20);
    expect(ran).toEqual([10, 20, 40]);
  });

  it("are not left out while the network promises nothing", async () => {
    const end = world.network.disturbWhile(false);
    rounds.start();
    await world.clock.advance(30);
    end();
    await world.clock.advance(30);
    expect(ran).toEqual([10, 20, 30, 40]);
  });

  it("wait for the next one when one was due at the very moment of a change", async () => {
    rounds.start();
    await world.clock.advance(20);
    facts.changed();
    await world.clock.advance(20);
    expect(ran).toEqual([10, 30]);
  });

  it("that were stopped stay so", async () => {
    rounds.start();
    await world.clock.advance(15);
    rounds.stop();
    facts.changed();
    await world.clock.advance(100);
    expect(ran).toEqual([10]);
  });
});

describe("facts", () => {
  it("tell a listener of the greater change that another listener makes", () => {
    const told: string[] = [];
    let further = true;
    facts.onChange((change) => {
      told.push(change);
      if (further) facts.changed();
      further = false;
    });
    facts.changed("usage");
    facts.changed();
    expect(told).toEqual(["usage", "state", "state"]);
  });
});
