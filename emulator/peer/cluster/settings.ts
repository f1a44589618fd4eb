import { canonicalAddress } from "../../../protocol/ip-octets.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { unusablePeerAddress } from "./unusable-address.ts";

/** Guide: "You can have up to 6 Expressways, including the primary Expressway, in a cluster." */
export type PeerIndex = 1 | 2 | 3 | 4 | 5 | 6;

export const PEER_INDICES: readonly PeerIndex[] = [1, 2, 3, 4, 5, 6];

/** A peer's cluster settings: all peer-specific, and all to be equal everywhere. */
export interface ClusterSettings {
  readonly name: string;
  readonly preSharedKey: string;
  readonly primary: number;
  /** The six fields of the Clustering page, "" where blank. */
  readonly fields: readonly string[];
  /** The addresses in the fields, in order. */
  readonly peers: readonly string[];
  /** Addresses in the fields that cannot be those of peers, and why. */
  readonly unusable: ReadonlyMap<string, string>;
  /** The address beside the primary's number, undefined where that field is blank. */
  readonly primaryAddress: string | undefined;
  /** This peer's LAN 1 IPv4 address since its last restart. */
  readonly ownAddress: string;
}

export function readClusterSettings(configuration: Configuration, ownAddress: string): ClusterSettings {
  // Peers compare their lists, and one address may be written in several ways.
  const fields = PEER_INDICES.map((index) => canonicalAddress(configuration.get(`Alternates Peer ${index} Address`)));
  const peers = fields.filter((address) => address !== "");
  const primary = configuration.integer("Alternates ConfigurationPrimary");
  return {
    name: configuration.get("Alternates Cluster Name"),
    preSharedKey: configuration.get("Alternates Cluster PreSharedKey"),
    primary,
    fields,
    peers,
    unusable: unusableAmong(peers, ownAddress),
    primaryAddress: fields[primary - 1] || undefined,
    ownAddress,
  };
}

function unusableAmong(peers: readonly string[], ownAddress: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const address of peers) {
    const reason = unusablePeerAddress(address, ownAddress);
    if (reason !== undefined) found.set(address, reason);
  }
  return found;
}

/** Cluster names are DNS names: RFC 4343 compares those without regard to case. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const isPrimary = (settings: ClusterSettings): boolean => settings.primaryAddress === settings.ownAddress;

/** True when the settings make this peer take its configuration from another. */
export const isSubordinate = (settings: ClusterSettings): boolean =>
  settings.peers.length > 0 && settings.primaryAddress !== undefined && !isPrimary(settings);
