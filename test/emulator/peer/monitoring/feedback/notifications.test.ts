import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findExpression } from "../../../../../emulator/peer/monitoring/feedback/expressions.ts";
import type { Element } from "../../../../../protocol/xapi/element.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { NTP_ADDRESS, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { call, keyFor, startCarryingCluster } from "../../calls/call/carrying-cluster.ts";
import { probe, startTurnCluster, UDP } from "../../calls/turn/turn-cluster.ts";

let cluster: SimulatedCluster;
let told: string[];
let elements: Element[];

/** Listens on the first peer; what is told is kept as `Event CallConnected`. */
const listen = (...typed: string[]): (() => void) => listenAt(1, ...typed);

function listenAt(index: number, ...typed: string[]): () => void {
  const selected = typed.flatMap((expression) => {
    const found = findExpression(expression);
    if (!found.ok) throw new Error(found.reason);
    return found.selected;
  });
  return cluster.device(index).notifications.subscribe(selected, (notification) => {
    for (const element of notification.elements) {
      told.push(`${notification.root} ${element.name}`);
      elements.push(element);
    }
  });
}

/** The leaves of the last element that was told, by name. */
function leaves(of: Element | undefined = elements.at(-1)): Record<string, string> {
  return Object.assign(
    {},
    of?.text === undefined ? {} : { [of.name]: of.text },
    ...(of?.children ?? []).map(leaves),
  ) as Record<string, string>;
}

