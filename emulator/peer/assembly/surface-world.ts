import { noListeners, type SurfaceWorld } from "../../world/network.ts";
import type { PeerWorld } from "../../world/peer-world.ts";
import type { Protection } from "../access/protection/protection.ts";

/**
 * The world as the ways in see it. Connections of blocked addresses are dropped before anything of them is read; datagrams come
 * through the peer's inbound filter.
 */
export function surfaceWorld(
  { listeners = noListeners, network }: Pick<PeerWorld, "listeners" | "network">,
  protection: Pick<Protection, "drops">,
): SurfaceWorld {
  return {
    ...listeners,
    listen: (local, onSocket) =>
      listeners.listen(local, (socket) => {
        if (protection.drops(socket.remoteAddress ?? "", local.port)) socket.destroy();
        else onSocket(socket);
      }),
    bind: (local, onMessage) => network.bind(local, onMessage),
  };
}
