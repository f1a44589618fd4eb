import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Device } from "../../../emulator/peer/device.ts";
import { AdminShell } from "../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN, simulatedDevice } from "./documents/simulated-device.ts";
import { basic, XmlPeer } from "./xml/xml-peer.ts";

type Arguments = Readonly<Record<string, string>>;

interface ListCase {
  readonly add: string;
  readonly remove: string;
  readonly args: Arguments;
  /** What is set afterwards, by path. */
  readonly sets: Readonly<Record<string, string>>;
  readonly removeArgs: Arguments;
  /** Arguments that the Add command refuses, and the reason. */
  readonly refused: Arguments;
  readonly reason: RegExp;
  /** Why the second Delete is refused. */
  readonly gone: string;
}

const cases: readonly ListCase[] = [
  {
    add: "AdminGroupAdd",
    remove: "AdminGroupDelete",
    args: { Name: "operators", AccessAPI: "Off" },
    sets: {
      "Authentication Account Admin Group 1 Name": "operators",
      "Authentication Account Admin Group 1 AccessAPI": "Off",
      "Authentication Account Admin Group 1 Enabled": "On",
    },
    removeArgs: { Name: "operators" },
    refused: { Name: " " },
    reason: /Argument "Name": the name is blank/,
    gone: "Name operators does not exist; there are: none",
  },
  {
    add: "FindMeAccountAdd",
    remove: "FindMeAccountDelete",
    args: { Name: "ann", Password: "s3cret", FindMeID: "ann@example.com", PrincipalDevice: "ann.office@example.com" },
    sets: {
      "Authentication Account FindMe Account 1 Name": "ann",
      "Authentication Account FindMe Account 1 FindMeType": "Individual",
      "Authentication Account FindMe Account 1 FindMeID": "ann@example.com",
    },
    removeArgs: { Name: "ann" },
    refused: { Name: "ann", Password: "s3cret", FindMeID: "Ann", PrincipalDevice: "ann.office@example.com" },
    reason: /"(?:ann|Ann)" cannot be both Username and FindMe ID of an account/,
    gone: "Name ann does not exist; there are: none",
  },
  {
    add: "FindMeGroupAdd",
    remove: "FindMeGroupDelete",
    args: { Name: "everybody at home" },
    sets: {
      "Authentication Account FindMe Group 1 Name": "everybody at home",
      "Authentication Account FindMe Group 1 Enabled": "On",
    },
    removeArgs: { Name: "everybody at home" },
    refused: { Name: "home@work" },
    reason: /the name "home@work" has a @; not allowed are/,
    gone: "Name everybody at home does not exist; there are: none",
  },
  {
    add: "AllowListAdd",
    remove: "AllowListDelete",
    args: { PatternString: "@example.com", PatternType: "Suffix", Description: "ours" },
    sets: {
      "Registration AllowList 1 Pattern String": "@example.com",
      "Registration AllowList 1 Pattern Type": "Suffix",
      "Registration AllowList 1 Description": "ours",
    },
    removeArgs: { AllowListId: "1" },
    refused: { PatternString: "x", PatternType: "Infix" },
    reason: /Argument "PatternType": "Infix" is not allowed: one of Exact, Prefix, Suffix, Regex/,
    gone: "AllowListId 1 does not exist; there are: none",
  },
  {
    add: "DenyListAdd",
    remove: "DenyListDelete",
    args: { PatternString: "4711" },
    sets: { "Registration DenyList 1 Pattern String": "4711", "Registration DenyList 1 Pattern Type": "Exact" },
    removeArgs: { DenyListId: "1" },
    refused: { Description: "x" },
    reason: /Missing argument: PatternString/,
    gone: "DenyListId 1 does not exist; there are: none",
  },
  {
    add: "DomainAdd",
    remove: "DomainDelete",
    args: { Name: "example.com", Edgesip: "On", Sip: "Off" },
    sets: { "SIP Domain 1 Name": "example.com", "SIP Domain 1 Edge": "On", "SIP Domain 1 Sip": "Off" },
    removeArgs: { DomainId: "1" },
    refused: { Name: "b.example.com", Edgexmpp: "On" },
    reason: /Argument "Edgexmpp": On is not implemented by the emulator/,
    gone: "DomainId 1 does not exist; there are: none",
  },
  {
    add: "PolicyServiceAdd",
    remove: "PolicyServiceDelete",
    args: { Name: "Night", Protocol: "HTTP", Verify: "Off", Address: "policy.example.com", Path: "rules" },
    sets: {
      "Policy Services Service 1 Name": "Night",
      "Policy Services Service 1 Protocol": "HTTP",
      "Policy Services Service 1 TLS Verify Mode": "Off",
      "Policy Services Service 1 TLS CRLCheck Mode": "Off",
      "Policy Services Service 1 Server 1 Address": "policy.example.com",
      "Policy Services Service 1 Path": "rules",
      "Policy Services Service 1 Status Path": "status",
      "Policy Services Service 1 DefaultCPL": "<reject status='403' reason='Service Unavailable'/>",
    },
    removeArgs: { PolicyServiceId: "1" },
    refused: { Name: "Day", Address: "not an address" },
    reason: /not an address/,
    gone: "PolicyServiceId 1 does not exist; there are: none",
  },
  {
    add: "ExtAppStatusAdd",
    remove: "ExtAppStatusDelete",
    args: { Name: "meeting rooms", Filename: "rooms.xml" },
    sets: {
      "Applications External Status 1 Name": "meeting rooms",
      "Applications External Status 1 Filename": "rooms.xml",
    },
    removeArgs: { Name: "meeting rooms" },
    refused: { Name: "n".repeat(65), Filename: "a" },
    reason: /Argument "Name"/,
    gone: "Name meeting rooms does not exist; there are: none",
  },
  {
    add: "DNSServerAdd",
    remove: "DNSServerDelete",
    args: { Address: "192.0.2.53", Index: "3" },
    sets: { "DNS Server 1 Address": "", "DNS Server 3 Address": "192.0.2.53" },
    removeArgs: { Address: "192.0.2.53" },
    refused: { Address: "dns.example.com" },
    reason: /DNS Server 1 Address: /,
    gone: "192.0.2.53 is not in DNS Server; there are: none",
  },
  {
    add: "DNSPerDomainServerAdd",
    remove: "DNSPerDomainServerDelete",
    args: { Address: "192.0.2.54", Domain1: "example.com", Domain2: "" },
    sets: { "DNS PerDomainServer 1 Address": "192.0.2.54", "DNS PerDomainServer 1 Domain1": "example.com" },
    removeArgs: { Address: "192.0.2.54" },
    refused: { Address: "192.0.2.55", Domain1: "a" },
    reason: /Missing argument: Domain2/,
    gone: "192.0.2.54 is not in DNS PerDomainServer; there are: none",
  },
  {
    add: "NTPServerAdd",
    remove: "NTPServerDelete",
    args: { Address: "ntp.example.com" },
    sets: { "NTP Server 1 Address": "ntp.example.com" },
    removeArgs: { Address: "ntp.example.com" },
    refused: { Address: "no host" },
    reason: /NTP Server 1 Address: /,
    gone: "ntp.example.com is not in NTP Server; there are: none",
  },
  {
    add: "RemoteSyslogAdd",
    remove: "RemoteSyslogDelete",
    args: { Address: "192.0.2.14", Mode: "user_defined", Port: "6514", Transport: "tls", Crlcheck: "On" },
    sets: {
      "Remote Syslog 1 Address": "192.0.2.14",
      "Remote Syslog 1 Mode": "user_defined",
      "Remote Syslog 1 Port": "6514",
      "Remote Syslog 1 Transport": "tls",
      "Remote Syslog 1 Crlcheck": "On",
      "Remote Syslog 1 Loglevel": "informational",
    },
    removeArgs: { Address: "192.0.2.14", Port: "6514", Transport: "tls" },
    refused: { Address: "192.0.2.14", Port: "0" },
    reason: /Argument "Port": "0" is not allowed: a whole number from 1 to 65535/,
    gone: "192.0.2.14 6514 tls is not in Remote Syslog; there are: none",
  },
];

