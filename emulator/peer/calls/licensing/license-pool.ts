import type { Capacity } from "../../../model/capacity.ts";
import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock, Timer } from "../../../world/clock.ts";
import { days, hours, type Instant, type Milliseconds } from "../../../world/duration.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";

/** Guide, "Introduction": licenses of a lost peer remain "for two weeks from the time the cluster lost contact". */
export const GRACE: Milliseconds = days(14);

/** How long a peer is lost until an alarm tells of it in hours, then in days. The thresholds are the twin's own. */
export const TOLD_IN_HOURS: Milliseconds = hours(12);
export const TOLD_IN_DAYS: Milliseconds = days(7);

/** The licenses that another peer brought, and since when it is out of contact. */
export interface PeerLicenses {
  readonly licenses: Capacity;
  readonly lostAt?: Instant;
}

/** A peer that is out of contact. */
export interface LostPeer {
  readonly address: string;
  readonly lostAt: Instant;
  readonly lostFor: Milliseconds;
}

const NOBODY: readonly LostPeer[] = [];

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  readonly own: (kind: LicenseKind) => number;
  readonly pooled: readonly LicenseKind[];
  /** A peer has been lost for so long that something changes. */
  readonly onThreshold: () => void;
}

/**
 * The licenses that this peer may use: its own and those of the other peers of its cluster. What was known of a lost peer
 * is kept in the store, with the moment of the loss, so that a restart neither forgets it nor starts the two weeks anew.
 */
export class LicensePool {
  readonly #known: Map<string, PeerLicenses>;
  #anyLost: boolean;
  #timer: Timer | undefined;

  constructor(private readonly options: Options) {
    this.#known = new Map(Object.entries(options.store.state.get("peer licenses") ?? {}));
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
    const { clock, others, store } = this.options;
    let changed = false;
    const listed = new Set<string>();
    for (const { address, word, report } of others()) {
      listed.add(address);
      const before = this.#known.get(address);
      const after = word === "Active" && report ? { licenses: report.licenses } : lost(before, word, clock.now());
      if (!after || same(before, after)) continue;
      this.#known.set(address, after);
      changed = true;
    }
    for (const address of this.#known.keys()) {
      if (listed.has(address)) continue;
      this.#known.delete(address);
      changed = true;
    }
    if (!changed) return;
    this.#anyLost = [...this.#known.values()].some(({ lostAt }) => lostAt !== undefined);
    store.state.put("peer licenses", Object.fromEntries(this.#known));
    this.#awaitThreshold();
  }

  /** Licenses of a kind that calls on this peer may take, now. */
  total(kind: LicenseKind): number {
    let sum = this.options.own(kind);
    if (!this.options.pooled.includes(kind)) return sum;
    const now = this.options.clock.now();
    for (const { licenses, lostAt } of this.#known.values()) {
      if (lostAt === undefined || now - lostAt < GRACE) sum += licenses[kind] ?? 0;
    }
    return sum;
  }

  lostPeers(): readonly LostPeer[] {
    if (!this.#anyLost) return NOBODY;
    const now = this.options.clock.now();
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
      this.options.onThreshold();
    });
  }
}

/** A peer that was in contact and is no longer; one that never was has brought no licenses. */
function lost(before: PeerLicenses | undefined, word: ClusterPeer["word"], now: Instant): PeerLicenses | undefined {
  // Until a round of probes has ended nothing is known, least of all a loss.
  return before && before.lostAt === undefined && word === "Failed" ? { ...before, lostAt: now } : before;
}

function same(a: PeerLicenses | undefined, b: PeerLicenses): boolean {
  return (
    a === b || (a !== undefined && a.lostAt === b.lostAt && JSON.stringify(a.licenses) === JSON.stringify(b.licenses))
  );
}
