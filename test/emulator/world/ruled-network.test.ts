import { beforeEach, describe, expect, it } from "vitest";
import { seconds } from "../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import type { Connection } from "../../../emulator/world/network.ts";
import type { Message, NetworkRule } from "../../../emulator/world/network-rule.ts";
import { Occurrence, type Frequency } from "../../../emulator/world/occurrence.ts";
import { RuledNetwork } from "../../../emulator/world/ruled-network.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../emulator/world/world.ts";

const A = { address: "10.0.0.1", port: 1719 };
const B = { address: "10.0.0.2", port: 1719 };

let world: SimulatedWorld;
let heard: string[];

beforeEach(() => {
  world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  heard = [];
});

const hear = (data: Uint8Array): void => void heard.push(Buffer.from(data).toString());
const numbers = (count: number): string[] => Array.from({ length: count }, (_, place) => String(place));
const fromA = (message: Message): boolean => message.from.address === A.address;
const fromB = (message: Message): boolean => message.from.address === B.address;

function lose(concerns: (message: Message) => boolean, frequency: Frequency = {}, seed = 1): NetworkRule {
  return { concerns, occurrence: new Occurrence(frequency, seed), effect: { kind: "lose" } };
}

function holdUp(delay: number, jitter = 0): NetworkRule {
  return { concerns: () => true, occurrence: new Occurrence({}, 1), effect: { kind: "hold up", delay, jitter } };
}

describe("datagrams", () => {
  /** Sends a hundred from A to B, one each millisecond. */
  async function sendHundred(network = world.network): Promise<void> {
    await network.bind(B, hear);
    const socket = await network.bind(A, () => {});
    for (const number of numbers(100))
      world.clock.after("send", Number(number), () => socket.send(Buffer.from(number), B));
    await world.clock.advance(seconds(10));
  }

  it("are lost in the direction that a rule concerns, and in no other", async () => {
    world.network.add(lose(fromB));
    await sendHundred();
    expect(heard).toEqual(numbers(100));
    heard = [];
    world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
    const rule = lose(fromA);
    world.network.add(rule);
    await sendHundred();
    expect([heard, rule.occurrence.fired]).toEqual([[], 100]);
  });

  it("are lost one by one: every third", async () => {
    world.network.add(lose(fromA, { every: 3 }));
    await sendHundred();
    expect(heard).toEqual(numbers(100).filter((number) => (Number(number) + 1) % 3 !== 0));
  });

  it("are held up, and overtake each other where there is jitter", async () => {
    const rule = holdUp(200, 50);
    world.network.add(rule);
    await sendHundred();
    expect(heard).toHaveLength(100);
    expect(heard).not.toEqual(numbers(100));
    expect(heard.toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers(100));
  });

  it("pass again when the rule is taken away", async () => {
    const takeAway = world.network.add(lose(() => true));
    world.clock.after("mend", 50, takeAway);
    await sendHundred();
    expect(heard).toEqual(numbers(100).slice(50));
  });

  it("from somebody who sends elsewhere are judged where they arrive", async () => {
    const elsewhere = new RuledNetwork(world.network, world.clock);
    elsewhere.add(lose(fromA));
    await elsewhere.bind(B, hear);
    const socket = await world.network.bind(A, () => {});
    socket.send(Buffer.from("lost"), B);
    await world.clock.advance(seconds(1));
    expect(heard).toEqual([]);
  });
});

describe("a stream", () => {
  let closed: string[];
  let connection: Connection;
  let server: Connection | undefined;

  async function connect(): Promise<void> {
    closed = [];
    server = undefined;
    await world.network.listen(B, (accepted) => {
      server = accepted;
      accepted.onData(hear);
      accepted.onClose(() => void closed.push("server"));
    });
    connection = world.network.connect(A.address, B);
    connection.onClose(() => void closed.push("client"));
  }

  const send = (text: string): void => connection.send(Buffer.from(text));

  it("stalls while nothing passes, goes on afterwards in order, and breaks after 20 seconds", async () => {
    await connect();
    send("one");
    await world.clock.advance(seconds(1));
    let takeAway = world.network.add(lose(() => true));
    send("two");
    send("three");
    await world.clock.advance(seconds(19));
    expect(heard).toEqual(["one"]);
    takeAway();
    await world.clock.advance(seconds(2));
    expect(heard).toEqual(["one", "two", "three"]);
    takeAway = world.network.add(lose(() => true));
    send("four");
    await world.clock.advance(seconds(19));
    expect(closed).toEqual([]);
    await world.clock.advance(seconds(2));
    expect([closed.toSorted(), heard]).toEqual([
      ["client", "server"],
      ["one", "two", "three"],
    ]);
    takeAway();
  });

  it.each([
    ["there", fromA],
    ["back", fromB],
  ])("cannot connect while nothing passes %s", async (_way, concerns) => {
    world.network.add(lose(concerns));
    await connect();
    await world.clock.advance(seconds(19));
    expect(closed).toEqual([]);
    await world.clock.advance(seconds(2));
    expect([closed, server]).toEqual([["client"], undefined]);
  });

  it("loses nothing by losses, and keeps its order through delays", async () => {
    world.network.add(lose(() => true, { share: 0.3 }));
    world.network.add(holdUp(100, 500));
    await connect();
    for (const number of numbers(50)) world.clock.after("send", Number(number) * 10, () => send(number));
    await world.clock.advance(seconds(100));
    expect(heard).toEqual(numbers(50));
  });

  it("carries what was sent before its end, and then its end", async () => {
    world.network.add(holdUp(500));
    await connect();
    await world.clock.advance(seconds(5));
    send("last words");
    connection.close();
    send("too late");
    await world.clock.advance(seconds(5));
    expect([heard, closed]).toEqual([["last words"], ["client", "server"]]);
  });

  it("that is closed before it is open was never there", async () => {
    await connect();
    world.network.add(lose(() => true));
    connection = world.network.connect(A.address, B);
    connection.onClose(() => void closed.push("second client"));
    send("nobody hears this");
    connection.close();
    await world.clock.advance(seconds(30));
    expect([heard, closed]).toEqual([[], ["second client"]]);
  });
});

describe("stableRevision", () => {
  it("changes with sockets, listeners and rules, and with nothing else", async () => {
    const seen = [world.network.stableRevision];
    const look = (): void => void seen.push(world.network.stableRevision);
    const socket = await world.network.bind(A, () => {});
    look();
    const listener = await world.network.listen(B, () => {});
    look();
    socket.send(Buffer.from("hello"), B);
    world.network.connect(A.address, B);
    await world.clock.advance(seconds(1));
    expect(world.network.stableRevision).toBe(seen.at(-1));
    const takeAway = world.network.add(lose(() => true));
    look();
    takeAway();
    look();
    listener.close();
    look();
    socket.close();
    look();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).not.toContain(undefined);
  });

  it.each([
    ["a share of losses", lose(() => true, { share: 0.5 })],
    ["each other loss", lose(() => true, { every: 2 })],
    ["some losses", lose(() => true, { count: 2 })],
    ["jitter", holdUp(0, 10)],
  ])("has no stable revision while there is %s", (_what, rule) => {
    const before = world.network.stableRevision;
    const takeAway = world.network.add(rule);
    expect(world.network.stableRevision).toBeUndefined();
    takeAway();
    takeAway();
    expect(world.network.stableRevision).toBeGreaterThan(before ?? Infinity);
  });
});
