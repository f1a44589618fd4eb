import { capacities, type Capacity, pooledLicenses } from "../../../model/capacity.ts";
import { type LicenseKind, optionKinds } from "../../../model/option-keys.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Instant } from "../../../world/duration.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import type { Facts } from "../../core/facts.ts";
import { type Identity, isEdge, productFamily } from "../../core/identity.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValue, StatusValues } from "../../core/status-values.ts";
import type { PoolLimit } from "../bandwidth/over-use.ts";
import { capacityConditions, type LicenseUse } from "./capacity-alarms.ts";
import { InstalledOptions, OPTION_SLOTS } from "./installed-options.ts";
import { lostPeerConditions } from "./license-alarms.ts";
import { LicensePool, type LostPeer } from "./license-pool.ts";
import { mediaPortCondition } from "./media-port-alarm.ts";
import type { Loss } from "./peer-licenses.ts";
import { turnConditions } from "./turn-alarms.ts";

/** A video call takes a whole license, a SIP call with audio only half of one: licenses are counted in halves. */
export const TOKENS_PER_LICENCE = 2;

export interface LicensingOptions {
  readonly identity: Identity;
  readonly configuration: Configuration;
  readonly store: Store;
  readonly clock: Clock;
  readonly facts: Facts;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  /** Tokens that are taken now, by this peer and by the whole cluster as far as it is known. */
  readonly inUse: (kind: LicenseKind) => { readonly own: number; readonly cluster: number };
}

/** Why no more licenses can be taken: what the product is, what this peer can carry, or what there is in the pool. */
export interface LicenseRefusal {
  readonly limit: "product" | "unit" | "pool";
  readonly reason: string;
}

/** Option keys, the license pool of the cluster, and what this platform can carry. */
export class Licensing implements Part {
  readonly name = "licensing";
  readonly options: InstalledOptions;
  readonly alarmConditions: readonly AlarmCondition[];
  readonly status: StatusProviders = { Options: () => this.#options() };
  readonly commands: CommandHandlers = {
    OptionKeyAdd: (args, actor) => this.#add(args, actor),
    OptionKeyDelete: (args, actor) => this.#delete(args, actor),
  };
  readonly #pool: LicensePool;
  /** The kinds of licenses that the peers of a cluster share. */
  readonly pooled: readonly LicenseKind[];
  readonly #capacity: Capacity;
  readonly #offersTurn: boolean;

  constructor(private readonly given: LicensingOptions) {
    const { configuration, identity, facts, store, clock, others } = given;
    const { softwareVersion } = identity;
    const family = productFamily(identity.product);
    this.options = new InstalledOptions(configuration, identity.serialNumber);
    this.#offersTurn = isEdge(identity.product);
    this.pooled = pooledLicenses[family];
    this.#capacity = capacities[family][identity.platform];
    this.#pool = new LicensePool({
      store,
      clock,
      others,
      own: (kind) => this.#count(kind),
      pooled: this.pooled,
      softwareVersion,
      onChange: () => facts.changed(),
    });
    facts.onChange((change) => {
      if (change === "state") this.#pool.observe();
    });
    this.alarmConditions = [
      ...this.options.alarmConditions,
      ...turnConditions({
        offered: this.#offersTurn,
        turnedOn: () => configuration.isOn("Traversal Server TURN Mode"),
        installed: () => this.options.count("TURN relay"),
        pool: () => this.#pool.total("TURN relay"),
      }),
      mediaPortCondition({ configuration, use: (kind) => this.use(kind) }),
      ...lostPeerConditions(() => this.#pool.lostPeers()),
      ...capacityConditions({
        use: (kind) => this.use(kind),
        warningLevel: () => configuration.integer("ResourceUsage Warning Activation Level"),
      }),
    ];
  }

  /** The time of day by which losses are told. */
  get lossesNow(): Instant {
    return this.#pool.now;
  }

  start(): void {
    this.#pool.start();
  }

  stop(): void {
    this.#pool.stop();
  }

