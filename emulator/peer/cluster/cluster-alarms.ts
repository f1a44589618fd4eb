import type { AlarmCondition, Evidence } from "../core/alarm-condition.ts";
import type { StateWord } from "./entry-state.ts";
import { replicationConditions, type Failing } from "./replication-conditions.ts";
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
  /** Systems that take this one for a peer and are not in its list. */
  readonly unlistedPeers: readonly string[];
  readonly channelFailed: boolean;
  /** What stops the copy. */
  readonly failing: Failing | undefined;
}

/** The alarms 20003 to 20019 that follow from cluster settings, contacts and the copy. */
export function clusterAlarmConditions(facts: () => ClusterAlarmFacts): AlarmCondition[] {
  const replicationAlarms = [...new Set(replicationConditions.flatMap((condition) => condition.alarms))].map(
    (alarm): AlarmCondition => ({
      alarm,
      holds: () => {
        const { failing } = facts();
        return failing?.condition.alarms.includes(alarm) ? failing.evidence : undefined;
      },
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
  if (!settings.primaryAddress)
    facts.push(`Configuration primary is ${settings.primary} and Peer ${settings.primary} IP address is blank`);
  return facts.length > 0 ? { facts, clearedBy: "correct the list of peers on System > Clustering" } : undefined;
}

/** No source says which addresses are invalid; these cannot be those of another box. */
function invalidAddresses({ unusable }: ClusterSettings): Evidence | undefined {
  const facts = [...unusable].map(([address, reason]) => `${address} is ${reason}`);
  return facts.length > 0 ? { facts, clearedBy: "enter the LAN 1 addresses of the peers" } : undefined;
}

function communicationFailure({ settings, entries, unlistedPeers }: ClusterAlarmFacts): Evidence | undefined {
  if (settings.peers.length === 0) return undefined;
  const failed = entries.filter((entry) => entry.word === "Failed");
  if (failed.length === 0 && unlistedPeers.length === 0) return undefined;
  return {
    facts: [
      ...failed.map(({ address, cause }) => `${address}: ${cause ?? "not in contact"}`),
      ...unlistedPeers.map((address) => `${address} takes this system for a peer and is not in the list`),
    ],
    clearedBy: [
      ...(failed.length > 0 ? ["every listed peer becomes Active, or leaves the list"] : []),
      ...(unlistedPeers.length > 0 ? ["who is not in the list is cleared of its cluster settings"] : []),
    ].join("; "),
  };
}

function databaseCommunicationFailure({
  clustered,
  entries,
  channelFailed,
  settings,
}: ClusterAlarmFacts): Evidence | undefined {
  if (!clustered) return undefined;
  const lost = entries
    .filter((entry) => entry.word === "Failed" && entry.added)
    .map((entry) => `${entry.address} was Active and is lost`);
  if (channelFailed) lost.push(`the primary ${settings.primaryAddress} does not answer on the database channel`);
  return lost.length > 0 ? { facts: lost, clearedBy: "the peers are in contact again" } : undefined;
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
