import fastify, { type FastifyInstance } from "fastify";
import type { Change } from "../../../../emulator/peer/core/configuration-change.ts";
import type { HardwareKind, Product } from "../../../../emulator/peer/core/identity.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import type { MaintenanceTimes } from "../../../../emulator/peer/maintenance/times.ts";
import { Peer } from "../../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../../emulator/store/store.ts";
import { addRoutes } from "../../../../emulator/surfaces/https/routes.ts";
import { addWebRoutes } from "../../../../emulator/surfaces/web/web.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../../emulator/world/world.ts";
import { WebClient } from "./web-client.ts";

export const ADDRESS = "192.0.2.1";

/** A peer of a simulated world with its pages, asked without a socket. */
export interface WebPeer {
  readonly device: Device;
  readonly peer: Peer;
  readonly world: SimulatedWorld;
  readonly app: FastifyInstance;
  readonly client: WebClient;
  close(): Promise<void>;
}

export interface WebPeerOptions {
  readonly configuration?: readonly Change[];
  readonly product?: Product;
  readonly hardware?: HardwareKind;
  readonly times?: MaintenanceTimes;
}

export async function startWebPeer(options: WebPeerOptions = {}): Promise<WebPeer> {
  const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  const peer = await Peer.powerOn(
    {
      identity: {
        serialNumber: "0A1B2C3D",
        softwareVersion: "X8.1",
        product: options.product ?? "expressway-e",
        platform: "medium",
        hardware: options.hardware ?? "virtual-machine",
      },
      address: ADDRESS,
      dataDirectory: IN_MEMORY,
      configuration: options.configuration ?? [],
      ...(options.times && { times: options.times }),
      // Accounts are made for those who come in, so there has to be a way in.
      surfaces: [() => ({ name: "no surface" })],
    },
    world,
  );
  const { device } = peer;
  if (!device) throw new Error("the peer is not up");
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  await addRoutes(app, device, [addWebRoutes]);
  await app.ready();
  return {
    device,
    peer,
    world,
    app,
    client: new WebClient(app),
    close: async () => {
      await app.close();
      await peer.powerOff();
    },
  };
}
