import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock, Timer } from "../../../world/clock.ts";
import { days, hours, type Instant, type Milliseconds, seconds } from "../../../world/duration.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import { movedBy, onOwnClock } from "./loss-moments.ts";
import { isSame, isSeen, type Loss, NOTICED_AFTER, type PeerLicenses, peerLicensesNow } from "./peer-licenses.ts";

/** Guide, "Introduction": licenses of a lost peer remain "for two weeks from the time the cluster lost contact". */
export const GRACE: Milliseconds = days(14);

/** How long a peer is lost until an alarm tells of it in hours, then in days. The thresholds are the twin's own. */
export const TOLD_IN_HOURS: Milliseconds = hours(12);
export const TOLD_IN_DAYS: Milliseconds = days(7);

/** A peer that is out of contact. */
export interface LostPeer {
  readonly address: string;
  readonly lostAt: Instant;
  readonly lostFor: Milliseconds;
}

/** By so much: less is the correction of a clock that is right. */
const CLOCK_IS_SET: Milliseconds = seconds(1);

const NOBODY: readonly LostPeer[] = [];
const NO_LOSSES: Readonly<Record<string, Loss>> = {};

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  readonly own: (kind: LicenseKind) => number;
  readonly pooled: readonly LicenseKind[];
  /** Peers of another version share no licenses with this one. Guide, "Prerequisites": the cluster is partitioned. */
  readonly softwareVersion: string;
  /** A peer has come, is lost, or has been lost for so long that something changes. */
  readonly onChange: () => void;
}

/**
 * The licenses that this peer may use: its own and those of the other peers of its cluster. What was known of a lost peer
 * is kept in the store, with the moment of the loss, so that a restart neither forgets it nor starts the two weeks anew.
 */
export class LicensePool {
  readonly #known: Map<string, PeerLicenses>;
  /** Who was in contact since the start, with this peer or with another that told it. */
  readonly #seen = new Set<string>();
  readonly #limits = new Map<LicenseKind, { readonly total: number; readonly fellAt: Instant }>();
  #anyLost: boolean;
  #timer: Timer | undefined;
  /** The time of day at monotonic zero: it changes when the clock is set. */
  #epoch: Instant;

  constructor(private readonly options: Options) {
    const { clock, softwareVersion, store } = options;
    this.#epoch = clock.now() - clock.monotonic();
    const stored = Object.entries(store.state.get("peer licenses") ?? {});
    // Those that an earlier release stored do not name the version.
    this.#known = new Map(
      stored.map(([address, brought]) => [
        address,
        { ...brought, softwareVersion: brought.softwareVersion ?? softwareVersion },
      ]),
    );
    this.#anyLost = [...this.#known.values()].some(({ lostAt }) => lostAt !== undefined);
  }

  start(): void {
    this.observe();
    this.#awaitThreshold();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** Takes in what the other peers tell now, and who is lost. */
  observe(): void {
    // Then all is looked at again, and what the others tell is on the clock as it is now.
    if (this.#followClock()) return this.#changed();
    this.#takeIn();
    // Looked at with each change, or the moment of a fall would be that at which somebody asks.
    for (const kind of this.options.pooled) this.limit(kind);
  }

  #takeIn(): void {
    const { others } = this.options;
    let changed = false;
    const peers = others();
    const listed = new Set(peers.map(({ address }) => address));
    const tellers = peers.flatMap(({ word, report, clockAhead }) =>
      word === "Active" && report ? [onOwnClock(report, clockAhead, this.#known)] : [],
    );
    for (const peer of peers) {
      const before = this.#known.get(peer.address);
      if (isSeen(peer, tellers)) this.#seen.add(peer.address);
      const { now } = this;
      const seenAt = this.#seen.has(peer.address) ? now - NOTICED_AFTER : 0;
      const after = peerLicensesNow(peer, before, tellers, { now, seenAt });
      if (!after || isSame(before, after)) continue;
      this.#known.set(peer.address, after);
      changed = true;
    }
    for (const address of this.#known.keys()) {
      if (listed.has(address)) continue;
      this.#known.delete(address);
      changed = true;
    }
    if (!changed) return;
    this.#anyLost = [...this.#known.values()].some(({ lostAt }) => lostAt !== undefined);
    this.#changed();
  }

  #changed(): void {
    this.options.store.state.put("peer licenses", Object.fromEntries(this.#known));
    this.#awaitThreshold();
    this.options.onChange();
  }

  /** The time of day by which the moments of losses are counted: that of the clock when it was last looked at. */
  get now(): Instant {
    return this.#epoch + this.options.clock.monotonic();
  }

  /** A clock that is set takes the moments along that it has measured. @returns true when it was */
  #followClock(): boolean {
    const { clock } = this.options;
    const epoch = clock.now() - clock.monotonic();
    const by = epoch - this.#epoch;
    if (Math.abs(by) < CLOCK_IS_SET) return false;
    this.#epoch = epoch;
    for (const [address, known] of this.#known) this.#known.set(address, movedBy(known, by));
    return true;
  }

  /** Licenses of a kind that calls on this peer may take, now. */
  total(kind: LicenseKind): number {
    let sum = this.options.own(kind);
    if (!this.options.pooled.includes(kind)) return sum;
    const { now } = this;
    for (const { licenses, lostAt, softwareVersion } of this.#known.values()) {
      if (softwareVersion !== this.options.softwareVersion) continue;
      if (lostAt === undefined || now - lostAt < GRACE) sum += licenses[kind] ?? 0;
    }
    return sum;
  }

  /** The licenses of a kind, and the last moment since the start at which there became fewer. */
  limit(kind: LicenseKind): { readonly total: number; readonly fellAt: Instant } {
    const total = this.total(kind);
    const before = this.#limits.get(kind) ?? { total, fellAt: Number.NEGATIVE_INFINITY };
    if (total === before.total && this.#limits.has(kind)) return before;
    const limit = { total, fellAt: total < before.total ? this.options.clock.now() : before.fellAt };
    this.#limits.set(kind, limit);
    return limit;
  }

  /** What this peer knows of the lost peers, by address: what the other peers are told. */
  losses(): Readonly<Record<string, Loss>> {
    if (!this.#anyLost) return NO_LOSSES;
    const lost = [...this.#known].flatMap(([address, { lostAt, seenAt = 0, ...brought }]) =>
      lostAt === undefined ? [] : [[address, { ...brought, lostAt, seenAt }] as const],
    );
    return Object.fromEntries(lost);
  }

  lostPeers(): readonly LostPeer[] {
    if (!this.#anyLost) return NOBODY;
    const { now } = this;
    return [...this.#known].flatMap(([address, { lostAt }]) =>
      lostAt === undefined ? [] : [{ address, lostAt, lostFor: now - lostAt }],
    );
  }

  /** Nothing tells that time has passed but time itself. */
  #awaitThreshold(): void {
    this.#timer?.cancel();
    const waits = this.lostPeers().flatMap(({ lostFor }) =>
      [TOLD_IN_HOURS, TOLD_IN_DAYS, GRACE].filter((threshold) => threshold > lostFor).map((t) => t - lostFor),
    );
    if (waits.length === 0) return;
    this.#timer = this.options.clock.after("licenses of a lost peer", Math.min(...waits), () => {
      this.#awaitThreshold();
      this.options.onChange();
    });
  }
}
