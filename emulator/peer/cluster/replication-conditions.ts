import type { AlarmId } from "../../model/alarms/index.ts";
import type { Evidence } from "../core/alarm-condition.ts";
import type { ReplicationFacts } from "./replication-facts.ts";

/** One thing that must be so before configuration is copied. */
export interface ReplicationCondition {
  readonly name: string;
  /** What Appendix 1 shows while it is not so; none where the copy is only suspended. */
  readonly alarms: readonly AlarmId[];
  /** Some hold for the primary as well; the others only where configuration is copied to. */
  readonly on: "every peer" | "subordinate";
  /** How an operator or a fault brings it about. */
  readonly provokedBy: string;
  fails(facts: ReplicationFacts): Evidence | undefined;
}

/**
 * Checked in this order; the first that fails stops the copy and raises its alarms. Guide, Appendix 1 and "Changing the
 * primary peer"; the order is the twin's own.
 */
export const replicationConditions: readonly ReplicationCondition[] = [
  {
    name: "database usable",
    alarms: [15005],
    on: "every peer",
    provokedBy: "the lab fault database-damaged",
    fails: ({ databaseFailure }) => databaseFailure,
  },
  {
    name: "cluster name set",
    alarms: [20019],
    on: "every peer",
    provokedBy: "leaving Cluster name blank on System > Clustering",
    fails: ({ settings }) =>
      settings.name === ""
        ? {
            facts: ["peer addresses are configured and Cluster name is blank"],
            clearedBy: "set the same Cluster name on every peer",
          }
        : undefined,
  },
  {
    name: "H.323 mode On",
    alarms: [20018],
    on: "every peer",
    provokedBy: "setting H.323 mode to Off on Configuration > Protocols > H.323",
    fails: ({ h323On }) =>
      h323On
        ? undefined
        : { facts: ["H.323 mode is Off"], clearedBy: "set H.323 mode to On on Configuration > Protocols > H.323" },
  },
  {
    name: "own LAN 1 address in the list, without NAT",
    alarms: [20015],
    on: "every peer",
    provokedBy: "a peer list without this peer's LAN 1 address, or static NAT on LAN 1",
    fails: ({ settings, lan1Nat }) => {
      if (!settings.peers.includes(settings.ownAddress)) {
        return {
          facts: [`LAN 1 has the address ${settings.ownAddress}`, `the list of peers is ${settings.peers.join(", ")}`],
          clearedBy: "enter this peer's LAN 1 address in the list on every peer",
        };
      }
      return lan1Nat
        ? { facts: ["static NAT is On for LAN 1"], clearedBy: "set static NAT mode of LAN 1 to Off" }
        : undefined;
    },
  },
  {
    name: "NTP synchronized",
    alarms: [20010],
    on: "every peer",
    provokedBy: "an NTP server that does not answer, or none at all",
    fails: ({ ntpSynchronized }) =>
      ntpSynchronized
        ? undefined
        : {
            facts: ["System > Time does not say Synchronized"],
            clearedBy: "configure an NTP server that answers on System > Time",
          },
  },
  {
    name: "no upgrade in progress, all versions equal",
    alarms: [20008],
    on: "every peer",
    provokedBy: "upgrading one peer of the cluster, or the lab fault upgrade-in-progress",
    fails: ({ others, softwareVersion, upgrading }) => {
      const facts = [
        ...(upgrading ? ["an upgrade is in progress on this peer"] : []),
        ...others
          .filter(({ report }) => report?.upgrading)
          .map(({ address }) => `an upgrade is in progress on ${address}`),
      ];
      const different = others.filter(({ report }) => report && report.softwareVersion !== softwareVersion);
      if (different.length > 0) facts.push(`this peer runs ${softwareVersion}`);
      for (const { address, report } of different) facts.push(`${address} runs ${report?.softwareVersion}`);
      return facts.length > 0
        ? { facts, clearedBy: "the upgrade ends, and every peer has the same software version" }
        : undefined;
    },
  },
  {
    name: "primary reachable",
    alarms: [20016],
    on: "subordinate",
    provokedBy: "stopping the primary, or cutting its network",
    fails: ({ settings, primary }) => {
      // Not before a round of probes has ended, and not for a primary that was never reached: its cluster is still being made.
      if (primary && (primary.word !== "Failed" || !primary.added || primary.report)) return undefined;
      return {
        facts: [
          `the primary is peer ${settings.primary}, ${settings.primaryAddress ?? "which is blank"}`,
          "it does not answer",
        ],
        clearedBy: "bring the primary back, or make another peer the primary",
      };
    },
  },
  {
    name: "one idea of the primary",
    alarms: [20017, 20013],
    on: "every peer",
    provokedBy: "setting Configuration primary on one peer and not on the others",
    fails: ({ settings, others }) => {
      const different = others.filter(
        ({ word, report }) => word === "Active" && report && report.primary !== settings.primary,
      );
      return different.length > 0
        ? {
            facts: [
              `Configuration primary is ${settings.primary} here`,
              ...different.map(({ address, report }) => `it is ${report?.primary} on ${address}`),
            ],
            clearedBy: "set Configuration primary to the same number on every peer",
          }
        : undefined;
    },
  },
  {
    name: "list and name as on the primary",
    alarms: [20012],
    on: "subordinate",
    provokedBy: "a peer list or cluster name that differs from the primary's",
    fails: ({ settings, primary }) => {
      const report = primary?.report;
      if (!report) return undefined;
      const facts: string[] = [];
      if (report.clusterName !== settings.name)
        facts.push(`the cluster name is "${settings.name}" here and "${report.clusterName}" on the primary`);
      if (report.peers.join() !== settings.peers.join()) {
        facts.push(
          `the list is ${settings.peers.join(", ")} here and ${report.peers.join(", ") || "empty"} on the primary`,
        );
      }
      return facts.length > 0 ? { facts, clearedBy: "make System > Clustering equal on every peer" } : undefined;
    },
  },
  {
    name: "every listed peer completely added",
    alarms: [],
    on: "subordinate",
    provokedBy: "an address saved before its peer has restarted into the cluster",
    fails: ({ others }) => {
      const missing = others.filter((peer) => !peer.added);
      return missing.length > 0
        ? {
            facts: missing.map((peer) => `${peer.address} has never been Active`),
            clearedBy: "complete adding the peer, or take it out of the list",
          }
        : undefined;
    },
  },
  {
    name: "configuration files of this peer, here and on the primary",
    alarms: [20014],
    on: "subordinate",
    provokedBy: "the lab fault peer-file-missing, or a primary whose database was purged or restored",
    fails: ({ copyFailure }) =>
      copyFailure?.kind === "no peer file"
        ? { facts: [copyFailure.detail], clearedBy: "xCommand ForceConfigUpdate on this peer" }
        : undefined,
  },
  {
    name: "no item changed both here and on the primary",
    alarms: [20011],
    on: "subordinate",
    provokedBy: "changing the same cluster-wide item on a subordinate and on the primary between two copies",
    fails: ({ copyFailure }) =>
      copyFailure?.kind === "conflict"
        ? { facts: [copyFailure.detail], clearedBy: "xCommand ForceConfigUpdate on this peer" }
        : undefined,
  },
  {
    name: "equal after the copy",
    alarms: [20009],
    on: "subordinate",
    provokedBy: "a store that does not keep what is written to it",
    fails: ({ copyFailure }) =>
      copyFailure?.kind === "not equal afterwards"
        ? { facts: [copyFailure.detail], clearedBy: "xCommand ForceConfigUpdate on this peer, once its store is sound" }
        : undefined,
  },
];

/** A condition that fails, and why. */
export interface Failing {
  readonly condition: ReplicationCondition;
  readonly evidence: Evidence;
}

/** The first condition that fails, with its evidence. */
export function firstFailing(facts: ReplicationFacts): Failing | undefined {
  for (const condition of replicationConditions) {
    if (condition.on === "subordinate" && !facts.subordinate) continue;
    const evidence = condition.fails(facts);
    if (evidence) return { condition, evidence };
  }
  return undefined;
}