  /** Use and limits of a kind of license, in licenses. @returns undefined for a kind that the product does not have */
  use(kind: LicenseKind): LicenseUse | undefined {
    const physical = this.#capacity[kind];
    if (physical === undefined) return undefined;
    const { own, cluster } = this.given.inUse(kind);
    return {
      own: own / TOKENS_PER_LICENCE,
      // What others take is no concern of a peer that has its licenses to itself.
      cluster: (this.pooled.includes(kind) ? cluster : own) / TOKENS_PER_LICENCE,
      pool: this.#pool.total(kind),
      physical,
    };
  }

  /** Why no more of a kind can be taken here; undefined while it can. */
  refusal(kind: LicenseKind, tokens: number): LicenseRefusal | undefined {
    const use = this.use(kind);
    if (!use) return { limit: "product", reason: `this product carries no ${kind}s` };
    const wanted = tokens / TOKENS_PER_LICENCE;
    if (use.own + wanted > use.physical)
      return { limit: "unit", reason: `the unit's physical limit of ${use.physical} ${kind}s is reached` };
    if (use.cluster + wanted > use.pool)
      return { limit: "pool", reason: `the license limit of ${use.pool} ${kind}s is reached` };
    return undefined;
  }

  /** Licenses that this peer's own keys give, by kind: what the other peers are told. */
  ownLicenses(): Capacity {
    return Object.fromEntries(
      optionKinds.flatMap(({ license }) => {
        const count = license === undefined ? 0 : this.#count(license);
        return license === undefined || count === 0 ? [] : [[license, count]];
      }),
    );
  }

  /** What the calls of the cluster may together take of a kind. */
  pool(kind: LicenseKind): PoolLimit {
    const { total, fellAt } = this.#pool.limit(kind);
    return { tokens: total * TOKENS_PER_LICENCE, fellAt };
  }

  /** What the other peers are told of those that are lost, by address. */
  losses(): Readonly<Record<string, Loss>> {
    return this.#pool.losses();
  }

  get lostPeers(): readonly LostPeer[] {
    return this.#pool.lostPeers();
  }

  /** What the keys allow, as SystemUnit/Software/Configuration tells it. */
  softwareConfiguration(): StatusValues {
    const values: Record<string, StatusValue> = { Encryption: true, StarterPack: false };
    for (const { element, letter, license } of optionKinds) {
      if (license === undefined) values[element] = this.options.has(letter);
      else if (license === "TURN relay") values[element] = { Relays: this.#count(license) };
      else values[element] = Number(values[element] ?? 0) + this.options.count(license);
    }
    return values;
  }

  /** "TURN option key ignored" (alarm 30009) where TURN is not offered. */
  #count(kind: LicenseKind): number {
    return kind === "TURN relay" && !this.#offersTurn ? 0 : this.options.count(kind);
  }

  #options(): StatusValues {
    const options = new Map<number, StatusValue>();
    for (const [slot, { text, kind, count }] of this.options.slots) {
      options.set(slot, { Key: text, Description: kind.license === undefined ? kind.words : `${count} ${kind.words}` });
    }
    return options.size > 0 ? { Option: options } : {};
  }

  #add({ Key: key = "" }: CommandArguments, actor: Actor): CommandResult {
    for (let slot = 1; slot <= OPTION_SLOTS; slot++) {
      const path = `Option ${slot} Key` as const;
      if (this.given.configuration.get(path) !== "") continue;
      const result = this.given.configuration.set([{ path, value: key }], actor);
      return result.ok ? { ok: true } : { ok: false, reason: `Unable to add option key: ${result.reason}` };
    }
    return { ok: false, reason: `Unable to add option key: all ${OPTION_SLOTS} are in use` };
  }

  #delete({ OptionKeyId: slot }: CommandArguments, actor: Actor): CommandResult {
    const path = `Option ${Number(slot)} Key` as const;
    if (this.given.configuration.get(path) === "") {
      const installed = [...this.options.slots.keys()].join(", ") || "none";
      return { ok: false, reason: `there is no option key ${slot}; there are: ${installed}` };
    }
    const result = this.given.configuration.set([{ path, value: null }], actor);
    return result.ok ? { ok: true } : { ok: false, reason: result.reason };
  }
}
