import type { SurfaceFactory } from "../peer/device.ts";
import { HttpsServer } from "./https/https-server.ts";
import { addRestRoutes } from "./rest/rest.ts";
import { ShellServer } from "./shell/shell-server.ts";
import { addWebRoutes } from "./web/web.ts";
import { addXmlRoutes } from "./xml/xml.ts";

/** Every way in to a peer. */
export const allSurfaces: readonly SurfaceFactory[] = [
  (device, world) => new HttpsServer(device, world, [addXmlRoutes, addRestRoutes, addWebRoutes]),
  (device, world) => new ShellServer(device, world),
];
