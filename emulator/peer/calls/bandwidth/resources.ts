import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Route } from "./network-map.ts";

/** Kilobits a second. */
export type Kbps = number;

/** What a call takes bandwidth of, as the other peers are told: `link NAME`, `pipe NAME`, `node NAME` (a zone or subzone). */
export type ResourceKey = `${"link" | "pipe" | "node"} ${string}`;

/** What calls may together take too much of: bandwidth of a resource, or licenses of a kind. */
export type LimitedKey = ResourceKey | LicenseKey;
export type LicenseKey = `license ${LicenseKind}`;

export interface BandwidthLimit {
  readonly mode: "Unlimited" | "Limited" | "NoBandwidth";
  readonly limit: Kbps;
}

/** One thing on the way of a call that may have too little bandwidth for it. */
export interface Bottleneck {
  readonly key: ResourceKey;
  /** As the refusal names it: `pipe ToHeadOffice`. */
  readonly words: string;
  readonly total: BandwidthLimit;
  readonly perCall: BandwidthLimit;
}

const UNLIMITED: BandwidthLimit = { mode: "Unlimited", limit: 0 };

/** Everything that a call on a route takes bandwidth of. */
export function resourcesOf({ nodes, links }: Route): ResourceKey[] {
  const keys = new Set<ResourceKey>();
  for (const node of nodes) keys.add(`node ${node}`);
  for (const { name, pipes } of links) {
    keys.add(`link ${name}`);
    for (const pipe of pipes) keys.add(`pipe ${pipe}`);
  }
  return [...keys];
}

/** The limits of one resource; links and zones have none of their own. `intra` is said of a call that stays in one subzone. */
export function bottleneck(configuration: Configuration, key: ResourceKey, intra = false): Bottleneck {
  const at = key.indexOf(" ");
  const kind = key.slice(0, at);
  const name = key.slice(at + 1);
  const none: Bottleneck = { key, words: `${kind} ${name}`, total: UNLIMITED, perCall: UNLIMITED };
  if (kind === "link") return none;
  const row = kind === "pipe" ? pipeRow(configuration, name) : subzoneRow(configuration, name);
  if (row === undefined) return none;
  const within = kind === "pipe" || name === "TraversalSubZone" ? "PerCall" : intra ? "PerCall Intra" : "PerCall Inter";
  const words = kind === "pipe" ? none.words : `subzone ${name}`;
  return {
    key,
    words,
    total: read(configuration, `${row} Bandwidth Total`),
    perCall: read(configuration, `${row} Bandwidth ${within}`),
  };
}

function read(configuration: Configuration, prefix: string): BandwidthLimit {
  const mode = (configuration.read(`${prefix} Mode`) ?? "Unlimited") as BandwidthLimit["mode"];
  return { mode, limit: Number(configuration.read(`${prefix} Limit`) ?? 0) };
}

function pipeRow(configuration: Configuration, name: string): string | undefined {
  const index = configuration.rows
    .of("Bandwidth Pipe")
    .find((row) => configuration.get(`Bandwidth Pipe ${row} Name`) === name);
  return index === undefined ? undefined : `Bandwidth Pipe ${index}`;
}

function subzoneRow(configuration: Configuration, name: string): string | undefined {
  if (name === "DefaultSubZone" || name === "TraversalSubZone") return `Zones LocalZone ${name}`;
  const index = configuration.rows
    .of("Zones LocalZone SubZones SubZone")
    .find((row) => configuration.get(`Zones LocalZone SubZones SubZone ${row} Name`) === name);
  return index === undefined ? undefined : `Zones LocalZone SubZones SubZone ${index}`;
}
