import type { Milliseconds } from "../../../emulator/world/duration.ts";
import type { Group } from "./group.ts";
import type { PeerView } from "./peer-view.ts";
import type { Ways } from "./ways.ts";

/** All that can be seen of the peers at one moment. */
export interface Moment {
  /** Monotonic lab time. */
  readonly now: Milliseconds;
  /** Of the peers that are up. */
  readonly views: readonly PeerView[];
  readonly groups: readonly Group[];
  /** What the story does to the ways between peers. */
  readonly ways: Ways;
  /** The running peer at an address. */
  readonly at: (address: string | undefined) => PeerView | undefined;
  /** A number of its own for each life of each peer. */
  readonly lifeOf: (view: PeerView) => number;
}

/** Something that does not hold. */
export interface Finding {
  /** Which invariant, and of whom: what is found again is told once. */
  readonly invariant: string;
  readonly of: string;
  readonly at: Milliseconds;
  readonly what: string;
}

/** Tells of something that does not hold now. */
export type Tell = (of: string, what: string) => void;

/** One invariant. It compares peers with each other or with the past, and asks nobody whether all is well. */
export interface Checker {
  /** As the documentation calls it. */
  readonly invariant: string;
  /** When it has to look: at each change of use as well, or at changes of state and as time passes. */
  readonly follows: "usage" | "state";
  look(moment: Moment, tell: Tell): void;
}