beforeEach(() => {
  told = [];
  elements = [];
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

describe("calls", () => {
  beforeEach(async () => {
    cluster = await startCarryingCluster({ seed: 1, peers: 1 });
  });

  it("are told of as they are wanted, connected and over, with what they have", async () => {
    listen("Event/CallAttempt", "Event/CallConnected", "Event/CallDisconnected", "Event/CallFailure");
    const outcome = await call(cluster, 1);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(told).toEqual(["Event CallAttempt", "Event CallConnected"]);
    expect(leaves(elements[0])).toEqual({
      Tag: expect.any(String) as string,
      Protocol: "H323",
      SourceAlias: "alice@example.com",
      DestinationAlias: "bob@example.com",
    });
    await cluster.advance(seconds(5));
    cluster.device(1).calls.hangUp(outcome.call.serialNumber);
    expect(told.slice(2)).toEqual(["Event CallDisconnected"]);
    expect(leaves()).toMatchObject({
      SerialNumber: outcome.call.serialNumber,
      CallType: "Traversal",
      Bandwidth: String(outcome.call.allocated),
      Duration: "5",
      DisconnectCause: "Normal call clearing",
    });
  });

  it("that are refused are failures, with the reason", async () => {
    listen("Event/CallConnected", "Event/CallFailure");
    expect((await call(cluster, 1, { destination: "nobody@example.com" })).ok).toBe(false);
    expect(told).toEqual(["Event CallFailure"]);
    expect(leaves()).toMatchObject({ DestinationAlias: "nobody@example.com", DisconnectCause: "Not found" });
  });

  it("are a change of the status and of the use of resources; that time passes is none", async () => {
    listen("Status/Calls", "Status/NTP", "Event/ResourceUsage");
    await call(cluster, 1, { duration: minutes(30) });
    expect(told.toSorted()).toEqual(["Event ResourceUsage", "Status Calls"]);
    expect(leaves(elements.find(({ name }) => name === "Calls"))).toMatchObject({ Duration: "0" });
    await cluster.advance(minutes(20));
    cluster.set(1, "SystemUnit Name", "other");
    expect(told).toHaveLength(2);
    await cluster.advance(minutes(15));
    expect(told.slice(2).toSorted()).toEqual(["Event ResourceUsage", "Status Calls"]);
    expect(elements.at(-1)?.children ?? elements.at(-2)?.children).toBeDefined();
  });

  it("are told of once to each who listens, however many expressions select them, and not to those who do no longer", async () => {
    const end = listen("Event", "Event/CallAttempt", "event/callattempt");
    listen("Event/CallAttempt");
    await call(cluster, 1, { destination: "nobody@example.com" });
    expect(told.filter((one) => one === "Event CallAttempt")).toHaveLength(2);
    end();
    told.length = 0;
    await call(cluster, 1, { destination: "nobody@example.com" });
    expect(told).toEqual(["Event CallAttempt"]);
  });

  it("a search without a call is told of when it is over", async () => {
    listen("Event/Locate");
    const ask = (alias: string) =>
      cluster.command(1, "Locate", { Alias: alias, HopCount: "5", Protocol: "H323", SourceZone: "DefaultZone" });
    expect((await ask("bob@example.com")).ok).toBe(true);
    await cluster.advance(seconds(1));
    expect(leaves()).toMatchObject({
      Alias: "bob@example.com",
      Found: "True",
      Zone: "Far",
      Address: "10.0.0.200:1719",
    });
    await ask("nobody@example.com");
    await cluster.advance(seconds(30));
    expect(told).toEqual(["Event Locate", "Event Locate"]);
    expect(leaves()).toMatchObject({ Found: "False", Reason: "Not found" });
  });
});

it("a call in progress that gets less bandwidth is told of, where it is", async () => {
  cluster = await startCarryingCluster({ seed: 6, peers: 2 });
  cluster.set(1, "Zones LocalZone TraversalSubZone Bandwidth Total Mode", "Limited");
  cluster.set(1, "Zones LocalZone TraversalSubZone Bandwidth Total Limit", "500");
  await cluster.advance(seconds(130));
  for (const index of [1, 2]) {
    listenAt(index, "Event/Bandwidth");
    const request = { source: "a", destination: "b", protocol: "H323", media: "video", from: "DefaultZone" } as const;
    cluster.device(index).calls.place({ ...request, bandwidth: 400 }, () => {});
  }
  await cluster.advance(seconds(1));
  // Both were admitted at the same moment; the one that came last gives back.
  expect(told).toEqual(["Event Bandwidth"]);
  expect(leaves()).toMatchObject({ Bandwidth: "100", SourceAlias: "a" });
});

it("registrations are told of as they come, go and are refused", async () => {
  const key = keyFor(1, "R1");
  cluster = await SimulatedCluster.start({
    seed: 1,
    peers: 1,
    formed: false,
    product: "vcs-control",
    configuration: () => ({ "Option 1 Key": key }),
  });
  listen("Event/RegistrationAdded", "Event/RegistrationRemoved", "Event/RegistrationFailure", "Status/Registrations");
  const { registrations } = cluster.device(1);
  const endpoint = { protocol: "SIP", address: "203.0.113.5" } as const;
  registrations.register({ alias: "room", ...endpoint });
  expect(told).toEqual(["Event RegistrationAdded", "Status Registrations"]);
  expect(leaves(elements[0])).toMatchObject({ Alias: "room", Node: "DefaultSubZone", Address: "203.0.113.5" });
  registrations.register({ alias: "second", ...endpoint });
  expect(told.slice(2)).toEqual(["Event RegistrationFailure"]);
  expect(leaves()["Reason"]).toContain("limit");
  registrations.remove("room");
  expect(told.slice(3)).toEqual(["Event RegistrationRemoved", "Status Registrations"]);
  expect(elements.at(-1)).toEqual({ name: "Registrations", item: 1 });
});

it("alarms, time synchronization and zones are told of when they change", async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1 });
  await cluster.advance(minutes(3));
  listen("Status/Warnings", "Status/NTP", "Status/Zones");
  cluster.set(1, "H323 Mode", "Off");
  cluster.set(1, "NTP Server 1 Address", "");
  await cluster.advance(minutes(3));
  expect(new Set(told)).toEqual(new Set(["Status NTP", "Status Warnings"]));
  expect(leaves(elements.findLast(({ name }) => name === "Warnings"))["Reason"]).toContain("NTP");
  told.length = 0;
  await cluster.command(1, "ZoneAdd", { ZoneName: "Branch", Type: "Neighbor" });
  expect(told).toContain("Status Zones");
  cluster.set(1, "NTP Server 1 Address", NTP_ADDRESS);
  await cluster.advance(minutes(3));
  expect(leaves(elements.findLast(({ name }) => name === "NTP"))["Status"]).toBe("Active");
});

it("a client of TURN services with a wrong password is a failure of authentication", async () => {
  cluster = await startTurnCluster({ seed: 1 });
  listen("Event/AuthenticationFailure");
  const client = await probe(cluster);
  expect(await client.request("allocate", UDP, { password: "wrong" })).toBe(401);
  expect(told).toEqual(["Event AuthenticationFailure"]);
  expect(leaves()).toMatchObject({ Service: "TURN", Address: "10.0.0.100" });
});

it("what the twin cannot tell of is counted", async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
  const { notifications, unimplemented } = cluster.device(1);
  const found = findExpression("Event");
  expect(notifications.noteUntold(found.ok ? found.selected : [])).toEqual([
    "not implemented by the emulator: feedback of Event/RegistrationChanged",
  ]);
  expect(unimplemented.counts().get("feedback of Event/RegistrationChanged")).toBe(1);
  const status = findExpression("Status");
  expect(notifications.noteUntold(status.ok ? status.selected : [])).toEqual([
    "not implemented by the emulator: feedback of Status/LDAP",
  ]);
});
