import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeOptionKey } from "../../../emulator/peer/calls/licensing/option-key.ts";
import { minutes, seconds } from "../../../emulator/world/duration.ts";
import { error, ok, typedOn } from "./typed-command.ts";
import { XmlPeer } from "./xml/xml-peer.ts";
import { OPERATOR, serialNumberOf, SimulatedCluster } from "../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({
    seed: 1,
    peers: 1,
    formed: false,
    product: "vcs-control",
    configuration: () => ({ "Option 1 Key": makeOptionKey("R5", serialNumberOf(1)) ?? "" }),
  });
  await cluster.advance(seconds(10));
});

afterEach(() => cluster.stop());

const type = (line: string): Promise<string> => typedOn(cluster, line);

describe("ZoneList", () => {
  const rule = async (name: string, items: Record<string, string>): Promise<void> => {
    const answer = await type(`xCommand SearchRuleAdd Name: "${name}" ZoneName: "${items["zone"] ?? "LocalZone"}"`);
    const id = /Id: (\d+)/.exec(answer)?.[1];
    for (const [item, value] of Object.entries(items))
      if (item !== "zone") cluster.set(1, `Zones Policy SearchRules Rule ${id} ${item}`, value);
  };

  test("tells the zones by priority, with the transform and what each rule makes of the alias", async () => {
    await type("xCommand ZoneAdd Branch Neighbor");
    await type("xCommand TransformAdd Pattern: 9 Type: Prefix Behavior: Strip");
    await rule("branch", {
      zone: "Branch",
      Priority: "60",
      Mode: "AliasPatternMatch",
      "Pattern Type": "Prefix",
      "Pattern String": "47",
      "Pattern Behavior": "Strip",
      Protocol: "SIP",
      Progress: "Stop",
    });
    await rule("never", { zone: "Branch", Priority: "70", Protocol: "SIP" });
    expect(await type("xCommand ZoneList 94711")).toBe(
      ok(
        "     Transform:",
        "       Id: 1",
        '       Alias: "4711"',
        "     Priority 50:",
        "       Zone 1:",
        '         Name: "LocalZone"',
        '         Type: "Zone"',
        '         Rule: "LocalZoneMatch"',
        '         Alias: "4711"',
        '         Protocol: "Any"',
        "     Priority 60:",
        "       Zone 1:",
        '         Name: "Branch"',
        '         Type: "Zone"',
        '         Rule: "branch"',
        '         Alias: "11"',
        '         Protocol: "SIP"',
      ),
    );
    expect(cluster.device(1).routing.searches.history).toEqual([]);
  });

  test("tells that no rule takes an alias", async () => {
    for (const index of cluster.device(1).configuration.rows.of("Zones Policy SearchRules Rule"))
      await type(`xCommand SearchRuleDelete ${index}`);
    expect(await type("xCommand ZoneList alice")).toBe(error("no search rule takes alice"));
  });
});

describe("CheckBandwidth", () => {
  const check = (from: string, to: string, kbps: number, callType = "NonTraversal"): Promise<string> =>
    type(`xCommand CheckBandwidth Node1: ${from} Node2: ${to} Bandwidth: ${kbps} CallType: ${callType}`);

  test("tells the route, and what a call would get of it", async () => {
    expect(await check("DefaultSubZone", "DefaultZone", 512)).toBe(
      ok(
        '     Status: "Sufficient"',
        "     Requested: 512",
        "     Allocated: 512",
        "     Route:",
        '       Node 1: "DefaultSubZone"',
        '       Node 2: "DefaultZone"',
        '       Link 1: "DefaultSZtoDefaultZ"',
      ),
    );
    const through = await check("DefaultSubZone", "DefaultZone", 512, "Traversal");
    expect(through).toContain('Node 2: "TraversalSubZone"');
    expect(through).toContain('Link 2: "TraversalSZtoDefaultZ"');
  });

  test("tells what is in the way, takes nothing, and knows the nodes", async () => {
    await type("xCommand PipeAdd PipeName: thin PerCallMode: Limited PerCall: 100");
    cluster.set(1, "Bandwidth Link 3 Pipe1 Name", "thin");
    expect(cluster.device(1).configuration.get("Bandwidth Link 3 Name")).toBe("DefaultSZtoClusterSZ");
    const reduced = await check("DefaultSubZone", "ClusterSubZone", 512);
    expect(reduced).toMatch(/Status: "Sufficient"\n +Requested: 512\n +Allocated: 100\n/);
    cluster.set(1, "Bandwidth Downspeed PerCall Mode", "Off");
    const refused = await check("DefaultSubZone", "ClusterSubZone", 512);
    expect(refused).toContain(
      'Status: "Insufficient"\n     Cause: "pipe thin allows 100 kbps for a call and 512 are asked for"',
    );
    expect(refused).toContain("Allocated: 0");
    expect(await type("xStatus Pipes")).toContain("LocalUsage: 0");
    expect(await check("Nowhere", "DefaultZone", 1)).toMatch(
      /Argument ."Node1.": there is no zone or subzone ."Nowhere/,
    );
    for (const link of cluster.device(1).configuration.rows.of("Bandwidth Link"))
      await type(`xCommand LinkDelete ${link}`);
    expect(await check("DefaultSubZone", "DefaultZone", 1)).toBe(
      error("no links lead from DefaultSubZone to DefaultZone"),
    );
  });
});

