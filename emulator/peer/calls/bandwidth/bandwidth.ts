import type { LicenseKind } from "../../../model/option-keys.ts";
import type { World } from "../../../world/world.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { CommandHandlers } from "../../core/command-handler.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValues } from "../../core/status-values.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { RasEndpoint } from "../ras/ras-endpoint.ts";
import { type Admission, admit } from "./admission.ts";
import { type BandwidthChecker, checkBandwidth } from "./check-bandwidth.ts";
import { addDefaultLinks, missingLinkConditions } from "./links.ts";
import { NetworkMap, type Route } from "./network-map.ts";
import { type Cut, cutsOf, exceeded, type Limits } from "./over-use.ts";
import type { Kbps, ResourceKey } from "./resources.ts";
import { type CallUse, UsageBook } from "./usage-book.ts";
import { UsageExchange } from "./usage-exchange.ts";
import { usageStatus } from "./usage-status.ts";

export interface BandwidthOptions {
  readonly world: World;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly ras: RasEndpoint;
  readonly softwareVersion: string;
  /** What there is in the license pools of the cluster. */
  readonly licenses: () => Omit<Limits, "configuration">;
  readonly clustered: () => boolean;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  /** Version of the tables that this peer shares, and what other peers announce of theirs. */
  readonly tablesVersion: () => number;
  readonly onTables: (address: string, version: number) => void;
}

const BUILT_IN_NODES: ReadonlySet<string> = new Set([
  "DefaultZone",
  "DefaultSubZone",
  "TraversalSubZone",
  "ClusterSubZone",
]);

/** Links and pipes, and what calls take of them on this peer and in the whole cluster. */
export class Bandwidth implements Part {
  readonly name = "bandwidth";
  readonly map: NetworkMap;
  readonly status: StatusProviders = {
    Links: () => usageStatus(this.options.configuration, "Link", (key) => this.usage(key)),
    Pipes: () => usageStatus(this.options.configuration, "Pipe", (key) => this.usage(key)),
  };
  readonly commands: CommandHandlers;
  readonly alarmConditions: readonly AlarmCondition[];

  readonly #book: UsageBook;
  readonly #exchange: UsageExchange;
  #onCut: ((cut: Cut) => void) | undefined;

  constructor(private readonly options: BandwidthOptions) {
    const { configuration, facts, world, ras, log, others, clustered, tablesVersion, onTables, softwareVersion } =
      options;
    this.map = new NetworkMap(configuration);
    this.#book = new UsageBook();
    this.#exchange = new UsageExchange({
      world,
      facts,
      ras,
      log,
      others,
      softwareVersion,
      book: this.#book,
      isKnown: (key) => this.#isKnown(key),
      tablesVersion,
      onTables,
      onChange: () => this.#othersChanged(),
    });
    facts.onChange(() => this.#exchange.observe());
    this.alarmConditions = missingLinkConditions(configuration, clustered);
    const checker: BandwidthChecker = {
      map: this.map,
      nodes: () => this.#nodes(),
      admit: (route, requested) => this.admit(route, requested),
    };
    this.commands = {
      CheckBandwidth: (args) => checkBandwidth(checker, args),
      DefaultLinksAdd: (_args, actor) => addDefaultLinks(configuration, actor),
    };
  }

  start(): void {
    this.#exchange.start();
  }

  stop(): void {
    this.#exchange.stop();
  }

  /** Who gives up bandwidth or licenses when a limit turns out to be exceeded. */
  onCut(cut: (cut: Cut) => void): void {
    this.#onCut = cut;
  }

  /** What a call would get on a route now. */
  admit(route: Route, requested: Kbps): Admission {
    return admit(this.options.configuration, route, requested, (key) => this.#book.bandwidth(key).cluster);
  }

  /** A call takes this much from now on. */
  take(use: CallUse): void {
    this.#book.put(use);
    this.#exchange.emit();
  }

  release(serialNumber: string): void {
    this.#book.remove(serialNumber);
    this.#exchange.emit();
  }

  /** TURN relays of this peer take so many halves of licenses from now on. */
  takeForRelays(tokens: number): void {
    this.#book.putRelays(tokens);
    this.#exchange.emit();
  }

  /** Halves of licenses that another peer takes, as far as it has told. */
  tokensOf(address: string, kind: LicenseKind): number {
    return this.#book.tokensOf(address, kind);
  }

  /** True while another peer tells what its calls take. */
  hears(address: string): boolean {
    return this.#exchange.hears(address);
  }

  /** Halves of licenses in use, by this peer and by all. */
  tokens(kind: LicenseKind): { readonly own: number; readonly cluster: number } {
    return this.#book.tokens(kind);
  }

  /** The `Bandwidth` element of a zone, subzone, link or pipe. */
  usage(key: ResourceKey): StatusValues {
    const { own, cluster } = this.#book.bandwidth(key);
    return { LocalUsage: own, ClusterUsage: cluster };
  }

  #othersChanged(): void {
    const { configuration } = this.options;
    const licenses = this.options.licenses();
    const limits: Limits = { configuration, pooled: licenses.pooled, pool: (kind) => licenses.pool(kind) };
    const over = exceeded(limits, this.#book);
    this.#exchange.emitCallsOf(over);
    for (const cut of cutsOf(limits, this.#book, over)) this.#onCut?.(cut);
    this.options.facts.changed("usage");
  }

  #isKnown(key: ResourceKey): boolean {
    const { configuration } = this.options;
    const at = key.indexOf(" ");
    const kind = key.slice(0, at);
    const name = key.slice(at + 1);
    const named = (list: "Bandwidth Link" | "Bandwidth Pipe" | "Zones Zone" | "Zones LocalZone SubZones SubZone") =>
      configuration.rows.of(list).some((row) => configuration.get(`${list} ${row} Name`) === name);
    if (kind === "link") return named("Bandwidth Link");
    if (kind === "pipe") return named("Bandwidth Pipe");
    return BUILT_IN_NODES.has(name) || named("Zones Zone") || named("Zones LocalZone SubZones SubZone");
  }

  /** The names of all zones and subzones. */
  #nodes(): readonly string[] {
    const { configuration } = this.options;
    const configured = (["Zones Zone", "Zones LocalZone SubZones SubZone"] as const).flatMap((list) =>
      configuration.rows.of(list).map((row) => configuration.get(`${list} ${row} Name`)),
    );
    return [...BUILT_IN_NODES, ...configured];
  }
}
