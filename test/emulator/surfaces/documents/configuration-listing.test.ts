import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { cipherText } from "../../../../emulator/peer/configuration/cipher-text.ts";
import { resolveWords } from "../../../../emulator/peer/configuration/resolve-words.ts";
import { setItems } from "../../../../emulator/peer/configuration/set-items.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { listConfiguration } from "../../../../emulator/surfaces/documents/configuration-listing.ts";
import { printedValue } from "../../../../emulator/surfaces/documents/printed-value.ts";
import { addZone, ADMIN, simulatedDevice } from "./simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
  await addZone(device, "Branch", "Neighbor");
  await addZone(device, "Names", "DNS");
});
afterAll(() => powerOff());

function paths(words = ""): string[] {
  const found = resolveWords(words.split(" ").filter(Boolean));
  if (found.kind === "error") throw new Error(found.reason);
  return listConfiguration(device.configuration, found.matches).map(({ path }) => path);
}

describe("the listing", () => {
  test("is in the order of the table and has no item twice", () => {
    const all = paths();
    expect(all[0]).toMatch(/^Login /);
    expect(all.indexOf("SystemUnit Name")).toBeLessThan(all.indexOf("Alternates ConfigurationPrimary"));
    expect(new Set(all).size).toBe(all.length);
    expect(listConfiguration(device.configuration).map(({ path }) => path)).toEqual(all);
  });

  test("goes through a list row by row", () => {
    const rows = paths("Zones Zone").map((path) => path.split(" ")[2]);
    expect(rows.lastIndexOf("1")).toBeLessThan(rows.indexOf("2"));
    expect(new Set(rows)).toEqual(new Set(["1", "2"]));
  });

  test("has all rows of a fixed list, and of the hidden ones only those that hold something", () => {
    expect(paths("Alternates Peer")).toEqual([1, 2, 3, 4, 5, 6].map((index) => `Alternates Peer ${index} Address`));
    expect(paths("Option")).toEqual([]);
    expect(
      setItems(
        device,
        [{ path: "Option 5 Key", value: makeOptionKey("Y20", device.identity.serialNumber) ?? "" }],
        ADMIN,
      ),
    ).toEqual({ ok: true });
    expect(paths("Option")).toEqual(["Option 5 Key"]);
  });

  test("leaves out rows that nobody created and items of other types", () => {
    expect(paths("Transform")).toEqual([]);
    expect(paths("Zones Zone 1 DNS")).toEqual([]);
    expect(paths("Zones Zone 2 DNS").length).toBeGreaterThan(0);
    expect(paths("Zones Zone Neighbor Peer 2 Address")).toEqual(["Zones Zone 1 Neighbor Peer 2 Address"]);
    expect(paths("Zones LocalZone DefaultSubZone Bandwidth Total")).not.toContain(
      "Zones LocalZone DefaultSubZone Bandwidth Total Limit",
    );
  });
});

describe("secrets", () => {
  const path = "Alternates Cluster PreSharedKey";

  test("print as a text that stands for them and tells nothing", () => {
    const secret = "a secret of the cluster";
    expect(setItems(device, [{ path, value: secret }], ADMIN)).toEqual({ ok: true });
    const listed = listConfiguration(device.configuration).find((item) => item.path === path);
    const printed = listed && printedValue(device, path, listed.item, listed.value);
    expect(printed).toMatch(/^\{cipher\}[\w+/]+=*$/);
    expect(printed).toBe(cipherText(device, path, secret));
    expect(printed).not.toBe(cipherText(device, path, "another"));
    expect(cipherText(device, path, "")).toBe("");
  });

  test("can be written back as they print, and not otherwise", () => {
    const present = device.configuration.get(path);
    expect(setItems(device, [{ path, value: cipherText(device, path, present) }], ADMIN)).toEqual({ ok: true });
    expect(device.configuration.get(path)).toBe(present);
    expect(setItems(device, [{ path, value: "{cipher}AAAA" }], ADMIN)).toMatchObject({ ok: false, path });
    expect(device.configuration.get(path)).toBe(present);
  });
});

describe("setting items", () => {
  const set = (...items: [path: string, value: string][]): unknown =>
    setItems(
      device,
      items.map(([path, value]) => ({ path, value })),
      ADMIN,
    );

  test("creates no rows", () => {
    expect(set(["Zones Zone 9 Name", "ghost"])).toEqual({
      ok: false,
      path: "Zones Zone 9 Name",
      reason: "Zones Zone 9 does not exist; there are: 1, 2",
    });
    expect(set(["Transform 1 Priority", "3"])).toMatchObject({ reason: "Transform 1 does not exist; there are: none" });
  });

  test("refuses what a listing would not show, in the light of the whole set", () => {
    const mode = "Zones LocalZone DefaultSubZone Bandwidth Total Mode";
    const limit = "Zones LocalZone DefaultSubZone Bandwidth Total Limit";
    expect(set([limit, "1000"])).toMatchObject({ reason: `applies only while ${mode} is Limited` });
    expect(set([limit, "1000"], [mode, "limited"])).toEqual({ ok: true });
    expect(device.configuration.read(limit)).toBe("1000");
  });

  test("is all or nothing", () => {
    expect(set(["SystemUnit Name", "half"], ["Alternates ConfigurationPrimary", "9"])).toMatchObject({
      path: "Alternates ConfigurationPrimary",
      reason: '"9" is not allowed: a whole number from 1 to 6',
    });
    expect(device.configuration.get("SystemUnit Name")).toBe("");
  });

  test("takes a default that is outside the value space", () => {
    expect(set(["Ethernet 1 IP V4 StaticNAT Address", "198.51.100.1"])).toEqual({ ok: true });
    expect(set(["Ethernet 1 IP V4 StaticNAT Address", ""])).toEqual({ ok: true });
    expect(device.configuration.get("Ethernet 1 IP V4 StaticNAT Address")).toBe("");
  });
});
