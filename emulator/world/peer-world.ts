import type { SteppableClock } from "./clock.ts";
import { InboundFilter, type InboundJudge } from "./inbound-filter.ts";
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
  /** Lets in what the judge allows, from now on; undefined lets in everything. */
  readonly filterInbound: (judge: InboundJudge | undefined) => void;
  /** Has a function called with what a handler of a timer, socket or connection throws. */
  readonly onFailure: (listener: (error: unknown) => void) => void;
  /** Drops every timer, socket and connection of this life at once; no handler of them is called any more. */
  end(): void;
}

/** Opens a new life for a peer in the world that it shares with the others. */
export function openPeerWorld(shared: World & { readonly clock: SteppableClock }): PeerWorld {
  const life = new Lifetime();
  const open = new OpenSockets();
  const clock = new PeerClock(shared.clock, life);
  const inbound = new InboundFilter(clock, () => shared.network.disturb());
  return {
    ...shared,
    clock,
    network: new PeerNetwork(shared.network, life, open, inbound),
    ...(shared.listeners && { listeners: peerListeners(shared.listeners, life, open, inbound) }),
    filterInbound: (judge) => inbound.use(judge),
    openSockets: () => open.all(),
    onFailure: (listener) => {
      life.onFailure = listener;
    },
    end: () => life.end(),
  };
}
