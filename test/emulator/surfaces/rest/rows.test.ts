import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startRestPeer, type RestPeer } from "./rest-peer.ts";

let edge: RestPeer;
let controller: RestPeer;

beforeAll(async () => {
  edge = await startRestPeer("expressway-e");
  controller = await startRestPeer("expressway-c");
});
afterAll(async () => {
  await edge.close();
  await controller.close();
});

const NEIGHBOR = "common/zone/neighborzone";

const created: readonly [path: string, peer: () => RestPeer, body: object, shown: object][] = [
  [
    NEIGHBOR,
    () => edge,
    { PeerAddress: ["192.0.2.9", "far.example.com"], SIPPort: 5060, AuthenticationMode: "check credentials" },
    {
      PeerAddress: ["192.0.2.9", "far.example.com"],
      SIPPort: 5060,
      AuthenticationMode: "Check credentials",
      SIPMode: "On",
      HopCount: 15,
    },
  ],
  [
    "common/zone/dnszone",
    () => edge,
    { IncludeAddressRecord: "on" },
    { IncludeAddressRecord: "On", SIPDefaultTransport: "UDP" },
  ],
  [
    "controller/zone/traversalclient",
    () => controller,
    { PeerAddress: ["192.0.2.9"], AuthenticationUserName: "c", AuthenticationPassword: "secret" },
    { PeerAddress: ["192.0.2.9"], AuthenticationUserName: "c", SIPTransport: "TLS" },
  ],
  [
    "edge/zone/traversalserver",
    () => edge,
    { AuthenticationUserName: "c", H323Protocol: "H46018" },
    { AuthenticationUserName: "c", H323Protocol: "H46018" },
  ],
  [
    "common/searchrule",
    () => edge,
    { Priority: 7, TargetName: "LocalZone", Mode: "AliasPatternMatch", PatternString: "1234" },
    {
      Priority: 7,
      TargetName: "LocalZone",
      Mode: "AliasPatternMatch",
      PatternString: "1234",
      PatternBehavior: "Strip",
    },
  ],
  [
    "common/domain",
    () => edge,
    { EdgeSip: "On", EdgeXmpp: "Off" },
    { Sip: "On", EdgeSip: "On", EdgeXmpp: "Off", XmppFederation: "Off" },
  ],
  [
    "common/adminaccount/configuration",
    () => edge,
    { Password: "secret", AccessLevel: "readonly", WebAccess: "No" },
    { AccessLevel: "ReadOnly", WebAccess: "No", APIAccess: "Yes", State: "Enabled" },
  ],
];

test.each(created)("%s: created, read, renamed, deleted", async (path, peerOf, body, shown) => {
  const peer = peerOf();
  const before = await peer.get<object[]>(path);
  const post = await peer.ask("POST", path, { Name: "one.example.com", ...body });
  expect(post.statusCode).toBe(201);
  expect(await peer.get(`${path}/name/one.example.com`)).toEqual(
    [{ Name: "one.example.com", ...(expect.objectContaining(shown) as object) } as object].map(
      () => expect.objectContaining({ Name: "one.example.com", ...shown }) as object,
    ),
  );
  expect(await peer.get<object[]>(path)).toHaveLength(before.length + 1);

  const again = await peer.refused("POST", path, { Name: "one.example.com", ...body });
  expect(again).toEqual([400, expect.stringMatching(/ name already exists$/)]);
  await peer.done("PUT", path, { Name: "one.example.com", New_Name: "two.example.com" });
  expect(await peer.refused("GET", `${path}/name/one.example.com`)).toEqual([
    404,
    'nothing has the Name "one.example.com"',
  ]);
  expect(await peer.get(`/api/v1/provisioning/${path}/Name/two.example.com`)).toEqual([expect.objectContaining(shown)]);

  const [status, message] = await peer.refused("DELETE", path, { Name: "one.example.com" });
  expect([status, message]).toEqual([
    404,
    expect.stringMatching(/^there is no .* with the Name "one.example.com"; there are: .*two\.example\.com/),
  ]);
  await peer.done("DELETE", path, { Name: "two.example.com" });
  expect(await peer.get(path)).toEqual(before);
});

