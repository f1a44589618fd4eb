import type { SteppableClock } from "./clock.ts";
import { Lifetime } from "./lifetime.ts";
import { OpenSockets, type OpenSocket } from "./open-sockets.ts";
import { PeerClock } from "./peer-clock.ts";
import { peerListeners, PeerNetwork } from "./peer-network.ts";
import type { World } from "./world.ts";

/** The world as one peer sees it from one start to its end. */
export interface PeerWorld extends World {
  readonly clock: SteppableClock;
  /** Those that the peer listens on at this moment. */
  readonly openSockets: () => readonly OpenSocket[];
  /** Drops every timer, socket and connection of this life at once; no handler of them is called any more. */
  end(): void;
}

/** Opens a new life for a peer in the world that it shares with the others. */
export function openPeerWorld(shared: World & { readonly clock: SteppableClock }): PeerWorld {
  const life = new Lifetime();
  const open = new OpenSockets();
  return {
    ...shared,
    clock: new PeerClock(shared.clock, life),
    network: new PeerNetwork(shared.network, life, open),
    ...(shared.listeners && { listeners: peerListeners(shared.listeners, life, open) }),
    openSockets: () => open.all(),
    end: () => life.end(),
  };
}
