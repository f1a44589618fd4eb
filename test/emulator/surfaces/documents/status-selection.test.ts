import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Element } from "../../../../protocol/xapi/element.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { locate } from "../../../../emulator/surfaces/documents/located-document.ts";
import { findStatusElement, selectStatus } from "../../../../emulator/surfaces/documents/status-selection.ts";
import { addZone, simulatedDevice } from "./simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
  await addZone(device, "Branch", "Neighbor");
});
afterAll(() => powerOff());

/** Where the leaves and empty elements are: `Ethernet 2/Speed`. */
function ends(elements: readonly Element[], above = ""): string[] {
  return elements.flatMap(({ name, item, indexed, children }) => {
    const path = `${above}${name}${indexed ? ` ${item}` : ""}`;
    return children?.length ? ends(children, `${path}/`) : [path];
  });
}

function selected(words: string): string[] | string {
  const found = selectStatus(device, words.split(" ").filter(Boolean));
  return found.ok ? ends(found.nodes) : found.reason;
}

describe("words", () => {
  test.each([
    ["Ethernet 2 Speed", ["Ethernet 2/Speed"]],
    ["ethernet speed", ["Ethernet 1/Speed", "Ethernet 2/Speed"]],
    ["eth[2]/sp", ["Ethernet 2/Speed"]],
    ["sys hard ser", ["SystemUnit/Hardware/SerialNumber"]],
    ["zones zone 1 name", ["Zones/Zone 1/Name"]],
    ["Calls", ["Calls"]],
  ])("%s", (words, expected) => expect(selected(words)).toEqual(expected));

  test("are looked for at any depth after two slashes", () => {
    const found = selected("// serial");
    expect(found).toEqual(["Show/SystemUnit/Hardware/SerialNumber"]);
    expect(selected("//serialnumber")).toEqual(found);
    expect(selected("// nowhere")).toEqual(["Show"]);
    expect(selected("// zone name")).toBe("// takes one name");
  });

  test.each([
    ["foo", /^"foo" is not known here: one of SystemUnit, /],
    ["s", /^"s" is ambiguous: SystemUnit, SIP/],
    ["SystemUnit Product Name", /^"Name" is not known here: the path ends before it$/],
    ["zones zone 7", /^Zones Zone 7 is not there now$/],
    ["applications", /^not implemented by the emulator: xStatus Applications$/],
    ["2", /is not a step of a location/],
  ])("%s is refused", (words, reason) => expect(selected(words)).toMatch(reason));
});

test("the table can be asked for what is below", () => {
  const zone = findStatusElement(["zones", "zone", "2"]);
  expect(zone.ok && zone.element.name).toBe("Zone");
  const whole = findStatusElement([]);
  expect(whole.ok && whole.element.children?.[0]?.name).toBe("SystemUnit");
});

describe("locations", () => {
  test.each(["/Status/SystemUnit/Hardware", "Status/SystemUnit/Hardware", "//Hardware"])("%s", (location) => {
    const found = locate(device, location);
    expect(found.ok).toBe(true);
    expect(found.xml).toContain('  <SystemUnit item="1">\n    <Hardware item="1">\n');
    expect(found.xml).not.toContain("Uptime");
  });

  test("lead into the configuration", () => {
    expect(locate(device, "/Configuration/Zones/Zone[1]/Name").xml).toContain('<Name item="1">Branch</Name>');
  });

  test.each([
    ["", "no location is given, such as /Status/SystemUnit"],
    ["/Status/Nowhere", 'nothing matches "/Status/Nowhere"'],
    ["/Status/Zones/Zone[7]", 'nothing matches "/Status/Zones/Zone[7]"'],
    ["/Status/Applications", "not implemented by the emulator: /Status/Applications"],
    ["/Status/a b", '"a b" is not a step of a location'],
    ["/Event", 'the location begins at "Event" and not at "Status"'],
  ])("%j leads nowhere", (location, reason) => {
    const found = locate(device, location);
    expect(found).toMatchObject({ ok: false, reason });
    expect(found.xml).toContain('<XPathError item="1">');
  });
});
