import type { LicenceKind } from "../../model/option-keys.ts";
import type { Clock } from "../../world/clock.ts";
import { seconds, type Instant, type Milliseconds } from "../../world/duration.ts";
import type { Kbps, ResourceKey } from "./resources.ts";

/** The bandwidth that one call takes. */
export interface CallBandwidth {
  readonly serialNumber: string;
  readonly admittedAt: Instant;
  readonly kbps: Kbps;
  readonly resources: readonly ResourceKey[];
}

/** All that a call of this peer takes. */
export interface CallUse extends CallBandwidth {
  readonly licence: LicenceKind;
  readonly tokens: number;
}

/** What all calls of one peer take together, and its latest calls one by one. */
export interface PeerUse {
  readonly bandwidth: ReadonlyMap<ResourceKey, Kbps>;
  readonly tokens: ReadonlyMap<string, number>;
  readonly recent: readonly CallBandwidth[];
}

/** Calls admitted within this time are told one by one, so that all peers agree on which came last. */
const RECENT: Milliseconds = seconds(30);

/** Who uses how much: this peer's own calls, and what the other peers told last. */
export class UsageBook {
  readonly #own = new Map<string, CallUse>();
  readonly #others = new Map<string, PeerUse>();
  #ownTotals: { bandwidth: Map<ResourceKey, Kbps>; tokens: Map<string, number> } | undefined;

  constructor(private readonly clock: Clock) {}

  put(use: CallUse): void {
    this.#own.set(use.serialNumber, use);
    this.#ownTotals = undefined;
  }

  remove(serialNumber: string): void {
    this.#own.delete(serialNumber);
    this.#ownTotals = undefined;
  }

  own(serialNumber: string): CallUse | undefined {
    return this.#own.get(serialNumber);
  }

  /** Calls that were admitted within the last moments. */
  get recent(): readonly CallUse[] {
    const since = this.clock.now() - RECENT;
    return [...this.#own.values()].filter((use) => use.admittedAt >= since);
  }

  /** What the other peers are told. */
  report(): PeerUse {
    return { ...this.#totals(), recent: this.recent };
  }

  told(address: string, use: PeerUse): void {
    this.#others.set(address, use);
  }

  /** @returns true when something was known */
  forget(address: string): boolean {
    return this.#others.delete(address);
  }

  get others(): ReadonlyMap<string, PeerUse> {
    return this.#others;
  }

  bandwidth(key: ResourceKey): { readonly own: Kbps; readonly cluster: Kbps } {
    const own = this.#totals().bandwidth.get(key) ?? 0;
    let cluster = own;
    for (const use of this.#others.values()) cluster += use.bandwidth.get(key) ?? 0;
    return { own, cluster };
  }

  tokens(kind: LicenceKind): { readonly own: number; readonly cluster: number } {
    const own = this.#totals().tokens.get(kind) ?? 0;
    let cluster = own;
    for (const use of this.#others.values()) cluster += use.tokens.get(kind) ?? 0;
    return { own, cluster };
  }

  #totals(): { bandwidth: Map<ResourceKey, Kbps>; tokens: Map<string, number> } {
    if (this.#ownTotals) return this.#ownTotals;
    const bandwidth = new Map<ResourceKey, Kbps>();
    const tokens = new Map<string, number>();
    for (const use of this.#own.values()) {
      for (const key of use.resources) bandwidth.set(key, (bandwidth.get(key) ?? 0) + use.kbps);
      tokens.set(use.licence, (tokens.get(use.licence) ?? 0) + use.tokens);
    }
    return (this.#ownTotals = { bandwidth, tokens });
  }
}
