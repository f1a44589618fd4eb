import { PEER_INDICES } from "../../../emulator/peer/cluster/settings.ts";
import type { Device } from "../../../emulator/peer/device.ts";

/** The part of `xStatus Alternates` that checkers read. */
interface Alternates {
  readonly Peer?: ReadonlyMap<number, { readonly Address: string; readonly Status: string }>;
  readonly Database?: { readonly Status: string };
}

interface Alarmed {
  readonly ids: ReadonlySet<number>;
  /** Those that are not about licenses: a cluster that is short of them is well. */
  readonly trouble: readonly number[];
}

/** What the surfaces of a running peer show at one moment; read when it is asked for, and once. */
export class PeerView {
  #words: ReadonlyMap<string, string> | undefined;
  #alternates: Alternates | undefined;
  #alarmed: Alarmed | undefined;
  #list: readonly string[] | undefined;

  constructor(
    /** 1 to 6. */
    readonly index: number,
    /** One life of the peer: another one after each restart. */
    readonly device: Device,
  ) {}

  get address(): string {
    return this.device.address;
  }

  /** The addresses of the Clustering page in their order, without the blank ones. */
  get list(): readonly string[] {
    return (this.#list ??= PEER_INDICES.map((place) => this.#fieldOf(place)).filter((address) => address !== ""));
  }

  /** The address in the field that the number of the configuration primary points at; undefined where it is blank. */
  get primaryAddress(): string | undefined {
    return this.#fieldOf(this.device.configuration.integer("Alternates ConfigurationPrimary")) || undefined;
  }

  get isOwnPrimary(): boolean {
    return this.primaryAddress === this.address;
  }

  /** Shown as a peer of a cluster, and not waiting for the restart that makes it one. */
  get clustered(): boolean {
    return this.list.length > 0 && !this.alarms.has(20007);
  }

  /** The word beside each listed address, its own included. */
  get words(): ReadonlyMap<string, string> {
    return (this.#words ??= new Map(
      [...(this.#document.Peer ?? new Map<number, never>()).values()].map((peer) => [peer.Address, peer.Status]),
    ));
  }

  /** The state of the cluster database; undefined on a stand-alone peer. */
  get database(): string | undefined {
    return this.#document.Database?.Status;
  }

  get alarms(): ReadonlySet<number> {
    return this.#alarms.ids;
  }

  /** The alarms that stand and are not about licenses. */
  get trouble(): readonly number[] {
    return this.#alarms.trouble;
  }

  /** Of all cluster-wide items. */
  get digest(): string {
    return this.device.configuration.digest.text;
  }

  get version(): string {
    return this.device.identity.softwareVersion;
  }

  get #document(): Alternates {
    return (this.#alternates ??= (this.device.status.values("Alternates") ?? {}) as Alternates);
  }

  get #alarms(): Alarmed {
    return (this.#alarmed ??= readAlarms(this.device));
  }

  #fieldOf(place: number): string {
    const index = PEER_INDICES.find((known) => known === place);
    return index === undefined ? "" : this.device.configuration.get(`Alternates Peer ${index} Address`);
  }
}

function readAlarms({ alarms }: Device): Alarmed {
  const ids = new Set<number>();
  const trouble: number[] = [];
  for (const { type, status } of alarms.all()) {
    if (status === "lowered") continue;
    ids.add(type.id);
    if (type.category !== "Licensing") trouble.push(type.id);
  }
  return { ids, trouble };
}
