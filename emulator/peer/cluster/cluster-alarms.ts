import type { AlarmCondition, Evidence } from "../core/alarm-condition.ts";
import type { DatabaseFailure } from "./database-failures.ts";
import type { StateWord } from "./entry-state.ts";
import { type Failings, replicationConditions } from "./replication-conditions.ts";
import type { ClusterSettings } from "./settings.ts";

/** What the alarms about clustering are derived from. */
export interface ClusterAlarmFacts {
  readonly settings: ClusterSettings;
  /** Peers are configured and the peer has restarted since. */
  readonly clustered: boolean;
  readonly clusteredAtBoot: boolean;
  readonly entries: readonly {
    readonly address: string;
    readonly word: StateWord;
    readonly cause?: string;
    readonly added: boolean;
  }[];
  /** The addresses that the primary lists and this peer does not. */
  readonly beingAdded: readonly string[];
  /** Systems that take this one for a peer and are not in its list. */
  readonly unlistedPeers: readonly string[];
  /** Whose database cannot be reached, and why. */
  readonly databaseFailures: ReadonlyMap<string, DatabaseFailure>;
  /** What fails of all that the copy needs. */
  readonly failings: Failings | undefined;
}

/** The alarms 20003 to 20019 that follow from cluster settings, contacts and the copy. */
export function clusterAlarmConditions(facts: () => ClusterAlarmFacts): AlarmCondition[] {
  const replicationAlarms = [...new Set(replicationConditions.flatMap((condition) => condition.alarms))].map(
    (alarm): AlarmCondition => ({
      alarm,
      holds: () => facts().failings?.shown.find(({ condition }) => condition.alarms.includes(alarm))?.evidence,
    }),
  );
  return [
    { alarm: 20003, holds: () => invalidList(facts().settings) },
    { alarm: 20004, holds: () => communicationFailure(facts()) },
    { alarm: 20005, holds: () => invalidAddresses(facts().settings) },
    { alarm: 20006, holds: () => databaseCommunicationFailure(facts()) },
    { alarm: 20007, holds: () => restartRequired(facts()) },
    ...replicationAlarms,
  ];
}

/** Guide: "there are no empty fields between entries"; the condition for 20003 is the twin's own reading. */
function invalidList(settings: ClusterSettings): Evidence | undefined {
  if (settings.peers.length === 0) return undefined;
  const facts: string[] = [];
  const last = settings.fields.findLastIndex((address) => address !== "");
  const gap = settings.fields.slice(0, last).indexOf("");
  if (gap !== -1) facts.push(`Peer ${gap + 1} IP address is blank and a later one is not`);
  const twice = settings.peers.find((address, index) => settings.peers.indexOf(address) !== index);
  if (twice) facts.push(`${twice} is in the list twice`);
  const listMistakes = facts.length;
  if (!settings.primaryAddress)
    facts.push(`Configuration primary is ${settings.primary} and Peer ${settings.primary} IP address is blank`);
  if (facts.length === 0) return undefined;
  if (listMistakes > 0) return { facts, clearedBy: "correct the list of peers on System > Clustering" };
  return {
    facts,
    clearedBy: "set Configuration primary to the number of a peer in the list, the same on every peer",
    action: "Set Configuration primary to the number of a peer in the list",
  };
}

/** No source says which addresses are invalid; these cannot be those of another box. */
function invalidAddresses({ unusable }: ClusterSettings): Evidence | undefined {
  const facts = [...unusable].map(([address, reason]) => `${address} is ${reason}`);
  return facts.length > 0 ? { facts, clearedBy: "enter the LAN 1 addresses of the peers" } : undefined;
}

function communicationFailure(facts: ClusterAlarmFacts): Evidence | undefined {
  const { settings, entries, unlistedPeers, beingAdded } = facts;
  if (settings.peers.length === 0) return undefined;
  const failed = entries.filter((entry) => entry.word === "Failed");
  if (failed.length + unlistedPeers.length + beingAdded.length === 0) return undefined;
  return {
    facts: [
      ...failed.map(({ address, cause }) => `${address}: ${cause ?? "not in contact"}`),
      ...unlistedPeers.map((address) => `${address} takes this system for a peer and is not in the list`),
      ...beingAdded.map((address) => `${address} is in the list of the primary and not in the list here`),
    ],
    clearedBy: [
      ...(failed.length > 0 ? ["every listed peer becomes Active, or leaves the list"] : []),
      ...(unlistedPeers.length > 0 ? ["who is not in the list is cleared of its cluster settings"] : []),
      ...(beingAdded.length > 0 ? ["the list is the same on every peer"] : []),
    ].join("; "),
  };
}

function databaseCommunicationFailure(facts: ClusterAlarmFacts): Evidence | undefined {
  const { clustered, databaseFailures } = facts;
  if (!clustered || databaseFailures.size === 0) return undefined;
  return {
    facts: [...databaseFailures].map(([address, { reason }]) => `${address} ${reason}`),
    clearedBy: "the databases of the peers reach each other again",
  };
}

function restartRequired({ settings, clusteredAtBoot }: ClusterAlarmFacts): Evidence | undefined {
  const configured = settings.peers.length > 0;
  if (configured === clusteredAtBoot) return undefined;
  return {
    facts: [
      configured ? "peers were configured since the last restart" : "all peers were deleted since the last restart",
    ],
    clearedBy: "a restart",
  };
}
