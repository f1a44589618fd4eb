import { describe, expect, expectTypeOf, test } from "vitest";
import { alarms } from "../../../emulator/model/alarms/index.ts";
import { commands } from "../../../emulator/model/commands/index.ts";
import {
  configurationItems,
  configurationLists,
  type ItemPath,
  type ItemTemplate,
} from "../../../emulator/model/configuration/index.ts";
import {
  placeCommands,
  type PlaceListName,
  placesOf,
  rowCommands,
  type RowListName,
} from "../../../emulator/model/configuration/lists.ts";
import type { Command, ConfigurationItem } from "../../../emulator/model/types.ts";
import { checkValue } from "../../../emulator/peer/configuration/value-space.ts";

const byPath = new Map(configurationItems.map((item) => [item.path, item]));
const range = /\[(\d+)\.\.(\d+)\]/g;

const peerSpecific = (item: ConfigurationItem) => item.scope === "peer";

test("every path is there once, words and index ranges apart by one blank", () => {
  expect(byPath.size).toBe(configurationItems.length);
  for (const { path } of configurationItems) expect(path).toMatch(/^[A-Z]\w*( ([A-Z]\w*|\[1\.\.\d+\]))*$/);
});

test("the top words come in the order of the device, what it leaves out in alphabetical order", () => {
  const words = [...new Set(configurationItems.map(({ path }) => path.split(" ")[0]))];
  const listed =
    "Login SystemUnit Option Ethernet IPProtocol IP Administration ExternalManager Registration Alternates Transform Call H323 SIP Interworking Traversal Authentication Zones Bandwidth Policy Applications ResourceUsage Services".split(
      " ",
    );
  expect(words.slice(0, listed.length)).toEqual(listed);
  const others = words.slice(listed.length).join(" ");
  expect(others).toBe(
    "CollaborationEdge DNS EdgeConfigServer ErrorReport Firewall IntrusionProtection Language Log Logger Management NTP Remote SNMP TimeZone TMSProvisioningExtension",
  );
});

describe("defaults", () => {
  /** A text that may not be empty and yet is by default is not set. */
  const isNotSet = ({ values, default: value }: ConfigurationItem) =>
    values.kind === "text" && values.min > 0 && value === "";

  test.each(configurationItems.filter((item) => !isNotSet(item)).map((item) => [item.path, item] as const))(
    "%s",
    (_path, { values, default: value }) => expect(checkValue(values, value)).toEqual({ ok: true, value }),
  );

  test("a new peer answers at the shipped address", () => {
    expect(byPath.get("Ethernet [1..2] IP V4 Address")?.default).toBe("192.168.0.100");
    expect(byPath.get("H323 Mode")?.default).toBe("On");
    expect(byPath.get("Alternates ConfigurationPrimary")?.default).toBe("1");
  });
});

// Cluster guide X8.1, "Specifying peer-specific items".
test("what the guide calls peer-specific is, IP protocol is not", () => {
  const own = [
    /^Alternates /,
    /^Ethernet /,
    /^IP (V6 )?Gateway$/,
    /^IP Route /,
    /^IP DNS /,
    /^DNS /,
    /^NTP Server /,
    /^TimeZone Name$/,
    /^SNMP /,
    /^Log Level$/,
    /^Remote Syslog /,
    /^Option /,
    /^SystemUnit /,
    /^Administration (Console|SSH|HTTPS|HTTP) Mode$/,
    /^IntrusionProtection Service Mode$/,
  ];
  const listed = configurationItems.filter(({ path }) => own.some((pattern) => pattern.test(path)));
  expect(listed.filter((item) => !peerSpecific(item))).toEqual([]);
  const shared =
    /^(IPProtocol|Zones|Bandwidth|Transform|SIP|H323|Call|Registration|Policy|Management|IP QoS|ExternalManager)\b/;
  expect(configurationItems.filter((item) => shared.test(item.path) && peerSpecific(item))).toEqual([]);
});

test("restarts are asked for by alarms that exist and ask for a restart", () => {
  const asked = new Set(configurationItems.flatMap(({ restartAlarm }) => restartAlarm ?? []));
  const restarts = new Set(alarms.filter(({ title }) => /\brestart required$/i.test(title)).map(({ id }) => id));
  expect([...asked].filter((id) => !restarts.has(id))).toEqual([]);
});

test("items depend on items of the same row, on values that these can have", () => {
  const ranges = (path: string) => path.match(range) ?? [];
  const dependent = configurationItems.flatMap(({ path, shownWhen }) =>
    shownWhen ? [{ ...shownWhen, own: path }] : [],
  );
  const sound = dependent.filter(({ own, path, values }) => {
    const other = byPath.get(path);
    return (
      values.every((value) => other && checkValue(other.values, value).ok) &&
      ranges(own).slice(0, ranges(path).length).join() === ranges(path).join()
    );
  });
  expect(sound).toEqual(dependent);
});

