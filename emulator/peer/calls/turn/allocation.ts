import type { Clock } from "../../../world/clock.ts";
import { type Instant, type Milliseconds, minutes } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import { formatEndpoint } from "../../../world/network.ts";

/** RFC 5766, sections 8 and 11. */
const PERMISSION_LIFETIME: Milliseconds = minutes(5);
const CHANNEL_LIFETIME: Milliseconds = minutes(10);

/** Packets and bytes of data, without what STUN adds. */
export interface Traffic {
  readonly packets: number;
  readonly bytes: number;
}

interface Channel {
  readonly number: number;
  readonly peer: Endpoint;
  until: Milliseconds;
}

/** What is known of a relay that stays the same while it lasts. */
export interface AllocationFacts {
  readonly serialNumber: string;
  /** Where the client's datagrams come from. */
  readonly client: Endpoint;
  /** The port of TURN requests that the client uses. */
  readonly serverPort: number;
  /** The relay's own port. */
  readonly relayed: Endpoint;
  readonly username: string | undefined;
  readonly createdAt: Instant;
}

/** One relay: who may send through it, and under which channel. Its sockets and timers are others' concern. */
export class Allocation {
  /** Until when by the monotonic clock. */
  #until: Milliseconds;
  readonly #permissions = new Map<string, Milliseconds>();
  readonly #channels = new Map<number, Channel>();
  readonly #channelOfPeer = new Map<string, Channel>();
  readonly #traffic = { toPeers: { packets: 0, bytes: 0 }, toClient: { packets: 0, bytes: 0 } };

  constructor(
    readonly facts: AllocationFacts,
    private readonly clock: Clock,
    lifetime: Milliseconds,
  ) {
    this.#until = clock.monotonic() + lifetime;
  }

  /** How long it lasts without being refreshed. */
  get remaining(): Milliseconds {
    return this.#until - this.clock.monotonic();
  }

  refresh(lifetime: Milliseconds): void {
    this.#until = this.clock.monotonic() + lifetime;
  }

  /** Lets an address send to the client, or lets it go on. */
  permit(address: string): void {
    this.#permissions.set(address, this.clock.monotonic() + PERMISSION_LIFETIME);
  }

  isPermitted(address: string): boolean {
    return (this.#permissions.get(address) ?? -1) > this.clock.monotonic();
  }

  /** The addresses that may send: the page calls them media destinations. */
  get permitted(): readonly string[] {
    return [...this.#permissions.keys()].filter((address) => this.isPermitted(address));
  }

  /**
   * Binds a channel to a peer for ten minutes, with the permission that goes with it.
   * @returns false when the channel has another peer, or the peer another channel
   */
  bind(number: number, peer: Endpoint): boolean {
    const text = formatEndpoint(peer);
    const present = this.#channel(number);
    const ofPeer = this.#live(this.#channelOfPeer.get(text));
    if ((present && formatEndpoint(present.peer) !== text) || (ofPeer && ofPeer.number !== number)) return false;
    const channel = { number, peer, until: this.clock.monotonic() + CHANNEL_LIFETIME };
    this.#channels.set(number, channel);
    this.#channelOfPeer.set(text, channel);
    this.permit(peer.address);
    return true;
  }

  /** The number of the channel that is bound to a peer. */
  channelTo(peer: Endpoint): number | undefined {
    return this.#live(this.#channelOfPeer.get(formatEndpoint(peer)))?.number;
  }

  /** The peer that a channel is bound to. */
  peerOf(channel: number): Endpoint | undefined {
    return this.#channel(channel)?.peer;
  }

  count(way: "toPeers" | "toClient", bytes: number): void {
    this.#traffic[way].packets++;
    this.#traffic[way].bytes += bytes;
  }

  get traffic(): { readonly toPeers: Traffic; readonly toClient: Traffic } {
    return this.#traffic;
  }

  #channel(number: number): Channel | undefined {
    return this.#live(this.#channels.get(number));
  }

  #live(channel: Channel | undefined): Channel | undefined {
    return channel && channel.until > this.clock.monotonic() ? channel : undefined;
  }
}