const line = (name: string, args: Arguments): string =>
  [`xCommand ${name}`, ...Object.entries(args).map(([argument, value]) => `${argument}: "${value}"`)].join(" ");

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const xml = (name: string, args: Arguments): string => {
  const inner = Object.entries(args).map(([argument, value]) => `<${argument}>${escaped(value)}</${argument}>`);
  return `<Command><${name} command="True">${inner.join("")}</${name}></Command>`;
};

let peer: XmlPeer;
let device: Device;
let powerOff: () => Promise<void>;

beforeAll(async () => {
  peer = await XmlPeer.start();
  ({ device, powerOff } = await simulatedDevice());
});
afterAll(async () => {
  await peer.stop();
  await powerOff();
});

const type = async (text: string): Promise<string> => (await new AdminShell(device, ADMIN).run(text)).lines.join("\n");
const put = async (name: string, args: Arguments): Promise<string> => (await peer.put(xml(name, args))).body;

const error = (reason: string): string =>
  `*r Result (status=Error):\n     Cause: 1\n     Description: "${reason}"\n*r/end\n\nOK`;

describe.each(cases.map((one) => [`${one.add} and ${one.remove}`, one] as const))(
  "%s",
  (_, { add, remove, args, sets, removeArgs, refused, reason, gone }) => {
    const place = /\d+/.exec(Object.keys(sets).at(-1) ?? "")?.[0] ?? "";

    test("add and delete a row on the CLI, and xConfiguration shows it", async () => {
      const answer = await type(line(add, args));
      expect(answer).toBe(`*r Result (status=OK):\n     Id: ${place}\n*r/end\n\nOK`);
      for (const [path, value] of Object.entries(sets))
        expect([path, device.configuration.read(path)]).toEqual([path, value]);
      const [path = "", value = ""] = Object.entries(sets).at(-1) ?? [];
      expect(await type(`xConfiguration ${path}`)).toMatch(new RegExp(`^\\*c xConfiguration ${path}: "?`));
      expect(await type(`xConfiguration ${path}`)).toContain(value);
      expect(await type(line(remove, removeArgs))).toBe("*r Result (status=OK):\n*r/end\n\nOK");
      expect(await type(line(remove, removeArgs))).toBe(error(gone));
    });

    test("do the same in XML", async () => {
      expect(await put(add, args)).toContain(`<Result item="1" status="OK">\n    <Id item="1">${place}</Id>`);
      for (const [path, value] of Object.entries(sets))
        expect([path, peer.device.configuration.read(path)]).toEqual([path, value]);
      const list = (Object.keys(sets)[0] ?? "").replace(/ \d+ .*/, "");
      const shown = await peer.get(`/getxml?location=/Configuration/${list.replaceAll(" ", "/")}`);
      expect(shown.body).toContain(escaped(Object.values(sets).at(-1) ?? ""));
      expect(await put(remove, removeArgs)).toContain('<Result item="1" status="OK"/>');
      expect(await put(remove, removeArgs)).toContain(gone);
    });

    test("refuse what the table and the items do not allow, and change nothing", async () => {
      const { generation } = device.configuration;
      const { revision } = peer.device.facts;
      expect((await type(line(add, refused))).replaceAll("\\", "")).toMatch(reason);
      const answer = await put(add, refused);
      expect(answer).toContain('<Result item="1" status="Error">');
      expect(answer.replaceAll("&quot;", '"')).toMatch(reason);
      expect([device.configuration.generation, peer.device.facts.revision]).toEqual([generation, revision]);
    });

    test("are refused to an account with Read-only access", async () => {
      peer.device.accounts.add({ Name: "eve", Password: "secret", AccessLevel: "ReadOnly" }, ADMIN);
      const { revision } = peer.device.facts;
      const headers = { authorization: basic("eve", "secret") };
      for (const document of [xml(add, args), xml(remove, removeArgs)])
        expect((await peer.put(document, headers)).statusCode).toBe(403);
      expect(peer.device.facts.revision).toBe(revision);
      peer.device.accounts.remove(["eve"], ADMIN);
    });
  },
);