test("credentials are listed by their names alone, and devices authenticate with the new password", async () => {
  const path = "common/credential";
  await edge.done("POST", path, { Name: "alice", Password: "first" });
  expect(await edge.get(path)).toEqual({ Name: ["alice"] });
  await edge.done("PUT", path, { Name: "alice", New_Name: "bob", New_Password: "second" });
  expect(await edge.get("edge/credential/name/bob")).toEqual({ Name: ["bob"] });
  expect(edge.device.configuration.get("Authentication Credential 1 Password")).toBe("second");
  expect(await edge.refused("PUT", path, { Name: "bob", Password: "third" })).toEqual([
    400,
    expect.stringContaining('there is no member "Password" here: one of Name, New_Name, New_Password'),
  ]);
  await edge.done("DELETE", path, { Name: "bob" });
  expect(await edge.get(path)).toEqual({ Name: [] });
});

test("transforms are told by their priority", async () => {
  const path = "common/transform";
  await edge.done("POST", path, { Priority: 5, PatternString: "9", PatternBehavior: "Strip" });
  await edge.done("PUT", path, { Priority: "5", New_Priority: 6, ReplaceString: "8" });
  expect(await edge.get(`${path}/priority/6`)).toEqual([
    expect.objectContaining({ Priority: 6, PatternString: "9", ReplaceString: "8", State: "Enabled" }),
  ]);
  await edge.done("DELETE", path, { Priority: 6 });
  expect(await edge.get(path)).toEqual([]);
});

describe("zones", () => {
  test("bring their links along and take them away, as ZoneAdd and ZoneDelete do", async () => {
    const linksOf = (name: string): number =>
      edge.device.configuration.rows
        .of("Bandwidth Link")
        .filter((row) => edge.device.configuration.get(`Bandwidth Link ${row} Node1 Name`) === name).length;
    await edge.done("POST", NEIGHBOR, { Name: "linked", PeerAddress: ["192.0.2.9"] });
    expect(linksOf("linked")).toBe(2);
    await edge.done("DELETE", NEIGHBOR, { Name: "linked" });
    expect(linksOf("linked")).toBe(0);
  });

  test("can be made in a row whose zone was renamed and deleted, which left its links behind", async () => {
    for (const round of [1, 2]) {
      await edge.done("POST", NEIGHBOR, { Name: `first ${round}`, PeerAddress: ["192.0.2.9"] });
      await edge.done("PUT", NEIGHBOR, { Name: `first ${round}`, New_Name: `second ${round}` });
      expect((await edge.ask("DELETE", NEIGHBOR, { Name: `second ${round}` })).statusCode).toBe(200);
    }
  });

  test("of another type are not there", async () => {
    await edge.done("POST", "common/zone/dnszone", { Name: "names" });
    expect(await edge.get(NEIGHBOR)).toEqual([]);
    expect((await edge.refused("PUT", NEIGHBOR, { Name: "names", HopCount: 3 }))[0]).toBe(404);
    expect(await edge.refused("POST", NEIGHBOR, { Name: "names", PeerAddress: ["192.0.2.9"] })).toEqual([
      400,
      "Neighbor zone name already exists",
    ]);
    await edge.done("DELETE", "common/zone/dnszone", { Name: "names" });
  });

  test("are made whole or not at all, and so are changes", async () => {
    const { generation } = edge.device.configuration;
    const made = await edge.refused("POST", NEIGHBOR, {
      Name: "half",
      PeerAddress: ["192.0.2.9", "not an address"],
      SIPPort: 5060,
    });
    expect(made).toEqual([
      400,
      expect.stringMatching(/^PeerAddress: "not an address" is not allowed: an IP address or a host name/),
    ]);
    await edge.done("POST", NEIGHBOR, { Name: "whole", PeerAddress: ["192.0.2.9"] });
    const after = edge.device.configuration.generation;
    expect(after).toBe(generation + 1);
    const changed = await edge.refused("PUT", NEIGHBOR, { Name: "whole", SIPPort: 5062, HopCount: 999 });
    expect(changed).toEqual([400, 'HopCount: "999" is not allowed: a whole number from 1 to 255']);
    expect(edge.device.configuration.generation).toBe(after);
    await edge.done("DELETE", NEIGHBOR, { Name: "whole" });
  });
});

