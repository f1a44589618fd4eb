import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { Milliseconds } from "../../world/duration.ts";
import type { StateWord } from "./entry-state.ts";

/** One other peer of the list as this peer sees it. */
export interface ClusterPeer {
  readonly address: string;
  readonly word: StateWord;
  /** It has been Active since its address was saved. */
  readonly added: boolean;
  /** Active and of the same software version: they share licenses, bandwidth and locations. Guide, "Prerequisites". */
  readonly shares: boolean;
  /** What it told last; undefined while there is none or it is lost. */
  readonly report: PeerReport | undefined;
  /** How far its clock is ahead of this peer's: the moments that it tells are on its own. */
  readonly clockAhead: Milliseconds;
}
