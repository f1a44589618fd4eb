import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import { type ClusterSettings, isSameName } from "./settings.ts";

/** The word to the right of a peer address on the Clustering page. Guide: "This system", "Unknown", "Failed"; Active when all is well. */
export type StateWord = "This system" | "Unknown" | "Failed" | "Active";

/** What is known of one listed peer. */
export interface Contact {
  /** PeriodicTask of probes that have ended, answered or not, since the address was saved. */
  readonly rounds: number;
  /** Answers that did not come, in a row. */
  readonly misses: number;
  /** The last report; undefined while there is none or the peer is lost. */
  readonly report: PeerReport | undefined;
}

export interface EntryState {
  readonly word: StateWord;
  /** Why it is not Active. */
  readonly cause?: string;
}

/** Three probes without an answer: the peer is lost. One is enough for a peer that never answered. */
export const MISSES_UNTIL_LOST = 3;

/** The state of one entry of the list, from what is known and nothing else. */
export function entryState(address: string, settings: ClusterSettings, contact: Contact | undefined): EntryState {
  if (address === settings.ownAddress) return { word: "This system" };
  const unusable = settings.unusable.get(address);
  if (unusable !== undefined) return { word: "Failed", cause: `${address} is ${unusable}` };
  if (!contact || (contact.rounds === 0 && !contact.report)) return { word: "Unknown" };
  const { report } = contact;
  if (!report || contact.misses >= MISSES_UNTIL_LOST) return { word: "Failed", cause: "System unreachable" };
  if (!report.peers.includes(settings.ownAddress))
    return { word: "Failed", cause: "This system is not in the peer's list" };
  if (!isSameName(report.clusterName, settings.name)) return { word: "Failed", cause: "Cluster name differs" };
  return { word: "Active" };
}
