import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { StateWord } from "./entry-state.ts";
import type { ClusterSettings } from "./settings.ts";

/** A copy that went wrong in a way that does not pass by itself; it stands until `xCommand ForceConfigUpdate`. */
export interface CopyFailure {
  readonly kind: "conflict" | "not equal afterwards";
  /** What was seen, for the support engineer. */
  readonly detail: string;
}

/** One other peer of the list as this peer sees it. */
export interface ListedPeer {
  readonly address: string;
  readonly word: StateWord;
  /** It has been Active since its address was saved. */
  readonly added: boolean;
  readonly report: PeerReport | undefined;
}

/** Everything that decides whether this peer copies, and why not. */
export interface ReplicationFacts {
  readonly settings: ClusterSettings;
  readonly subordinate: boolean;
  readonly h323On: boolean;
  readonly lan1Nat: boolean;
  readonly ntpSynchronized: boolean;
  readonly softwareVersion: string;
  readonly others: readonly ListedPeer[];
  readonly primary: ListedPeer | undefined;
  readonly copyFailure: CopyFailure | undefined;
}