describe("what is refused", () => {
  test.each([
    ["POST", NEIGHBOR, {}, "members are missing: Name, PeerAddress"],
    [
      "POST",
      NEIGHBOR,
      { Name: "a", PeerAddress: [] },
      /^PeerAddress: \[\] is not allowed: an array of 1 to 6 strings$/,
    ],
    ["POST", NEIGHBOR, { Name: "a", PeerAddress: "192.0.2.9" }, /^PeerAddress: "192.0.2.9" is not allowed: an array/],
    ["POST", NEIGHBOR, { Name: "a", PeerAddress: [7] }, "PeerAddress: 7 is not allowed: a string"],
    ["POST", NEIGHBOR, { Name: "a", PeerAddress: [" "] }, 'PeerAddress: " " is not allowed: it is blank'],
    ["POST", NEIGHBOR, { Name: " ", PeerAddress: ["192.0.2.9"] }, "Name: it is blank"],
    ["POST", NEIGHBOR, { Name: 7, PeerAddress: ["192.0.2.9"] }, "Name: 7 is not allowed: a string"],
    ["POST", NEIGHBOR, { Nmae: "a" }, /^there is no member "Nmae" here: one of Name, HopCount,/],
    [
      "POST",
      NEIGHBOR,
      { Name: "a", PeerAddress: ["192.0.2.9"], SIPTransport: "SCTP" },
      'SIPTransport: "SCTP" is not allowed: one of UDP, TCP, TLS',
    ],
    [
      "POST",
      NEIGHBOR,
      { Name: "a", PeerAddress: ["192.0.2.9"], AuthenticationMode: "never" },
      /is not allowed: one of Do not check credentials, Treat/,
    ],
    ["POST", NEIGHBOR, "{", /^the body is not JSON: /],
    ["POST", NEIGHBOR, "[1]", /^the body is \[1\]: a JSON object is expected/],
    ["PUT", NEIGHBOR, {}, "the body has no member Name"],
    ["DELETE", NEIGHBOR, { Name: "a", HopCount: 1 }, /^there is no member "HopCount" here: one of Name$/],
    [
      "POST",
      "common/searchrule",
      { Name: "r", Priority: 1, TargetName: "LocalZone", PatternString: "x" },
      /^PatternString: applies only while Zones Policy SearchRules Rule 2 Mode is AliasPatternMatch$/,
    ],
    [
      "POST",
      "common/adminaccount/configuration",
      { Name: "admin", Password: "x" },
      /^Name: the name "admin" is that of a built-in account$/,
    ],
    ["DELETE", `${NEIGHBOR}/name/a`, { Name: "a" }, /^a filter belongs to a GET/],
    ["GET", `${NEIGHBOR}/colour/red`, undefined, /^there is no filter "colour": one of name, hopcount,/],
    ["GET", `${NEIGHBOR}/name`, undefined, "the filter name has no value"],
  ] as const)("%s %s %j", async (method, path, body, message) => {
    const { generation } = edge.device.configuration;
    expect(await edge.refused(method, path, body)).toEqual([400, expect.stringMatching(message)]);
    expect(edge.device.configuration.generation).toBe(generation);
  });

  test("a value that X8.1 has no choice of is not implemented, and counted", async () => {
    const answer = await edge.refused("POST", "common/domain", { Name: "x.example.com", EdgeXmpp: "On" });
    const what = "/api/provisioning/common/domain EdgeXmpp";
    expect(answer).toEqual([501, `not implemented by the emulator: ${what}: "On", always Off: X8.1 has no XMPP`]);
    expect(edge.device.unimplemented.counts().get(what)).toBe(1);
    expect(await edge.get("common/domain")).toEqual([]);
  });

  test("two rows that the CLI gave one name are not told apart by it", async () => {
    const path = "common/searchrule";
    await edge.done("POST", path, { Name: "twin", Priority: 1, TargetName: "LocalZone" });
    const row = edge.device.configuration.rows.of("Zones Policy SearchRules Rule").at(-1) ?? 0;
    edge.device.configuration.set([{ path: `Zones Policy SearchRules Rule ${row + 1} Name`, value: "twin" }], {
      user: "admin",
    });
    expect(await edge.get<object[]>(`${path}/name/twin`)).toHaveLength(2);
    expect(await edge.refused("DELETE", path, { Name: "twin" })).toEqual([
      400,
      expect.stringContaining("there are 2 of Search Rule with the Name"),
    ]);
  });
});
