import { afterAll, beforeAll, expect, test } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { locate } from "../../../../emulator/surfaces/documents/located-document.ts";
import { configurationDocument, locatedDocument } from "../../../../emulator/surfaces/xml/documents.ts";
import { readItems } from "../../../../emulator/surfaces/xml/read-items.ts";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { addZone, ADMIN, simulatedDevice } from "./simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
  for (const type of ["Neighbor", "DNS"]) await addZone(device, type, type);
});
afterAll(() => powerOff());

/** The values of a document by what the CLI calls their paths. */
function valuesOf(xml: string): [string, string][] {
  const read = readItems(readXml(xml));
  if (!read.ok) throw new Error(`${read.path}: ${read.reason}`);
  return read.items.map(({ path, value }) => [path, value]);
}

/** What a location of the configuration leads to. */
function valuesAt(location: string): [string, string][] {
  const found = locate(device, location);
  return found.ok ? valuesOf(found.xml) : [];
}

test("each part of the configuration is what the whole document has there", () => {
  const whole = valuesOf(configurationDocument(device)());
  const beginnings = new Set(
    whole.flatMap(([path]) => {
      const words = path.split(" ");
      return words.map((_, place) => words.slice(0, place + 1).join(" "));
    }),
  );
  expect(beginnings.size).toBeGreaterThan(500);
  for (const beginning of beginnings) {
    const location = `/Configuration/${beginning.replaceAll(/ (\d+)/g, "[$1]").replaceAll(" ", "/")}`;
    expect([location, valuesAt(location)]).toEqual([
      location,
      whole.filter(([path]) => path === beginning || path.startsWith(`${beginning} `)),
    ]);
  }
});

test.each([
  ["/Configuration//Zone[2]//Name", ["Zones Zone 2 DNS SIP TLS Verify Subject Name", "Zones Zone 2 Name"]],
  ["/Configuration//Zone[@item='1']/Name", ["Services AdvancedMediaGateway Zone Name", "Zones Zone 1 Name"]],
  ["/Configuration/*/Zone/Name", ["Zones Zone 1 Name", "Zones Zone 2 Name"]],
  ["Configuration/SystemUnit/Name", ["SystemUnit Name"]],
  ["/Configuration/Zones/Zone/Nobody", []],
  ["/Configuration/SystemUnit/Name/More", []],
])("%s leads to %j", (location, paths) => {
  expect(
    valuesAt(location)
      .map(([path]) => path)
      .toSorted(),
  ).toEqual(paths);
});

test("what is kept of a place is not what was there before a change, of the status nor of the configuration", () => {
  const document = locatedDocument(device);
  const ofConfiguration = "/Configuration/Zones/Zone[1]/Name";
  const ofStatus = "/Status/Zones/Zone[1]/Name";
  for (const name of ["one", "two"]) {
    device.configuration.set([{ path: "Zones Zone 1 Name", value: name }], ADMIN);
    for (const location of [ofConfiguration, ofStatus, ofConfiguration])
      expect(document(location)).toContain(`>${name}</Name>`);
  }
});
