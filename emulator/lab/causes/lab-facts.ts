import type { AlarmId } from "../../model/alarms/index.ts";
import type { FirewallRule } from "../../peer/access/firewall/firewall-rule.ts";
import type { ClusterSettings } from "../../peer/cluster/settings.ts";
import type { Absence } from "../../peer/maintenance/absence.ts";
import type { Milliseconds } from "../../world/duration.ts";
import type { FaultStatus } from "../faults/active-fault.ts";

/** All that causes are found in, at one moment. */
export interface LabFacts {
  readonly peers: readonly PeerFacts[];
  /** Those that wait, are on, or are over and were not removed. */
  readonly faults: readonly FaultStatus[];
  /** The address of the lab's DNS and NTP servers. */
  readonly servers: string;
  readonly domain: string;
  /** No part of the lab runs in another process: what is not known here is not there. */
  readonly whole: boolean;
  /** Time stands still unless somebody moves it on by hand. */
  readonly frozen: boolean;
}

/** A peer, up or down. */
export interface PeerFacts {
  readonly name: string;
  /** LAN 1 IPv4 address, of the last start while it is down. */
  readonly address: string;
  /** LAN 1 IPv4 address as configured: the one of the next start, or of one that failed. */
  readonly lan1: string;
  /** The one that the lab was started with. */
  readonly firstAddress: string;
  /** How far its clock is ahead of the lab's time. */
  readonly clockAhead: Milliseconds;
  readonly absence: Absence | undefined;
  /** Absent while it is down. */
  readonly up?: RunningFacts;
}

/** What a peer has while it is up. */
export interface RunningFacts {
  readonly settings: ClusterSettings;
  /** It has a list of peers and has restarted since it got one. */
  readonly clustered: boolean;
  /** It has a list of peers, or had one at its last start. */
  readonly inCluster: boolean;
  /** What stops the copy to it where it is a subordinate, and from it where it is the primary. */
  readonly copyObstacle?: CopyObstacle;
  /** Listed addresses that it is not in contact with. */
  readonly lost: readonly string[];
  readonly systemName: string;
  readonly softwareVersion: string;
  readonly h323On: boolean;
  readonly staticNat: boolean;
  /** As configured, in order: names or addresses. */
  readonly ntpServers: readonly string[];
  readonly ntpSynchronized: boolean;
  /** NTP servers that were given by names for which no address was found. */
  readonly ntpNamesNotFound: readonly string[];
  readonly dnsServers: readonly string[];
  readonly domain: string;
  /** The firewall rules in force, by priority, and whether they wait to be accepted. */
  readonly firewall: readonly FirewallRule[];
  readonly firewallOnTrial: boolean;
  readonly lan2: string;
  /** What takes effect with the next restart: the alarm that says so, and its words. */
  readonly awaitingRestart: readonly { readonly alarm: AlarmId; readonly changed: string }[];
  /** Those that stand. */
  readonly alarms: readonly number[];
}

/** Something that stops the copy. */
export interface CopyObstacle {
  readonly alarms: readonly AlarmId[];
  /** What ends it, as the peer itself says. */
  readonly clearedBy: string;
}

/** A peer that is up. */
export type UpPeer = PeerFacts & { readonly up: RunningFacts };

export const upPeers = ({ peers }: Pick<LabFacts, "peers">): readonly UpPeer[] =>
  peers.filter((peer): peer is UpPeer => peer.up !== undefined);

/** The peers that have cluster settings. */
export const listers = (facts: LabFacts): readonly UpPeer[] =>
  upPeers(facts).filter(({ up }) => up.settings.peers.length > 0);

/** The names of the others that have an address in their lists. */
export const listedBy = (facts: LabFacts, address: string): readonly string[] =>
  listers(facts)
    .filter((peer) => peer.address !== address && peer.up.settings.peers.includes(address))
    .map(({ name }) => name);
