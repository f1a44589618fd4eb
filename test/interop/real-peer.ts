import type { Change } from "../../emulator/peer/core/configuration-change.ts";
import type { HardwareKind, Product } from "../../emulator/peer/core/identity.ts";
import type { Device } from "../../emulator/peer/device.ts";
import { PRODUCT_TIMES } from "../../emulator/peer/maintenance/times.ts";
import { Peer } from "../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../emulator/store/store.ts";
import { HttpsServer } from "../../emulator/surfaces/https/https-server.ts";
import { addRestRoutes } from "../../emulator/surfaces/rest/rest.ts";
import { ShellServer } from "../../emulator/surfaces/shell/shell-server.ts";
import { addWebRoutes } from "../../emulator/surfaces/web/web.ts";
import { addXmlRoutes } from "../../emulator/surfaces/xml/xml.ts";
import { seconds } from "../../emulator/world/duration.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createRealWorld, type RealWorld } from "../../emulator/world/world.ts";

const PORT_OFFSET = 21_000;

/** A peer on real sockets, with the ways in that programs use. */
export interface RealPeer {
  readonly address: string;
  readonly sshPort: number;
  readonly httpsUrl: string;
  readonly world: RealWorld;
  readonly log: MemoryLog;
  /** Without its surfaces. */
  readonly box: Peer;
  device(): Device;
  up(): boolean;
  stop(): Promise<void>;
}

/** Powers a peer on at a loopback address of its own. */
export async function startRealPeer(
  address: string,
  configuration: readonly Change[] = [],
  product: Product = "expressway-e",
  hardware: HardwareKind = "virtual-machine",
): Promise<RealPeer> {
  const log = new MemoryLog();
  const world = createRealWorld({ log, portOffset: PORT_OFFSET });
  const peer = await Peer.powerOn(
    {
      identity: { serialNumber: "0A1B2C3D", softwareVersion: "X8.1", product, platform: "medium", hardware },
      address,
      dataDirectory: IN_MEMORY,
      configuration,
      times: { ...PRODUCT_TIMES, restart: seconds(60), reboot: seconds(60) },
      surfaces: [
        (device, listeners) => new ShellServer(device, listeners),
        (device, listeners) => new HttpsServer(device, listeners, [addXmlRoutes, addRestRoutes, addWebRoutes]),
      ],
    },
    world,
  );
  return {
    address,
    sshPort: PORT_OFFSET + 22,
    httpsUrl: `https://${address}:${PORT_OFFSET + 443}`,
    world,
    log,
    box: peer,
    up: () => peer.device !== undefined,
    device: () => {
      if (!peer.device) throw new Error("the peer is down");
      return peer.device;
    },
    stop: async () => {
      world.stop();
      await peer.powerOff();
    },
  };
}
