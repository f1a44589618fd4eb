import { afterEach, describe, expect, it } from "vitest";
import { hours, minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { longTermKey } from "../../../../../protocol/stun/integrity.ts";
import { addressOf, type SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { CLIENT, probe, somebody, startTurnCluster, UDP } from "./turn-cluster.ts";

const FIRST_RELAY = { address: addressOf(1), port: 60_000 };

let cluster: SimulatedCluster;
afterEach(() => cluster.stop());

const relaysNow = (index = 1): number => cluster.device(index).turn.count.Current;
const logOf = (index = 1): string => cluster.device(index).log.newest(30).join("\n");

describe("credentials", () => {
  it("are asked for with realm and nonce, and the event log tells of wrong ones", async () => {
    cluster = await startTurnCluster({ seed: 1 });
    const client = await probe(cluster);
    const asked = await client.ask("allocate", UDP);
    expect(asked).toMatchObject({ class: "error", attributes: { errorCode: { code: 401, reason: "Unauthorized" } } });
    expect(asked?.attributes.realm).toBe("TANDBERG");
    expect(logOf()).not.toContain("Authorization Failure");
    expect(await client.request("allocate", UDP, { password: "wrong" })).toBe(401);
    expect(await client.request("allocate", UDP, { username: "carol" })).toBe(401);
    expect(logOf()).toContain('Event="Authorization Failure" Service="TURN" Src-ip="10.0.0.100"');
    expect(relaysNow()).toBe(0);
    expect(await client.request("allocate", UDP)).toMatchObject({ xorRelayedAddress: FIRST_RELAY });
  });

  it("have to be whole, and under a nonce of this server that is no older than an hour", async () => {
    cluster = await startTurnCluster({ seed: 2 });
    const client = await probe(cluster);
    const key = longTermKey("alice", "TANDBERG", "secret");
    const code = async (attributes: object): Promise<number | undefined> =>
      (await client.ask("allocate", { ...UDP, ...attributes }, { key }))?.attributes.errorCode?.code;
    expect(await code({ username: "alice" })).toBe(400);
    expect(await code({ username: "alice", realm: "TANDBERG", nonce: "made up" })).toBe(438);
    const nonce = (await client.ask("allocate", UDP))?.attributes.nonce ?? "";
    await cluster.advance(hours(1));
    expect(await code({ username: "alice", realm: "TANDBERG", nonce })).toBe(438);
  });

  it("are not asked for while authentication is off, and not checked here while that is delegated", async () => {
    cluster = await startTurnCluster({ seed: 3 });
    cluster.set(1, "Traversal Server TURN Authentication Remote Mode", "On");
    expect(await (await probe(cluster)).request("allocate", UDP)).toBe(500);
    expect(logOf()).toContain("delegated credential checking of TURN requests");
    cluster.set(1, "Traversal Server TURN Authentication Mode", "Off");
    expect((await (await probe(cluster)).ask("allocate", UDP))?.class).toBe("success");
  });

  it("are copied to all peers, added and deleted by name", async () => {
    cluster = await startTurnCluster({ seed: 4, peers: 2 });
    expect(await cluster.command(1, "CredentialAdd", { Name: "carol", Password: "of her own" })).toEqual({
      ok: true,
      values: { Id: 3 },
    });
    expect(await cluster.command(1, "CredentialAdd", { Name: "carol", Password: "x" })).toMatchObject({ ok: false });
    expect(await cluster.command(1, "CredentialDelete", { Name: "dave" })).toEqual({
      ok: false,
      reason: "Name dave does not exist; there are: alice, bob, carol",
    });
    await cluster.advance(minutes(3));
    const carol = { username: "carol", password: "of her own" };
    expect(await (await probe(cluster, 2)).request("allocate", UDP, carol)).toBeTypeOf("object");
    expect(await cluster.command(1, "CredentialDelete", { Name: "carol" })).toEqual({ ok: true });
    expect(await (await probe(cluster, 1)).request("allocate", UDP, carol)).toBe(401);
  });
});

describe("a relay", () => {
  it("is allocated, told of on every surface, refreshed and given back", async () => {
    cluster = await startTurnCluster({ seed: 5 });
    const client = await probe(cluster);
    const transactionId = new Uint8Array(12).fill(7);
    const allocated = { xorRelayedAddress: FIRST_RELAY, lifetime: 600, xorMappedAddress: client.local };
    expect(await client.request("allocate", UDP, { transactionId })).toEqual(allocated);
    expect(await client.request("allocate", UDP, { transactionId })).toEqual(allocated);
    expect(await client.request("allocate", UDP)).toBe(437);
    const { status } = cluster.device(1);
    expect(status.values("TURN")).toEqual({
      Server: { Status: "Active", Interface: addressOf(1), Relays: { Count: 1 } },
    });
    expect(status.values("ResourceUsage")).toMatchObject({ TURN: { Relays: { Current: 1, Max: 1, Total: 1 } } });
    expect(logOf()).toMatch(/Event="Relay Allocated" .* User="alice" Detail="relay 10\.0\.0\.1:60000" Level="2"/);
    expect(await client.request("refresh", { lifetime: 10 })).toEqual({ lifetime: 600 });
    expect(await client.request("refresh", { lifetime: 9999 })).toEqual({ lifetime: 3600 });
    expect(await client.request("refresh", {}, { username: "bob" })).toBe(441);
    expect(await client.request("refresh", { lifetime: 0 })).toEqual({ lifetime: 0 });
    expect(await client.request("refresh")).toBe(437);
    expect(relaysNow()).toBe(0);
    expect(logOf()).toContain('Event="Relay Deleted"');
  });

  it("expires when nobody refreshes it, and its port rests until all others have been given out", async () => {
    cluster = await startTurnCluster({ seed: 6, configuration: { "Traversal Server TURN Media Port End": "60002" } });
    const client = await probe(cluster);
    await client.request("allocate", UDP);
    await cluster.advance(seconds(599));
    expect(relaysNow()).toBe(1);
    await cluster.advance(seconds(2));
    expect(relaysNow()).toBe(0);
    expect(logOf()).toContain('Event="Relay Expired"');
    for (const port of [60_001, 60_002, 60_000])
      expect(await (await probe(cluster)).request("allocate", UDP)).toMatchObject({ xorRelayedAddress: { port } });
    expect(await (await probe(cluster)).request("allocate", UDP)).toBe(508);
  });

  it("is refused what no relay here can do", async () => {
    cluster = await startTurnCluster({ seed: 7 });
    const client = await probe(cluster);
    expect(await client.request("allocate", {})).toBe(400);
    expect(await client.request("allocate", { requestedTransport: 6 })).toBe(442);
    expect(await client.request("allocate", { ...UDP, requestedAddressFamily: 2 })).toBe(440);
    expect(await client.request("allocate", { ...UDP, dontFragment: true })).toBe(420);
    expect(await client.request("createPermission", {})).toBe(437);
    expect(await client.request("allocate", { ...UDP, requestedAddressFamily: 1 })).toBeTypeOf("object");
  });

  it("may have an even port, and the next one kept for 30 seconds", async () => {
    cluster = await startTurnCluster({ seed: 8, configuration: { "Traversal Server TURN Media Port Start": "60001" } });
    const pair = await (await probe(cluster)).request("allocate", { ...UDP, evenPort: { reserveNext: true } });
    expect(pair).toMatchObject({ xorRelayedAddress: { port: 60_002 } });
    const reservationToken = (typeof pair === "object" && pair.reservationToken) || new Uint8Array(8);
    const even = await (await probe(cluster)).request("allocate", { ...UDP, evenPort: { reserveNext: false } });
    expect(even).toMatchObject({ xorRelayedAddress: { port: 60_004 } });
    const second = await probe(cluster);
    expect(await second.request("allocate", { ...UDP, reservationToken, evenPort: { reserveNext: false } })).toBe(400);
    expect(await second.request("allocate", { ...UDP, reservationToken })).toMatchObject({
      xorRelayedAddress: { port: 60_003 },
    });
    expect(await (await probe(cluster)).request("allocate", { ...UDP, reservationToken })).toBe(508);
    const other = await (await probe(cluster)).request("allocate", { ...UDP, evenPort: { reserveNext: true } });
    await cluster.advance(seconds(31));
    const late = (typeof other === "object" && other.reservationToken) || new Uint8Array(8);
    expect(await (await probe(cluster)).request("allocate", { ...UDP, reservationToken: late })).toBe(508);
  });
});

describe("data", () => {
  it("passes by indications where there is a permission, for five minutes", async () => {
    cluster = await startTurnCluster({ seed: 9 });
    const client = await probe(cluster);
    const far = await somebody(cluster, "10.0.0.150");
    const relay = "10.0.0.1:60000: ";
    await client.request("allocate", UDP);
    const send = (text: string): void =>
      client.indicate({ xorPeerAddress: [far.socket.local], data: Buffer.from(text) });
    send("too early");
    far.socket.send(Buffer.from("too early"), FIRST_RELAY);
    expect(await client.heard()).toEqual([]);
    expect(
      await client.request("createPermission", { xorPeerAddress: [{ address: "10.0.0.150", port: 0 }] }),
    ).toBeTypeOf("object");
    send("hello");
    await cluster.advance(10);
    expect(far.heard).toEqual([`${relay}hello`]);
    far.socket.send(Buffer.from("and back"), FIRST_RELAY);
    const { address, port } = far.socket.local;
    expect(await client.heard()).toEqual([`${address}:${port}: and back`]);
    expect(
      [...cluster.device(1).turn.clients()].map(([from, relays]) => [from, relays[0]?.permitted, relays[0]?.traffic]),
    ).toEqual([[CLIENT, ["10.0.0.150"], { toPeers: { packets: 1, bytes: 5 }, toClient: { packets: 1, bytes: 8 } }]]);
    await cluster.advance(minutes(5));
    send("too late");
    far.socket.send(Buffer.from("too late"), FIRST_RELAY);
    expect(await client.heard()).toEqual([]);
    expect(far.heard).toHaveLength(1);
  });

  it("passes by channels, each bound to one peer for ten minutes", async () => {
    cluster = await startTurnCluster({ seed: 10 });
    const client = await probe(cluster);
    const far = await somebody(cluster, "10.0.0.150");
    const bind = (channelNumber: number, address = far.socket.local) =>
      client.request("channelBind", { channelNumber, xorPeerAddress: [address] });
    await client.request("allocate", UDP);
    expect(await bind(0x3fff)).toBe(400);
    expect(await bind(0x4000, { ...far.socket.local, port: 0 })).toBe(400);
    expect(await bind(0x4000)).toBeTypeOf("object");
    expect(await bind(0x4000)).toBeTypeOf("object");
    expect(await bind(0x4001)).toBe(400);
    expect(await bind(0x4000, { address: "10.0.0.151", port: 9 })).toBe(400);
    client.sendOnChannel(0x4000, "hello");
    client.sendOnChannel(0x4002, "nobody");
    await cluster.advance(10);
    expect(far.heard).toEqual(["10.0.0.1:60000: hello"]);
    far.socket.send(Buffer.from("and back"), FIRST_RELAY);
    expect(await client.heard()).toEqual(["16384: and back"]);
    await cluster.advance(minutes(9));
    await client.request("refresh", { lifetime: 3600 });
    await cluster.advance(minutes(2));
    client.sendOnChannel(0x4000, "too late");
    await cluster.advance(10);
    expect(far.heard).toHaveLength(1);
    expect(await bind(0x4001)).toBeTypeOf("object");
  });

  it("goes nowhere that is no place for it", async () => {
    cluster = await startTurnCluster({ seed: 11 });
    const client = await probe(cluster);
    await client.request("allocate", UDP);
    const permit = (...addresses: readonly string[]) =>
      client.request("createPermission", { xorPeerAddress: addresses.map((address) => ({ address, port: 9 })) });
    expect(await permit()).toBe(400);
    for (const address of ["0.0.0.0", "127.0.0.1", "224.0.0.1", "255.255.255.255"])
      expect([address, await permit("10.0.0.150", address)]).toEqual([address, 403]);
    expect(await permit("2001:db8::1")).toBe(443);
    expect(
      [...cluster.device(1).turn.clients()].flatMap(([, relays]) => relays.flatMap((one) => one.permitted)),
    ).toEqual([]);
  });
});

describe("the server", () => {
  it("tells anybody where a request came from, and notes what is none", async () => {
    cluster = await startTurnCluster({ seed: 12 });
    const client = await probe(cluster);
    expect((await client.ask("binding"))?.attributes).toEqual({ xorMappedAddress: client.local });
    expect((await client.ask("binding", { dontFragment: true }))?.attributes).toMatchObject({
      errorCode: { code: 420 },
      unknownAttributes: [0x001a],
    });
    expect((await client.ask("send"))?.attributes.errorCode?.code).toBe(400);
    client.send(Buffer.from("hello"));
    await cluster.advance(10);
    expect(logOf()).toContain('Event="Decode Error" Service="TURN" Src-ip="10.0.0.100"');
  });

  it("follows its settings, and takes the relays along when it goes", async () => {
    cluster = await startTurnCluster({ seed: 13 });
    const client = await probe(cluster);
    await client.request("allocate", UDP);
    cluster.set(1, "Traversal Server TURN Port", "3479");
    await cluster.advance(seconds(1));
    expect([relaysNow(), await client.ask("binding")]).toEqual([0, undefined]);
    cluster.set(1, "Traversal Server TURN Port", "3478");
    await cluster.advance(seconds(1));
    expect((await client.ask("binding"))?.class).toBe("success");
    cluster.set(1, "Traversal Server TURN Mode", "Off");
    await cluster.advance(seconds(1));
    expect(await client.ask("binding")).toBeUndefined();
    expect(cluster.device(1).status.values("TURN")).toEqual({ Server: { Status: "Inactive" } });
  });

  it("is not there on a product of the inside", async () => {
    cluster = await startTurnCluster({ seed: 14, product: "expressway-c" });
    expect(await (await probe(cluster)).ask("binding")).toBeUndefined();
    expect(cluster.device(1).status.values("TURN")).toEqual({ Server: { Status: "Inactive" } });
  });
});

describe("licenses", () => {
  it("G5.11 are one pool of the cluster, of which a relay takes one while it lasts", async () => {
    cluster = await startTurnCluster({ seed: 15, peers: 2, relays: 2 });
    const first = await probe(cluster, 2);
    expect(await first.request("allocate", UDP)).toBeTypeOf("object");
    expect(await (await probe(cluster, 2)).request("allocate", UDP)).toBeTypeOf("object");
    expect(cluster.device(1).licensing.use("TURN relay")).toMatchObject({ own: 0, cluster: 2, pool: 2 });
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([
      [30007, 30021],
      [30007, 30021],
    ]);
    expect(await (await probe(cluster, 1)).request("allocate", UDP)).toBe(486);
    expect(logOf()).toContain('Event="License Limit Reached" Service="TURN"');
    await first.request("refresh", { lifetime: 0 });
    expect(cluster.alarms(1)).toEqual([]);
    expect(await (await probe(cluster, 1)).request("allocate", UDP)).toBeTypeOf("object");
  });

  it("stay with their peer on a VCS", async () => {
    cluster = await startTurnCluster({ seed: 16, peers: 2, relays: 1, product: "vcs-expressway" });
    expect(await (await probe(cluster, 2)).request("allocate", UDP)).toBe(486);
    expect(await (await probe(cluster, 1)).request("allocate", UDP)).toBeTypeOf("object");
    expect(cluster.device(2).licensing.use("TURN relay")).toMatchObject({ own: 0, cluster: 0, pool: 0 });
  });
});