describe("a list that is full takes no more", () => {
  test.each([
    ["Registration AllowList", "Pattern String", 2500, "AllowListAdd", { PatternString: "x" }],
    ["Registration DenyList", "Pattern String", 2500, "DenyListAdd", { PatternString: "x" }],
    ["SIP Domain", "Name", 200, "DomainAdd", { Name: "x" }],
    ["Authentication Account Admin Group", "Name", 1000, "AdminGroupAdd", { Name: "x" }],
    ["Authentication Account FindMe Group", "Name", 1000, "FindMeGroupAdd", { Name: "x" }],
    ["Policy Services Service", "Name", 20, "PolicyServiceAdd", { Name: "x" }],
    ["Applications External Status", "Name", 10, "ExtAppStatusAdd", { Name: "x", Filename: "x" }],
    ["IP Route", "Gateway", 50, "RouteAdd", { Address: "10.0.0.0", PrefixLength: "8", Gateway: "10.0.0.1" }],
    ["Transform", "Pattern String", 100, "TransformAdd", { Pattern: "x" }],
    ["Zones Policy SearchRules Rule", "Name", 2000, "SearchRuleAdd", { Name: "x" }],
    ["Zones Zone", "Name", 1000, "ZoneAdd", { ZoneName: "x", Type: "DNS" }],
    ["Zones LocalZone SubZones SubZone", "Name", 1000, "SubZoneAdd", { SubZoneName: "x" }],
    ["Bandwidth Pipe", "Name", 1000, "PipeAdd", { PipeName: "x" }],
    ["Bandwidth Link", "Name", 3000, "LinkAdd", { LinkName: "x" }],
  ])("%s: %s of %d rows, %s", async (list, item, most, command, args) => {
    const taken = new Set(device.configuration.rows.of(list));
    const free = Array.from({ length: most }, (_, row) => row + 1).filter((row) => !taken.has(row));
    const changes = free.map((row) => ({
      path: `${list} ${row} ${item}`,
      value: item === "Gateway" ? "10.0.0.1" : `row ${row}`,
    }));
    expect(device.configuration.set(changes, ADMIN)).toEqual({ ok: true });
    expect(await type(line(command, args))).toBe(error(`no more rows can be added to ${list}: all ${most} are taken`));
    device.configuration.set(
      free.flatMap((row) => device.configuration.rows.itemsOf(list, row)).map((path) => ({ path, value: null })),
      ADMIN,
    );
  });
});

