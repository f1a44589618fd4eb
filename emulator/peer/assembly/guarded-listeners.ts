import type { SocketListeners } from "../../world/network.ts";
import type { Protection } from "../access/protection/protection.ts";

/** Listeners that drop connections of blocked addresses before anything of them is read. */
export function guardedListeners(listeners: SocketListeners, protection: Pick<Protection, "drops">): SocketListeners {
  return {
    ...listeners,
    listen: (local, onSocket) =>
      listeners.listen(local, (socket) => {
        if (protection.drops(socket.remoteAddress ?? "", local.port)) socket.destroy();
        else onSocket(socket);
      }),
  };
}
