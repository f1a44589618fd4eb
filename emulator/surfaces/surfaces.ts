import type { SurfaceFactory } from "../peer/boot.ts";
import type { SocketListeners } from "../world/network.ts";
import { HttpsServer } from "./https/https-server.ts";
import { addRestRoutes } from "./rest/rest.ts";
import { ShellServer } from "./shell/shell-server.ts";
import { addWebRoutes } from "./web/web.ts";
import { addXmlRoutes } from "./xml/xml.ts";

/** Every way in to a peer. */
export function allSurfaces(listeners: SocketListeners): SurfaceFactory[] {
  return [
    (device) => new HttpsServer(device, listeners, [addXmlRoutes, addRestRoutes, addWebRoutes]),
    (device) => new ShellServer(device, listeners),
  ];
}
