import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { AlarmId } from "../../model/alarms/index.ts";
import type { Evidence } from "../core/alarm-condition.ts";
import { type Product, productNames } from "../core/identity.ts";
import type { ReplicationFacts } from "./replication-facts.ts";
import { type ClusterSettings, isSameName } from "./settings.ts";

/** One thing that must be so before configuration is copied. */
export interface ReplicationCondition {
  readonly name: string;
  /** What Appendix 1 shows while it is not so; none where the copy is only suspended. */
  readonly alarms: readonly AlarmId[];
  /** Some hold for the primary as well; the others only where configuration is copied to. */
  readonly on: "every peer" | "subordinate";
  /** Its alarms show whatever else fails; of the others only the first that fails shows its own. */
  readonly showsAlways?: true;
  /** The copy goes on, and the alarm stands. */
  readonly stopsNothing?: true;
  /** A primary for which it fails gives no copy either, and this is what it answers. */
  readonly refusal?: string;
  /** How an operator or a fault brings it about. */
  readonly provokedBy: string;
  fails(facts: ReplicationFacts): Evidence | undefined;
}

/**
 * Checked in this order; the first that fails stops the copy. Guide, Appendix 1 and "Changing the primary peer"; the order is
 * the twin's own.
 */
export const replicationConditions: readonly ReplicationCondition[] = [
  {
    name: "database usable",
    alarms: [15005],
    on: "every peer",
    refusal: "its database has failed",
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
    // H.323 mode is cluster-wide: were the copy stopped, turning it on again on the primary would never arrive (assumed).
    name: "H.323 mode On",
    alarms: [20018],
    on: "every peer",
    showsAlways: true,
    stopsNothing: true,
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
    refusal: "its LAN 1 address is not in its list of peers, or is translated",
    provokedBy: "a peer list without this peer's LAN 1 address, or static NAT on LAN 1",
    fails: ({ settings, lan1Nat }) => {
      if (!settings.peers.includes(settings.ownAddress)) {
        return {
          facts: [`LAN 1 has the address ${settings.ownAddress}`, `the list of peers is ${settings.peers.join(", ")}`],
          clearedBy: "enter this peer's LAN 1 address in the list on every peer",
        };
      }
      return lan1Nat
        ? {
            facts: ["static NAT is On for LAN 1, the interface of the cluster"],
            clearedBy: "set IPv4 static NAT mode of LAN 1 to Off on System > IP",
            action: "Set IPv4 static NAT mode of LAN 1 to Off",
          }
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
    provokedBy: "stopping the primary, cutting its network, or blocking the database between it and this peer",
    fails: ({ settings, primary, databaseFailures }) => {
      const { primary: number, primaryAddress } = settings;
      if (primaryAddress === undefined)
        return {
          facts: [`Configuration primary is ${number}, and Peer ${number} IP address is blank`],
          clearedBy: "set Configuration primary to the number of a peer in the list, the same on every peer",
        };
      // Not before a round of probes has ended, and not for a primary that was never reached: its cluster is still being made.
      const lost = primary?.word === "Failed" && primary.added && !primary.report;
      const failure = databaseFailures.get(primaryAddress);
      const silent = failure !== undefined && failure.refuses !== true;
      if (!lost && !silent) return undefined;
      return {
        facts: [
          `the primary is peer ${number}, ${primaryAddress}`,
          lost ? "it does not answer" : "its database cannot be reached",
        ],
        clearedBy: lost
          ? "bring the primary back, or make another peer the primary"
          : "the database of the primary can be reached again",
      };
    },
  },
  {
    name: "one idea of the primary",
    alarms: [20017, 20013],
    on: "every peer",
    showsAlways: true,
    refusal: "the peers disagree about the configuration primary",
    provokedBy: "setting Configuration primary on one peer and not on the others, or lists in another order",
    fails: ({ settings, others }) => {
      const here = primaryOf(settings);
      const different = others.flatMap(({ word, address, report }) =>
        word === "Active" && report && !isSamePrimary(report, settings)
          ? [`on ${address} it is ${primaryOf(report)}`]
          : [],
      );
      return different.length > 0
        ? {
            facts: [`the configuration primary is ${here} here`, ...different],
            clearedBy:
              "make System > Clustering equal on every peer: the list, in one order, and Configuration primary",
          }
        : undefined;
    },
  },
  {
    name: "one list and one name",
    alarms: [20012],
    on: "every peer",
    showsAlways: true,
    refusal: "the cluster settings of the peers differ",
    provokedBy: "a peer list, or its order, or a cluster name that differs from another peer's",
    fails: ({ settings, others }) => {
      const facts = others.flatMap(({ address, report }) => (report ? differences(settings, address, report) : []));
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
    provokedBy: "a primary that is another product, or a store that does not keep what is written to it",
    fails: ({ copyFailure, product, primary }) => {
      // The administrator guide has all peers of a cluster be of one product; what follows otherwise is assumed.
      const other = primary?.report?.unit.product;
      if (other !== undefined && other !== product)
        return {
          facts: [`this peer is a ${productName(product)} and the primary a ${productName(other)}`],
          clearedBy: "make the cluster of peers of one product",
        };
      return copyFailure?.kind === "not equal afterwards"
        ? { facts: [copyFailure.detail], clearedBy: "xCommand ForceConfigUpdate on this peer, once its store is sound" }
        : undefined;
    },
  },
];

const productName = (product: string): string => productNames[product as Product] ?? product;

/** How one peer's list and name differ from those here. */
function differences(settings: ClusterSettings, address: string, report: PeerReport): string[] {
  const facts: string[] = [];
  if (!isSameName(report.clusterName, settings.name))
    facts.push(`the cluster name is "${settings.name}" here and "${report.clusterName}" on ${address}`);
  if (report.peers.join() !== settings.peers.join())
    facts.push(`the list is ${settings.peers.join(", ")} here and ${report.peers.join(", ") || "empty"} on ${address}`);
  return facts;
}

type PrimaryNamed = Pick<PeerReport, "primary"> & { readonly primaryAddress?: string | undefined };

/** Two peers mean the same primary if the number is the same and the address beside it, too. */
const isSamePrimary = (one: PrimaryNamed, other: PrimaryNamed): boolean =>
  one.primary === other.primary && (one.primaryAddress ?? "") === (other.primaryAddress ?? "");

const primaryOf = ({ primary, primaryAddress }: PrimaryNamed): string =>
  `${primary}, ${primaryAddress === undefined || primaryAddress === "" ? "a blank field" : primaryAddress}`;

/** A condition that fails, and why. */
export interface Failing {
  readonly condition: ReplicationCondition;
  readonly evidence: Evidence;
}

/** What fails of all that must be so. */
export interface Failings {
  /** The first that stops the copy to this peer. */
  readonly stopping: Failing | undefined;
  /** The first for which a primary gives no copy. */
  readonly refusing: Failing | undefined;
  /** What a primary that gives no copy answers. */
  readonly refusal: string | undefined;
  /** Those whose alarms stand. */
  readonly shown: readonly Failing[];
}

/** Checks all conditions. */
export function failings(facts: ReplicationFacts): Failings {
  const failing = replicationConditions.flatMap((condition): Failing[] => {
    if (condition.on === "subordinate" && !facts.subordinate) return [];
    const evidence = condition.fails(facts);
    return evidence ? [{ condition, evidence }] : [];
  });
  const firstOfOthers = failing.find(({ condition }) => !condition.showsAlways);
  const refusing = failing.find(({ condition }) => condition.refusal);
  return {
    stopping: failing.find(({ condition }) => !condition.stopsNothing),
    refusing,
    refusal: refusing?.condition.refusal,
    shown: failing.filter((one) => one.condition.showsAlways || one === firstOfOthers),
  };
}
