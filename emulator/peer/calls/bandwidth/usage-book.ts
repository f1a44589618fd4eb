import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Instant } from "../../../world/duration.ts";
import type { Kbps, LimitedKey, ResourceKey } from "./resources.ts";

/** All that a call takes. */
export interface CallUse {
  readonly serialNumber: string;
  readonly admittedAt: Instant;
  readonly kbps: Kbps;
  readonly resources: readonly ResourceKey[];
  readonly license: LicenseKind;
  /** Halves of licenses. */
  readonly tokens: number;
}

/** What all calls of one peer take together, and those one by one that take of what is exceeded. */
export interface PeerUse {
  readonly bandwidth: ReadonlyMap<ResourceKey, Kbps>;
  readonly tokens: ReadonlyMap<string, number>;
  readonly calls: readonly CallUse[];
}

/** What a call takes: kbps of a resource, halves of licenses of a kind. */
export function takenBy(use: CallUse, key: LimitedKey): number {
  if (key.startsWith("license ")) return key === `license ${use.license}` ? use.tokens : 0;
  return use.resources.includes(key as ResourceKey) ? use.kbps : 0;
}

/** Who uses how much: this peer's own calls, and what the other peers told last. */
export class UsageBook {
  readonly #own = new Map<string, CallUse>();
  readonly #others = new Map<string, PeerUse>();
  #relays = 0;
  #ownTotals: { bandwidth: Map<ResourceKey, Kbps>; tokens: Map<string, number> } | undefined;

  put(use: CallUse): void {
    this.#own.set(use.serialNumber, use);
    this.#ownTotals = undefined;
  }

  remove(serialNumber: string): void {
    this.#own.delete(serialNumber);
    this.#ownTotals = undefined;
  }

  /** Halves of licenses that the TURN relays of this peer take. */
  putRelays(tokens: number): void {
    this.#relays = tokens;
    this.#ownTotals = undefined;
  }

  own(serialNumber: string): CallUse | undefined {
    return this.#own.get(serialNumber);
  }

  /** This peer's calls that take of one of these. */
  callsOf(keys: ReadonlySet<LimitedKey>): readonly CallUse[] {
    if (keys.size === 0) return [];
    return [...this.#own.values()].filter((use) => [...keys].some((key) => takenBy(use, key) > 0));
  }

  /** What the other peers are told: all that is taken, and the calls one by one that take of what is exceeded. */
  report(exceeded: ReadonlySet<LimitedKey>): PeerUse {
    return { ...this.#totals(), calls: this.callsOf(exceeded) };
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

  /** Resources that calls of other peers take of as well as those of this one, or of several others. */
  sharedKeys(): readonly ResourceKey[] {
    const keys = new Set<ResourceKey>();
    for (const use of this.#others.values()) for (const key of use.bandwidth.keys()) keys.add(key);
    return [...keys];
  }

  bandwidth(key: ResourceKey): { readonly own: Kbps; readonly cluster: Kbps } {
    const own = this.#totals().bandwidth.get(key) ?? 0;
    let cluster = own;
    for (const use of this.#others.values()) cluster += use.bandwidth.get(key) ?? 0;
    return { own, cluster };
  }

  tokens(kind: LicenseKind): { readonly own: number; readonly cluster: number } {
    const own = this.#totals().tokens.get(kind) ?? 0;
    let cluster = own;
    for (const use of this.#others.values()) cluster += use.tokens.get(kind) ?? 0;
    return { own, cluster };
  }

  /** Halves of licenses that one of the other peers takes, as far as it has told. */
  tokensOf(address: string, kind: LicenseKind): number {
    return this.#others.get(address)?.tokens.get(kind) ?? 0;
  }

  #totals(): { bandwidth: Map<ResourceKey, Kbps>; tokens: Map<string, number> } {
    if (this.#ownTotals) return this.#ownTotals;
    const bandwidth = new Map<ResourceKey, Kbps>();
    const tokens = new Map<string, number>();
    if (this.#relays > 0) tokens.set("TURN relay", this.#relays);
    for (const use of this.#own.values()) {
      for (const key of use.resources) bandwidth.set(key, (bandwidth.get(key) ?? 0) + use.kbps);
      tokens.set(use.license, (tokens.get(use.license) ?? 0) + use.tokens);
    }
    return (this.#ownTotals = { bandwidth, tokens });
  }
}
