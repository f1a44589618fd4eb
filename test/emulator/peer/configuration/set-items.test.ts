import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRow } from "../../../../emulator/peer/configuration/create-row.ts";
import { setItems } from "../../../../emulator/peer/configuration/set-items.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { addZone, ADMIN, simulatedDevice } from "../../surfaces/documents/simulated-device.ts";

let device: Device;
let powerOff: () => Promise<void>;

beforeEach(async () => {
  ({ device, powerOff } = await simulatedDevice());
});
afterEach(() => powerOff());

describe("the door to the configuration", () => {
  test("has no rows that nobody made, and sets all items or none", () => {
    const name = { path: "SystemUnit Name", value: "Door" };
    const absent = { path: "Zones Zone 7 HopCount", value: "3" };
    expect(setItems(device, [name, absent], ADMIN)).toEqual({
      ok: false,
      path: absent.path,
      reason: "Zones Zone 7 does not exist; there are: none",
    });
    expect(device.configuration.get("SystemUnit Name")).toBe("");
    expect(setItems(device, [name], ADMIN)).toEqual({ ok: true });
  });

  test("shuts out an item that means nothing beside the others, but not beside those of the same set", async () => {
    const zone = await addZone(device, "Branch", "DNS");
    const port = { path: `Zones Zone ${zone} Neighbor H323 Port`, value: "1720" };
    expect(setItems(device, [port], ADMIN)).toMatchObject({ ok: false, path: port.path });
    const type = { path: `Zones Zone ${zone} Type`, value: "Neighbor" };
    expect(setItems(device, [port, type], ADMIN)).toEqual({ ok: true });
  });
});

describe("a row made through it", () => {
  const rule = (values: Record<string, string>) =>
    createRow(
      device,
      "Zones Policy SearchRules Rule",
      new Map(Object.entries({ Name: "Rule", "Target Name": "LocalZone", ...values })),
      ADMIN,
    );
  const rules = () => device.configuration.rows.of("Zones Policy SearchRules Rule").length;

  test("has what its command sets and what is said besides, in one set", () => {
    const [before, { generation }] = [rules(), device.configuration];
    const made = rule({ Priority: "7", Description: "by command" });
    expect(made).toEqual({ ok: true, index: before + 1 });
    expect(device.configuration.read(`Zones Policy SearchRules Rule ${before + 1} Priority`)).toBe("7");
    expect(device.configuration.read(`Zones Policy SearchRules Rule ${before + 1} Description`)).toBe("by command");
    expect(device.configuration.generation).toBe(generation + 1);
  });

  test.each([
    [
      "an item that means nothing beside the others",
      { Mode: "AnyAlias", "Pattern String": "9" },
      "Pattern String",
      "item",
    ],
    ["a value that is not allowed", { Priority: "0" }, "Priority", undefined],
  ])("is not made by half for %s, and tells whether the reason names the item", (_what, values, item, about) => {
    const before = rules();
    const made = rule(values);
    expect(made).toMatchObject({ ok: false, item });
    expect(made.ok ? undefined : made.about).toBe(about);
    expect(rules()).toBe(before);
  });
});
