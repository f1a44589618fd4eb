import type { FaultRule } from "../faults/rule-members.ts";
import type { HardwareKind, Platform, Product } from "../../peer/core/identity.ts";
import { makeReleaseKey } from "../../peer/calls/licensing/release-key.ts";
import type { DnsZone } from "./dns-zones.ts";
import { optionKeysOf } from "./option-keys.ts";

/** One peer of a lab, all defaults filled in. */
export interface PeerPlan {
  /** Name in the lab and, with the domain, in DNS. */
  readonly name: string;
  readonly address: string;
  readonly product: Product;
  readonly platform: Platform;
  readonly hardware: HardwareKind;
  readonly softwareVersion: string;
  readonly serialNumber: string;
  /** Whole keys, made for the serial number. */
  readonly optionKeys: readonly string[];
  readonly releaseKey: string;
  /** Items set over those of a peer as unpacked, by their CLI path. */
  readonly configuration: Readonly<Record<string, string>>;
}

/** A cluster that is formed when the lab starts. */
export interface ClusterPlan {
  readonly name: string;
  readonly preSharedKey: string;
  /** Names of the peers in the order of the list; the first is the primary. */
  readonly peers: readonly string[];
}

/** What a lab consists of. */
export interface Topology {
  readonly domain: string;
  /** Where the lab's DNS and NTP servers listen. */
  readonly surroundings: string;
  /** The TMS of the surroundings, if there is one. */
  readonly tms?: { readonly provisioningLicenses: number };
  readonly peers: readonly PeerPlan[];
  readonly cluster?: ClusterPlan;
  /** Zones of the DNS server besides what it knows of the lab itself. */
  readonly dns?: readonly DnsZone[];
  /** What goes wrong from when the lab is up. */
  readonly faults?: readonly FaultRule[];
}

export const DEFAULT_DOMAIN = "lab.example.com";
export const DEFAULT_VERSION = "X8.1";

/** Eight hex digits that differ for each place in a lab. */
export const serialNumberOf = (place: number): string =>
  (0x0e5c_0001 + place * 0x0011_0007).toString(16).toUpperCase().padStart(8, "0");

export interface BuiltInOptions {
  /** How many peers, 1 to 6. */
  readonly peers?: number;
  /** The first three numbers of the addresses: peers are .1, .2 …, the surroundings .254. */
  readonly network?: string;
  /** Peers as unpacked: no cluster, nothing configured but the address. */
  readonly blank?: boolean;
}

/** The lab that `xtwin up` starts without a topology file: three peers, formed into a cluster. */
export function builtInTopology({ peers = 3, network = "127.0.10", blank = false }: BuiltInOptions = {}): Topology {
  const plans = Array.from({ length: peers }, (_, place): PeerPlan => ({
    name: `expe${place + 1}`,
    address: `${network}.${place + 1}`,
    product: "expressway-e",
    platform: "medium",
    hardware: "virtual-machine",
    softwareVersion: DEFAULT_VERSION,
    serialNumber: serialNumberOf(place),
    optionKeys: optionKeysOf(undefined, "expressway-e", serialNumberOf(place)),
    releaseKey: makeReleaseKey(serialNumberOf(place), DEFAULT_VERSION),
    configuration: {},
  }));
  const topology = { domain: DEFAULT_DOMAIN, surroundings: `${network}.254`, peers: plans };
  if (blank) return topology;
  const configured = plans.map((plan) => ({ ...plan, configuration: networkConfiguration(plan.name, topology) }));
  const cluster = { name: `cluster.${DEFAULT_DOMAIN}`, preSharedKey: "twin", peers: plans.map((plan) => plan.name) };
  return { ...topology, peers: configured, cluster };
}

/** What an operator would set first on System > Administration, DNS and Time. */
export function networkConfiguration(
  name: string,
  { domain, surroundings }: Pick<Topology, "domain" | "surroundings">,
): Record<string, string> {
  return {
    "SystemUnit Name": name,
    "IP DNS Hostname": name,
    "IP DNS Domain Name": domain,
    "DNS Server 1 Address": surroundings,
    "NTP Server 1 Address": surroundings,
  };
}

/** The TMS of the lab as external manager. */
export const managerConfiguration = ({ surroundings }: Pick<Topology, "surroundings">): Record<string, string> => ({
  "ExternalManager Address": surroundings,
  "ExternalManager Protocol": "HTTP",
});

/** The domain of the gatekeeper that a lab has for a neighbor: calls to its aliases are answered. */
export const NEIGHBOR_DOMAIN = "office.example.com";

/** The zone, its links and the search rule by which the peers of a formed cluster reach the neighbor. */
export function neighborConfiguration({ surroundings }: Pick<Topology, "surroundings">): Record<string, string> {
  const rule = "Zones Policy SearchRules Rule 2";
  return {
    "Zones Zone 1 Name": "Office",
    "Zones Zone 1 Type": "Neighbor",
    "Zones Zone 1 SIP Mode": "Off",
    "Zones Zone 1 Neighbor Peer 1 Address": surroundings,
    "Bandwidth Link 5 Name": "Zone001ToDefaultSZ",
    "Bandwidth Link 5 Node1 Name": "Office",
    "Bandwidth Link 5 Node2 Name": "DefaultSubZone",
    "Bandwidth Link 6 Name": "Zone001ToTraversalSZ",
    "Bandwidth Link 6 Node1 Name": "Office",
    "Bandwidth Link 6 Node2 Name": "TraversalSubZone",
    [`${rule} Name`]: "Office",
    [`${rule} Description`]: `The aliases of ${NEIGHBOR_DOMAIN}`,
    [`${rule} Mode`]: "AliasPatternMatch",
    [`${rule} Pattern Type`]: "Suffix",
    [`${rule} Pattern String`]: `@${NEIGHBOR_DOMAIN}`,
    [`${rule} Pattern Behavior`]: "Leave",
    [`${rule} Target Name`]: "Office",
  };
}

/** The cluster settings that a formed cluster has on each of its peers. */
export function clusterConfiguration(cluster: ClusterPlan, peers: readonly PeerPlan[]): Record<string, string> {
  const settings: Record<string, string> = {
    "Alternates Cluster Name": cluster.name,
    "Alternates Cluster PreSharedKey": cluster.preSharedKey,
    "Alternates ConfigurationPrimary": "1",
    // Guide, "Set up the primary peer": call signaling optimization On.
    "Call Routed Mode": "Optimal",
  };
  for (const [place, name] of cluster.peers.entries()) {
    settings[`Alternates Peer ${place + 1} Address`] = peers.find((peer) => peer.name === name)?.address ?? "";
  }
  return settings;
}
