import { findCommand } from "../../../../emulator/peer/configuration/commands/commands.ts";
import type { Actor } from "../../../../emulator/peer/core/actor.ts";
import type { Identity } from "../../../../emulator/peer/core/identity.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { Peer } from "../../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../../emulator/store/store.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../../emulator/world/world.ts";

export const ADMIN: Actor = { user: "admin", source: { address: "192.0.2.9", port: 50_000 } };

interface SimulatedDeviceOptions {
  readonly identity?: Partial<Pick<Identity, "product" | "platform">>;
  /** Values by the paths of their items. */
  readonly configuration?: Readonly<Record<string, string>>;
}

/** A device in a simulated world, with what only surfaces need: accounts and host keys. */
export async function simulatedDevice({ identity = {}, configuration = {} }: SimulatedDeviceOptions = {}): Promise<{
  device: Device;
  powerOff: () => Promise<void>;
}> {
  const log = new MemoryLog();
  const world = createSimulatedWorld({ seed: 1, log });
  const peer = await Peer.powerOn(
    {
      identity: {
        serialNumber: "0A1B2C3D",
        softwareVersion: "X8.1",
        product: "expressway-e",
        platform: "medium",
        hardware: "virtual-machine",
        ...identity,
      },
      address: "192.0.2.1",
      dataDirectory: IN_MEMORY,
      configuration: Object.entries(configuration).map(([path, value]) => ({ path, value })),
      surfaces: [() => ({ name: "none" })],
    },
    world,
  );
  if (!peer.device) throw new Error("the peer is down");
  return { device: peer.device, powerOff: () => peer.powerOff() };
}

/** Adds a zone by its command and gives back its index. */
export async function addZone(device: Device, name: string, type: string): Promise<number> {
  const found = findCommand("ZoneAdd");
  if (!found.ok) throw new Error(found.reason);
  const args = [
    { name: "ZoneName", value: name },
    { name: "Type", value: type },
  ];
  const result = await device.commands.run(found.command, args, ADMIN);
  if (!result.ok) throw new Error(result.reason);
  return Number(result.values?.["Id"]);
}
