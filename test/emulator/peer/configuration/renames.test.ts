import { afterEach, beforeEach, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN, simulatedDevice } from "../../surfaces/documents/simulated-device.ts";
import type { Device } from "../../../../emulator/peer/device.ts";

let device: Device;
let powerOff: () => Promise<void>;
/** That which came with the zone. */
let link: string;

beforeEach(async () => {
  ({ device, powerOff } = await simulatedDevice());
  const shell = new AdminShell(device, ADMIN);
  for (const line of [
    "xCommand ZoneAdd ZoneName: Office Type: Neighbor",
    "xCommand SearchRuleAdd Name: ToOffice ZoneName: Office",
    "xCommand PipeAdd PipeName: Line",
  ])
    expect([line, (await shell.run(line)).lines.at(-1)]).toEqual([line, "OK"]);
  const row = device.configuration.rows
    .of("Bandwidth Link")
    .find((index) => device.configuration.get(`Bandwidth Link ${index} Node1 Name`) === "Office");
  link = `Bandwidth Link ${row ?? 0}`;
  set({ path: `${link} Pipe1 Name`, value: "Line" });
});
afterEach(() => powerOff());

const set = (...changes: { path: string; value: string }[]) => device.configuration.set(changes, ADMIN);

const read = (path: string) => device.configuration.read(path);

test("links and search rules follow a zone that is renamed, in the same change", () => {
  const { generation } = device.configuration;
  expect(set({ path: "Zones Zone 1 Name", value: "Depot" })).toEqual({ ok: true });
  expect(read(`${link} Node1 Name`)).toBe("Depot");
  expect(read("Zones Policy SearchRules Rule 2 Target Name")).toBe("Depot");
  expect(device.configuration.generation).toBe(generation + 1);
});

test("links follow a pipe", () => {
  set({ path: "Bandwidth Pipe 1 Name", value: "Fibre" });
  expect(read(`${link} Pipe1 Name`)).toBe("Fibre");
});

test("what is set together with the name stays as it is set", () => {
  const end = `${link} Node1 Name`;
  set({ path: "Zones Zone 1 Name", value: "Depot" }, { path: end, value: "DefaultZone" });
  expect(read(end)).toBe("DefaultZone");
});

test("a name that is refused changes nothing", () => {
  set({ path: "Zones Zone 2 Name", value: "Other" });
  expect(set({ path: "Zones Zone 1 Name", value: "Other" })).toMatchObject({
    ok: false,
    reason: expect.stringContaining("already has the name"),
  });
  expect(read(`${link} Node1 Name`)).toBe("Office");
});
