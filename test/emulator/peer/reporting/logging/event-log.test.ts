import { afterEach, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { keyFor } from "../../calls/call/carrying-cluster.ts";
import { NTP_ADDRESS, OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;
afterEach(() => cluster.stop());

const lines = (index = 1): string => cluster.device(index).log.newest(500).join("\n");

describe("the log level", () => {
  test("decides which events are written", async () => {
    cluster = await SimulatedCluster.start({ seed: 1, peers: 2 });
    await cluster.advance(minutes(3));
    expect(lines()).not.toMatch(/Level="[234]"/);
    const { log } = cluster.device(1);
    log.event("tvcs", "Relay Allocated", { Detail: "too little for level 1" });
    cluster.set(1, "Log Level", "2");
    log.event("tvcs", "Relay Allocated", { Detail: "written" });
    log.event("tvcs", "Relay Deleted", { Detail: "of another level" }, 3);
    expect(lines()).toMatch(/Event="Relay Allocated" Detail="written" Level="2" UTCTime="/);
    expect(lines()).not.toMatch(/too little for level 1|of another level/);
  });

  test("2 shows location requests to neighbors, 3 what peers tell each other", async () => {
    cluster = await SimulatedCluster.start({ seed: 2, peers: 2, configuration: () => neighbor });
    await cluster.advance(minutes(5));
    cluster.set(1, "Log Level", "2");
    cluster.world.network.disturb();
    await cluster.advance(minutes(2));
    expect(lines()).toMatch(
      /Event="RAS Message Sent" Service="H.225" Dst-ip="10.0.0.80" Dst-port="1719" Detail="locationRequest" Level="2"/,
    );
    expect(lines()).not.toMatch(/Event="RAS Message (?:Sent|Received)".*10\.0\.0\.2"/);
    cluster.set(1, "Log Level", "3");
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.command(1, "Locate", { Alias: "bob", HopCount: "3", Protocol: "H323" });
    await cluster.advance(minutes(3));
    expect(lines()).toMatch(/Event="RAS Message Sent" Service="H.225" Dst-ip="10.0.0.2" .* Level="3"/);
  });
});

const neighbor = {
  "Zones Zone 1 Name": "Far",
  "Zones Zone 1 Type": "Neighbor",
  "Zones Zone 1 Neighbor Peer 1 Address": "10.0.0.80",
};

describe("External Server Communications Failure", () => {
  test("is written once for a neighbor that does not answer", async () => {
    cluster = await SimulatedCluster.start({ seed: 3, peers: 1, formed: false, configuration: () => neighbor });
    await cluster.advance(minutes(6));
    expect(lines().match(/Event="External Server Communications Failure".*/g)).toEqual([
      expect.stringContaining(
        'Reason="gatekeeper timed out" Service="NeighbourGatekeeper" Detail="name:10.0.0.80:1719"',
      ),
    ]);
  });

  test("is written when no time server answers any more", async () => {
    cluster = await SimulatedCluster.start({ seed: 4, peers: 1, formed: false });
    await cluster.advance(minutes(3));
    expect(lines()).not.toContain('Service="NTP"');
    await cluster.faults.add({ kind: "ntp-silent", peer: "p1" });
    await cluster.advance(minutes(10));
    expect(lines().match(/Event="External Server Communications Failure".*/g)).toEqual([
      expect.stringContaining(`Reason="no response" Service="NTP" Detail="${NTP_ADDRESS}"`),
    ]);
  });
});

describe("a call", () => {
  test("has one serial number and one tag from its attempt to its end", async () => {
    cluster = await SimulatedCluster.start({ seed: 5, peers: 1, formed: false });
    await cluster.advance(seconds(10));
    const request = {
      source: "ann@example.com",
      destination: "bob@example.com",
      protocol: "SIP",
      media: "video",
      from: "DefaultSubZone",
    } as const;
    cluster.device(1).calls.place(request, () => {});
    await cluster.advance(seconds(10));
    const events = lines()
      .split("\n")
      .filter((line) => line.includes('Event="Call '));
    expect(events.map((line) => / Event="([^"]*)"/.exec(line)?.[1])).toEqual(["Call Rejected", "Call Attempted"]);
    const [rejected = "", attempted = ""] = events;
    const numbers = /Call-serial-number="[^"]{36}" Tag="[^"]{36}"/.exec(attempted)?.[0];
    expect(attempted).toContain(
      `Service="SIP" Src-alias-type="SIP" Src-alias="ann@example.com" Dst-alias-type="SIP" Dst-alias="bob@example.com" Auth="NO" ${numbers}`,
    );
    expect(rejected).toContain(`Response-code="404" Src-alias-type="SIP"`);
    expect(rejected).toContain(numbers);
  });
});

test("registrations are requested, refreshed and removed", async () => {
  cluster = await SimulatedCluster.start({
    seed: 6,
    peers: 1,
    formed: false,
    product: "vcs-control",
    configuration: () => ({ "Option 1 Key": keyFor(1, "R10") }),
  });
  cluster.set(1, "Log Level", "3");
  const { registrations } = cluster.device(1);
  const request = { alias: "ann@example.com", protocol: "H323", address: "10.0.0.70" } as const;
  registrations.register(request);
  registrations.register(request);
  registrations.remove("ann@example.com");
  const events = [
    ...lines().matchAll(/Event="(Registration [^"]*)" Service="H.323" Src-ip="10.0.0.70" Src-alias="ann@/g),
  ];
  expect(events.map(([, event]) => event).toReversed()).toEqual([
    "Registration Requested",
    "Registration Accepted",
    "Registration Refresh Requested",
    "Registration Refresh Accepted",
    "Registration Removed",
  ]);
});

test("G5.8 the Configuration Log has changes alone, also those that the copy makes", async () => {
  cluster = await SimulatedCluster.start({ seed: 7, peers: 2 });
  await cluster.advance(minutes(3));
  cluster.set(1, "SIP TCP Port", "5070");
  expect(cluster.device(1).configuration.set([{ path: "SystemUnit Name", value: "one" }], OPERATOR)).toEqual({
    ok: true,
  });
  await cluster.advance(minutes(3));
  const changes = (index: number): string[] => cluster.device(index).log.newest(1000, "configuration");
  expect(changes(1).every((line) => line.includes('Event="System Configuration Changed"'))).toBe(true);
  expect(changes(2)[0]).toMatch(/ replication: .*configuration\/sip\/tcp\/port - changed from: '5060' to: '5070'/);
  expect(changes(2).join("\n")).not.toContain("systemunit/name - changed from: '' to: 'one'");
});