describe("registrations", () => {
  const register = (alias: string) =>
    cluster.device(1).registrations.register({ alias, protocol: "SIP", address: "203.0.113.5" });

  test("are found by their alias and removed by index or serial number", async () => {
    register("alice@example.com");
    register("bob@example.com");
    const found = await type("xCommand FindRegistration ALICE@example.com");
    expect(found).toMatch(/^\*r Result \(status=OK\):\n {5}Registration 1:\n {7}Protocol: "SIP"\n/);
    const serialNumber = /SerialNumber: "([^"]+)"/.exec(found)?.[1];
    expect(await type(`xCommand RemoveRegistration RegistrationSerialNumber: ${serialNumber}`)).toBe(ok());
    expect(await type("xCommand FindRegistration alice@example.com")).toBe(
      error("alice@example.com is not registered on this peer"),
    );
    expect(await type("xCommand RemoveRegistration 7")).toBe(
      error("there is no registration 7 on this peer; there are: 2"),
    );
    const either = error("give either Registration or RegistrationSerialNumber");
    expect(await type("xCommand RemoveRegistration")).toBe(either);
    expect(await type("xCommand RemoveRegistration 2 RegistrationSerialNumber: x")).toBe(either);
    expect(await type("xCommand RemoveRegistration 2")).toBe(ok());
    expect(cluster.device(1).registrations.all()).toEqual([]);
  });

  test("follow the restriction policy and its lists", async () => {
    const mode = (value: string): void => cluster.set(1, "Registration RestrictionPolicy Mode", value);
    await type("xCommand AllowListAdd @example.com Suffix");
    await type('xCommand DenyListAdd PatternString: "bob@.*" PatternType: Regex');
    mode("AllowList");
    expect(register("bob@example.com").ok).toBe(true);
    expect(register("carol@example.org")).toEqual({ ok: false, reason: "the alias is not on the Allow List" });
    cluster.device(1).registrations.remove("bob@example.com");
    mode("DenyList");
    expect(register("bob@example.com")).toEqual({ ok: false, reason: "the alias is on the Deny List" });
    expect(register("carol@example.org").ok).toBe(true);
    mode("Directory");
    expect(register("dave")).toEqual({
      ok: false,
      reason: "not implemented by the emulator: Registration RestrictionPolicy Mode: Directory",
    });
    mode("None");
    expect(register("dave").ok).toBe(true);
  });
});

