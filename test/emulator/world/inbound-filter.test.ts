import { beforeEach, describe, expect, test } from "vitest";
import { seconds } from "../../../emulator/world/duration.ts";
import type { Endpoint } from "../../../emulator/world/endpoint.ts";
import type { InboundJudge } from "../../../emulator/world/inbound-filter.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import type { Connection } from "../../../emulator/world/network.ts";
import { openPeerWorld, type PeerWorld } from "../../../emulator/world/peer-world.ts";
import { SkewedClock } from "../../../emulator/world/skewed-clock.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../emulator/world/world.ts";

const SERVICE: Endpoint = { address: "192.0.2.1", port: 4370 };
const CLIENT: Endpoint = { address: "198.51.100.7", port: 40_000 };

let world: SimulatedWorld;
let peer: PeerWorld;

beforeEach(() => {
  world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  peer = openPeerWorld({ ...world, clock: new SkewedClock(world.clock) });
});

const always =
  (verdict: "allow" | "drop" | "reject"): InboundJudge =>
  () =>
    verdict;

describe("connections", () => {
  beforeEach(async () => {
    await peer.network.listen(SERVICE, (connection) => connection.onData((data) => connection.send(data)));
  });

  /** A client that sends a byte and waits for it to come back. */
  function connect(): { readonly told: string[]; readonly connection: Connection } {
    const connection = world.network.connect(CLIENT.address, SERVICE);
    const told: string[] = [];
    connection.onData((data) => told.push(`answer ${data[0]}`));
    connection.onClose(() => told.push("closed"));
    connection.send(Uint8Array.of(7));
    return { told, connection };
  }

  test("that are allowed, or that nobody judges, are served", async () => {
    const unjudged = connect();
    await world.clock.advance(10);
    peer.filterInbound(always("allow"));
    const allowed = connect();
    await world.clock.advance(10);
    expect([unjudged.told, allowed.told]).toEqual([["answer 7"], ["answer 7"]]);
  });

  test("that are rejected end at once", async () => {
    peer.filterInbound(always("reject"));
    const { told } = connect();
    await world.clock.advance(10);
    expect(told).toEqual(["closed"]);
  });

  test("that are dropped get no answer for as long as a client tries", async () => {
    peer.filterInbound(always("drop"));
    const { told } = connect();
    await world.clock.advance(seconds(126));
    expect(told).toEqual([]);
    await world.clock.advance(seconds(2));
    expect(told).toEqual(["closed"]);
  });

  test("that were dropped come about, with what was sent, once they are allowed", async () => {
    peer.filterInbound(always("drop"));
    const { told } = connect();
    await world.clock.advance(seconds(10));
    peer.filterInbound(undefined);
    await world.clock.advance(seconds(200));
    expect(told).toEqual(["answer 7"]);
  });

  test("that stand go on whatever is judged later", async () => {
    const { told, connection } = connect();
    await world.clock.advance(10);
    peer.filterInbound(always("drop"));
    connection.send(Uint8Array.of(8));
    await world.clock.advance(10);
    expect(told).toEqual(["answer 7", "answer 8"]);
  });

  test("that the client has given up are forgotten", async () => {
    peer.filterInbound(always("drop"));
    const before = world.clock.timers().length;
    const { connection } = connect();
    await world.clock.advance(10);
    expect(world.clock.timers()).toHaveLength(before + 1);
    connection.close();
    await world.clock.advance(10);
    expect(world.clock.timers()).toHaveLength(before);
  });

  test("are judged by where they come from and what they are for", async () => {
    const seen: unknown[] = [];
    peer.filterInbound((arrival) => {
      seen.push([arrival.protocol, arrival.from.address, arrival.to]);
      return "allow";
    });
    connect();
    await world.clock.advance(10);
    expect(seen).toEqual([["tcp", CLIENT.address, SERVICE]]);
  });
});

describe("datagrams", () => {
  test.each(["drop", "reject"] as const)("are judged one by one: %s", async (verdict) => {
    const got: number[] = [];
    await peer.network.bind(SERVICE, (data) => got.push(data[0] ?? 0));
    const client = await world.network.bind(CLIENT, () => {});
    client.send(Uint8Array.of(1), SERVICE);
    await world.clock.advance(10);
    peer.filterInbound(always(verdict));
    client.send(Uint8Array.of(2), SERVICE);
    await world.clock.advance(10);
    peer.filterInbound(undefined);
    client.send(Uint8Array.of(3), SERVICE);
    await world.clock.advance(10);
    expect(got).toEqual([1, 3]);
  });

  test("that answer what a port of no meaning asked pass, and nobody else's do", async () => {
    peer.filterInbound(always("drop"));
    const got: string[] = [];
    const asking = await peer.network.bind({ address: SERVICE.address, port: 0 }, (_, from) => got.push(from.address));
    const server = await world.network.bind(CLIENT, (data, from) => server.send(data, from));
    const stranger = await world.network.bind({ address: "198.51.100.8", port: 40_000 }, () => {});
    stranger.send(Uint8Array.of(1), asking.local);
    asking.send(Uint8Array.of(1), CLIENT);
    await world.clock.advance(10);
    expect(got).toEqual([CLIENT.address]);
  });
});

test("whoever relies on the network is told that verdicts have changed, and of nothing where none has", () => {
  const before = world.network.stableRevision;
  peer.filterInbound(undefined);
  expect(world.network.stableRevision).toBe(before);
  peer.filterInbound(always("drop"));
  const dropping = world.network.stableRevision;
  expect(dropping).not.toBe(before);
  peer.filterInbound(undefined);
  expect(world.network.stableRevision).not.toBe(dropping);
});