test("bandwidth limits depend on their mode", () => {
  expect(byPath.get("Bandwidth Pipe [1..1000] Bandwidth Total Limit")?.shownWhen).toEqual({
    path: "Bandwidth Pipe [1..1000] Bandwidth Total Mode",
    values: ["Limited"],
  });
});

test("every index range belongs to a list, and every list holds items", () => {
  const used = configurationItems.flatMap(({ path }) =>
    [...path.matchAll(range)].map((match) => path.slice(0, match.index + match[0].length)),
  );
  expect(new Set(configurationLists.map(({ path }) => path))).toEqual(new Set(used));
  expect(configurationLists).toHaveLength(new Set(used).size);
});

test("what is unique in a list is an item of its rows", () => {
  const unique = configurationLists.flatMap((list) =>
    list.rows === "created" && list.uniqueItem ? [`${list.path} ${list.uniqueItem}`] : [],
  );
  expect(unique).toContain("Zones Zone [1..1000] Name");
  expect(unique.filter((path) => !byPath.has(path))).toEqual([]);
});

const commandNamed = new Map<string, Command>(commands.map((command) => [command.name, command]));
const argumentsOf = (name: string) => (commandNamed.get(name)?.parameters ?? []).map((parameter) => parameter.name);

/** The items of a list by their words within the row; indices of lists within it stand as numbers: "Server 1 Address". */
function settableIn(list: string): readonly string[] {
  const path = configurationLists.find((one) => one.path.replace(/ \[1\.\.\d+\]$/, "") === list)?.path;
  return [...byPath.keys()].flatMap((item) =>
    item.startsWith(`${path} `) ? [item.slice(`${path} `.length).replace(range, "1")] : [],
  );
}

test("the commands that make rows take the arguments that the list says, and set items of it", () => {
  expect(Object.keys(rowCommands)).not.toHaveLength(0);
  for (const [list, { add, remove, id, namedBy, items, withoutItem }] of Object.entries(rowCommands)) {
    expect(settableIn(list)).toEqual(expect.arrayContaining([...Object.values(items), namedBy ?? []].flat()));
    expect(argumentsOf(add)).toEqual(
      expect.arrayContaining([...Object.keys(items), ...Object.keys(withoutItem ?? {})]),
    );
    expect(argumentsOf(remove)).toEqual([id]);
  }
});

test("the commands that fill places take the arguments that the list says, and set items of it", () => {
  expect(Object.keys(placeCommands)).toEqual(["DNS PerDomainServer", "DNS Server", "NTP Server", "Remote Syslog"]);
  for (const [list, { add, remove, items, reportedBy, placeArgument }] of Object.entries(placeCommands)) {
    expect(settableIn(list)).toEqual(expect.arrayContaining(Object.values(items)));
    expect(argumentsOf(add)).toEqual(expect.arrayContaining([...Object.keys(items), placeArgument ?? []].flat()));
    expect(argumentsOf(remove)).toEqual(expect.arrayContaining([...reportedBy]));
  }
  expect(placesOf("Remote Syslog")).toBe(4);
});

test("no two lists have the same command", () => {
  const names = configurationLists.flatMap(({ commands: of }) => (of ? [of.add, of.remove] : []));
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test("no item lies below another", () => {
  const above = (path: string) => [...byPath.keys()].filter((other) => path.startsWith(`${other} `));
  expect(configurationItems.filter(({ path }) => above(path).length > 0)).toEqual([]);
});

test("every item is described in a sentence", () => {
  expect(configurationItems.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
});

test("paths are known to the compiler", () => {
  expectTypeOf<"Zones Zone [1..1000] Name">().toExtend<ItemTemplate>();
  expectTypeOf<"Zones Zone 3 Name">().toExtend<ItemPath>();
  expectTypeOf<"Zones Zone 3 Neighbor Peer 2 Address">().toExtend<ItemPath>();
  expectTypeOf<"Zones Zone Name">().not.toExtend<ItemPath>();
  expectTypeOf<string>().not.toExtend<ItemPath>();
});

test("lists with commands are known to the compiler", () => {
  expectTypeOf<"Zones LocalZone SubZones SubZone">().toExtend<RowListName>();
  expectTypeOf<"Firewall ActiveRule">().not.toExtend<RowListName>();
  expectTypeOf<"Zones Cone">().not.toExtend<RowListName>();
  expectTypeOf<"NTP Server">().toExtend<PlaceListName>();
  expectTypeOf<"Alternates Peer">().not.toExtend<PlaceListName>();
});