describe("alarms", () => {
  const MAINTENANCE_MODE = "fd7d4423-0578-4cd0-9049-c821f1775dfe";
  const HARDWARE_FAILURES = ["2a3df3fa-d909-11de-a87e-001d09a14174", "9322bbdc-d8fd-11de-a364-001d09a14174"] as const;
  const status = (uuid: string): string | undefined => cluster.device(1).alarms.record(uuid)?.status;

  test("are raised and lowered by UUID, one type of an id and not the others", async () => {
    const [one, other] = HARDWARE_FAILURES;
    expect(await type(`xCommand WarningRaise ${other.toUpperCase()} "the fan stands"`)).toBe(ok());
    expect([status(one), status(other)]).toEqual(["lowered", "raised"]);
    expect(await type("xStatus Warnings")).toContain("the fan stands");
    expect(cluster.device(1).log.newest(1)[0]).toMatch(/Event="Alarm Raised" Id="10001".*the fan stands/);
    expect(cluster.device(1).alarms.outOfStep()).toEqual([]);
    expect(await type(`xCommand WarningRaise ${other} again`)).toBe(error("alarm 10001 is raised already"));
    cluster.set(1, "SystemUnit Name", "changed");
    expect(status(other)).toBe("raised");
    expect(await type(`xCommand WarningAcknowledge ${other}`)).toBe(ok());
    expect(status(other)).toBe("acknowledged");
    expect(await type(`xCommand WarningLower ${other}`)).toBe(ok());
    expect(status(other)).toBe("lowered");
    expect(await type(`xCommand WarningLower ${other}`)).toMatch(/alarm 10001 is not raised; raised are: /);
    expect(await type(`xCommand WarningAcknowledge ${other}`)).toMatch(/alarm 10001 is not raised; raised are: /);
  });

  test("that follow a condition stay while it holds, and go when neither holds", async () => {
    await type(`xCommand WarningRaise ${MAINTENANCE_MODE} drill`);
    cluster.set(1, "SystemUnit Maintenance Mode", "On");
    expect(await type(`xCommand WarningLower ${MAINTENANCE_MODE}`)).toBe(ok());
    expect(status(MAINTENANCE_MODE)).toBe("raised");
    expect(await type(`xCommand WarningLower ${MAINTENANCE_MODE}`)).toBe(
      error(
        "alarm 15015 follows its condition: Maintenance mode is On. To clear it: set Maintenance mode to Off, or restart",
      ),
    );
    cluster.set(1, "SystemUnit Maintenance Mode", "Off");
    expect(status(MAINTENANCE_MODE)).toBe("lowered");
  });

  test("are lowered by a restart, whoever has raised them", async () => {
    const [one] = HARDWARE_FAILURES;
    await type(`xCommand WarningRaise ${one} drill`);
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
    expect(status(one)).toBe("lowered");
  });

  test("that nobody knows are refused", async () => {
    const uuid = "00000000-0000-0000-0000-000000000000";
    for (const line of [`WarningRaise ${uuid} x`, `WarningLower ${uuid}`, `WarningAcknowledge ${uuid}`])
      expect(await type(`xCommand ${line}`)).toBe(error(`there is no alarm with the UUID ${uuid}`));
  });
});

test("ClearAllStatus empties the histories and leaves what goes on", async () => {
  const device = cluster.device(1);
  device.registrations.register({ alias: "alice", protocol: "H323", address: "203.0.113.5" });
  await type("xCommand Locate alice 5 H323");
  expect(device.routing.searches.history).toHaveLength(1);
  expect(device.calls.history.since(0, 9)).toEqual([]);
  device.calls.place(
    { source: "alice", destination: "nobody", protocol: "H323", media: "video", from: "DefaultSubZone" },
    () => {},
  );
  expect(await type("xHistory Calls")).toContain("alice");
  expect(await type("xCommand ClearAllStatus")).toBe(ok());
  expect(await type("xHistory Calls")).not.toContain("alice");
  expect([device.routing.searches.history, device.calls.history.all(), device.calls.history.since(0, 9)]).toEqual([
    [],
    [],
    [],
  ]);
  expect(device.registrations.all()).toHaveLength(1);
});

describe("in XML", () => {
  let peer: XmlPeer;
  beforeEach(async () => {
    peer = await XmlPeer.start();
  });
  afterEach(() => peer.stop());

  test.each([
    ["<ZoneList><Alias>alice</Alias></ZoneList>", '<Priority item="50">', '<Name item="1">LocalZone</Name>'],
    [
      "<CheckBandwidth><Node1>DefaultSubZone</Node1><Node2>DefaultZone</Node2><Bandwidth>512</Bandwidth><CallType>Traversal</CallType></CheckBandwidth>",
      '<Status item="1">Sufficient</Status>',
      '<Node item="2">TraversalSubZone</Node>',
    ],
    [
      "<WarningRaise><WarningID>9322bbdc-d8fd-11de-a364-001d09a14174</WarningID><WarningText>drill</WarningText></WarningRaise>",
      '<Result item="1" status="OK"/>',
      "",
    ],
    ["<ClearAllStatus/>", '<Result item="1" status="OK"/>', ""],
    ["<DNSLookup><Hostname>a</Hostname></DNSLookup>", 'status="Error"', "no DNS server answers"],
    [
      "<FindRegistration><Alias>alice</Alias></FindRegistration>",
      'status="Error"',
      "alice is not registered on this peer",
    ],
    ["<RemoveRegistration/>", 'status="Error"', "give either Registration or RegistrationSerialNumber"],
    ["<WarningLower><WarningID>x</WarningID></WarningLower>", 'status="Error"', "is too short: 36 to 36 characters"],
  ])("%s is answered", async (command, first, second) => {
    const { body } = await peer.put(`<Command>${command}</Command>`);
    expect(body).toContain(first);
    expect(body).toContain(second);
  });
});
