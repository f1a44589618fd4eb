import { afterEach, describe, expect, it } from "vitest";
import type { ItemPath } from "../../../../emulator/model/configuration/index.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { ADMIN, simulatedDevice } from "../../surfaces/documents/simulated-device.ts";

let powerOff = (): Promise<void> => Promise.resolve();
afterEach(() => powerOff());

async function startDevice(): Promise<Device> {
  const peer = await simulatedDevice();
  ({ powerOff } = peer);
  return peer.device;
}

const standing = (device: Device): readonly number[] => device.alarms.standing().map(({ type }) => type.id);

function set(device: Device, path: ItemPath, value: string): void {
  expect(device.configuration.set([{ path, value }], ADMIN)).toEqual({ ok: true });
}

// The alarms of the list of X8.1 whose text ends "…, however a restart is required for this to take effect", and a setting that
// their text is about.
describe("a setting that takes effect with a restart", () => {
  it.each([
    [15014, "Core dump mode", "ErrorReport CoreDump", "Off"],
    [25007, "QoS settings", "IP QoS Mode", "DiffServ"],
    [25008, "Port configuration", "SIP UDP Port", "5062"],
    [25009, "Ethernet configuration", "Ethernet 1 Speed", "100full"],
    [25010, "IP configuration", "IP Gateway", "192.0.2.254"],
    [25011, "HTTPS service", "Administration HTTPS Mode", "Off"],
    [25015, "SSH service", "Administration SSH Mode", "Off"],
    [25017, "HTTP service", "Administration HTTP Mode", "Off"],
    [40009, "HTTPS client certificates validation mode", "Authentication Certificate Mode", "Validation"],
  ] as const)("raises alarm %i: %s (%s)", async (alarm, _subject, path, changed) => {
    const device = await startDevice();
    const before = standing(device);
    set(device, path, changed);
    expect(new Set(standing(device))).toEqual(new Set([...before, alarm]));
  });

  it("asks for none any more when it is as it was at the last restart", async () => {
    const device = await startDevice();
    set(device, "IP QoS Mode", "DiffServ");
    expect(standing(device)).toContain(25007);
    set(device, "IP QoS Mode", "None");
    expect(standing(device)).not.toContain(25007);
  });

  it("55001 asks for a restart of the B2BUA service alone", async () => {
    const device = await startDevice();
    set(device, "Applications B2BUA MicrosoftLync Mode", "Enabled");
    set(device, "Applications B2BUA MicrosoftLync Transcoders Port", "65081");
    expect(standing(device)).toContain(55001);
    expect(device.b2bua.restart(ADMIN)).toEqual({ ok: true });
    expect(standing(device)).not.toContain(55001);
  });
});
