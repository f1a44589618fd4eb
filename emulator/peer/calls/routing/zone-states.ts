import { type Instant, type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import { formatEndpoint } from "../../../world/network.ts";
import type { Changed } from "../../core/configuration-change.ts";
import { PeriodicTask, type RoundResult } from "../../core/periodic-task.ts";
import type { RoutingOptions } from "./routing-options.ts";

/** How often a neighbor is asked whether it is there. No source gives the interval. */
const POLL_INTERVAL: Milliseconds = seconds(60);

/** A location request for nobody: any answer tells that the system is there. */
export const NOBODY = "alive-check";

export type PeerState = "Unknown" | "Active" | "Failed";

/** One far system of a neighbor zone. */
export interface ZonePeer {
  readonly address: string;
  readonly port: number;
  readonly state: PeerState;
  readonly since: Instant;
}

/** A zone as configured, and who of it can be reached. */
export interface ZoneState {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly h323: boolean;
  readonly hopCount: number;
  /** Of a neighbor or traversal zone, as configured. */
  readonly addresses: readonly string[];
  readonly peers: readonly ZonePeer[];
  /** The systems that answer, in the order of the zone's page. */
  readonly reachable: readonly Endpoint[];
}

/** Asks the systems of the neighbor zones every minute whether they are there, by location requests. */
export class ZoneStates {
  readonly #states = new Map<string, { state: PeerState; since: Instant }>();
  /** Zones as they were last read; a thousand of them are not read again because one has changed. */
  readonly #known = new Map<number, ZoneState>();
  /** The far systems whose answer is awaited. */
  readonly #asking = new Set<string>();
  readonly #rounds: PeriodicTask;
  #started = false;
  #askedAt: number | undefined;

  constructor(private readonly options: RoutingOptions) {
    this.#rounds = new PeriodicTask({
      ...options.world,
      facts: options.facts,
      name: "zone checks",
      period: POLL_INTERVAL,
      round: () => this.#round(),
    });
    options.configuration.onChange((changes) => this.#follow(changes));
  }

  start(): void {
    this.#started = true;
    this.#rounds.start(0);
  }

  stop(): void {
    this.#started = false;
    this.#rounds.stop();
  }

  get zones(): readonly ZoneState[] {
    return this.options.configuration.rows.of("Zones Zone").map((index) => this.at(index));
  }

  /** The zone in a row that is there. */
  at(index: number): ZoneState {
    const known = this.#known.get(index);
    if (known) return known;
    const zone = this.#read(index);
    this.#known.set(index, zone);
    return zone;
  }

  named(name: string): ZoneState | undefined {
    return this.zones.find((zone) => zone.name === name);
  }

  /** The zone that a far system belongs to. */
  of(address: string): ZoneState | undefined {
    return this.zones.find((zone) => zone.peers.some((peer) => peer.address === address));
  }

  #round(): RoundResult {
    const { stableRevision } = this.options.world.network;
    // Nothing can have changed since all were asked.
    if (stableRevision !== undefined && stableRevision === this.#askedAt) return "unchanged";
    this.#askedAt = stableRevision;
    for (const zone of this.zones) {
      if (!zone.h323) continue;
      for (const { address, port } of zone.peers) this.#ask({ address, port });
    }
    return "changed";
  }

  /** Somebody who was not a neighbor before is asked at once. */
  #follow(changes: readonly Changed[]): void {
    const changed = new Set<number>();
    for (const { path } of changes) {
      if (path === "H323 Mode") this.#known.clear();
      const [, index] = /^Zones Zone (\d+) /.exec(path) ?? [];
      if (index !== undefined) changed.add(Number(index));
    }
    for (const index of changed) this.#known.delete(index);
    if (changed.size === 0 || !this.#started) return;
    this.#askedAt = undefined;
    const present = new Set(this.options.configuration.rows.of("Zones Zone"));
    for (const index of changed) {
      const zone = present.has(index) ? this.at(index) : undefined;
      if (!zone?.h323) continue;
      for (const { address, port, state } of zone.peers) if (state === "Unknown") this.#ask({ address, port });
    }
  }

  /** Once at a time, however many zones it is in. */
  #ask(peer: Endpoint): void {
    const key = formatEndpoint(peer);
    if (this.#asking.has(key)) return;
    this.#asking.add(key);
    const request = { destinationInfo: [{ kind: "h323-ID", value: NOBODY }], hopCount: 1 } as const;
    this.options.ras.locate(request, peer, (answer) => {
      this.#asking.delete(key);
      this.#heard(peer, answer ? "Active" : "Failed");
    });
  }

  #heard(peer: Endpoint, state: PeerState): void {
    const key = formatEndpoint(peer);
    if (this.#states.get(key)?.state === state) return;
    this.#states.set(key, { state, since: this.options.world.clock.now() });
    if (state === "Failed") {
      this.options.log.event("tvcs", "External Server Communications Failure", {
        Reason: "gatekeeper timed out",
        Service: "NeighbourGatekeeper",
        Detail: `name:${key}`,
      });
    }
    for (const zone of this.#known.values())
      if (zone.peers.some(({ address }) => address === peer.address)) this.#known.delete(zone.index);
    this.options.facts.changed();
  }

  #read(index: number): ZoneState {
    const { configuration } = this.options;
    const row = `Zones Zone ${index}` as const;
    const type = configuration.get(`${row} Type`);
    const addresses = this.#addresses(index, type);
    const peers = type === "Neighbor" ? this.#peers(index, addresses) : [];
    return {
      index,
      name: configuration.get(`${row} Name`),
      type,
      h323: configuration.isOn(`${row} H323 Mode`) && configuration.isOn("H323 Mode"),
      hopCount: configuration.integer(`${row} HopCount`),
      addresses,
      peers,
      reachable: peers.filter(({ state }) => state === "Active"),
    };
  }

  #addresses(index: number, type: string): readonly string[] {
    if (type !== "Neighbor" && type !== "TraversalClient") return [];
    return ([1, 2, 3, 4, 5, 6] as const)
      .map((place) => this.options.configuration.get(`Zones Zone ${index} ${type} Peer ${place} Address`))
      .filter((address) => address !== "");
  }

  #peers(index: number, addresses: readonly string[]): readonly ZonePeer[] {
    const { configuration, world } = this.options;
    const port = configuration.integer(`Zones Zone ${index} Neighbor H323 Port`);
    return addresses.map((address) => {
      const { state = "Unknown", since = world.clock.now() } =
        this.#states.get(formatEndpoint({ address, port })) ?? {};
      return { address, port, state, since };
    });
  }
}