describe("lists with fixed places", () => {
  test("are filled from the first free place, each server once, and are full in the end", async () => {
    for (const place of [1, 2, 3, 4, 5])
      expect(await type(line("DNSServerAdd", { Address: `192.0.2.${place}`, Index: "0" }))).toContain(`Id: ${place}`);
    expect(await type(line("DNSServerAdd", { Address: "192.0.2.2" }))).toBe(error("DNS Server 2 is 192.0.2.2"));
    expect(await type(line("DNSServerAdd", { Address: "192.0.2.9" }))).toBe(
      error("all 5 places of DNS Server are taken"),
    );
    expect(await type(line("DNSServerDelete", { Address: "192.0.2.2" }))).toContain("status=OK");
    expect(await type(line("DNSServerAdd", { Address: "192.0.2.9", Index: "3" }))).toBe(
      error("DNS Server 3 is taken by 192.0.2.3; free: 2"),
    );
    expect(await type(line("DNSServerAdd", { Address: "192.0.2.9" }))).toContain("Id: 2");
    for (const host of [1, 9, 3, 4, 5]) await type(line("DNSServerDelete", { Address: `192.0.2.${host}` }));
    expect(await type("xCommand DNSServerDelete")).toBe(error("Missing argument: Address"));
  });

  test("one syslog server is another on another port, and nothing of the last one stays in its place", async () => {
    const server = { Address: "192.0.2.14" };
    expect(await type(line("RemoteSyslogAdd", { ...server, Crlcheck: "On" }))).toContain("Id: 1");
    expect(await type(line("RemoteSyslogAdd", { ...server, Port: "514" }))).toBe(
      error("Remote Syslog 1 is 192.0.2.14 514 udp"),
    );
    expect(await type(line("RemoteSyslogAdd", { ...server, Port: "515" }))).toContain("Id: 2");
    const first = { ...server, Port: "514", Transport: "udp" };
    expect(await type(line("RemoteSyslogDelete", first))).toContain("status=OK");
    expect(device.configuration.get("Remote Syslog 2 Address")).toBe("192.0.2.14");
    expect(device.configuration.get("Remote Syslog 1 Crlcheck")).toBe("Off");
    expect(await type(line("RemoteSyslogDelete", { ...first, Port: "515" }))).toContain("status=OK");
  });
});
