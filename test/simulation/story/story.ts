import type { FaultRule } from "../../../emulator/lab/faults/rule-members.ts";
import type { Upkeep } from "../upkeep.ts";

/** The generators: what sort of story is drawn from a seed. */
export const kinds = ["story", "trouble", "weeks", "undo"] as const;
export type Kind = (typeof kinds)[number];

/** One thing that is done; peers are numbered from 1. What is for a peer that is down, or is refused, is done in vain. */
export type Step =
  /** Something goes wrong, until the rule or a later step ends it. */
  | { readonly do: "fault"; readonly rule: FaultRule }
  | { readonly do: "end faults" }
  | { readonly do: "set"; readonly peer: number; readonly items: Readonly<Record<string, string>> }
  /** Items get the values back that they had before the story touched them. */
  | { readonly do: "put back"; readonly peer: number; readonly items: readonly string[] }
  | {
      readonly do: "command";
      readonly peer: number;
      readonly command: string;
      readonly with?: Readonly<Record<string, string>>;
      /** What was saved on the peer is given up. */
      readonly givesUp?: true;
    }
  | { readonly do: "delete the last zone"; readonly peer: number }
  | { readonly do: "restart"; readonly peer: number }
  | {
      readonly do: "upkeep";
      readonly peer: number;
      readonly what: Upkeep;
      /** A factory reset asks whether to keep this and that. */
      readonly keeps?: boolean;
    }
  | { readonly do: "power"; readonly peer: number; readonly on: boolean }
  /** Calls on several peers in one instant. */
  | {
      readonly do: "calls";
      readonly peers: readonly number[];
      readonly each: number;
      readonly kbps: number;
      readonly seconds: number;
      readonly media: "video" | "audio";
    };

/** A step and when, in seconds from the beginning of the story. */
export type TimedStep = Step & { readonly at: number };

/** What there is before the first step. */
export interface Setup {
  /** Of all chance within the peers. */
  readonly seed: number;
  readonly peers: number;
  /** False: stand-alone peers. */
  readonly formed: boolean;
  /** Rich media sessions that each peer has a key for; by default none. */
  readonly licenses?: number;
  /** By how many seconds the clock of each peer is wrong when it is switched on; by default by none. */
  readonly clockErrors?: readonly number[];
  /** A zone to call into, and a pipe on the way that is so narrow, in kbps; by default neither. */
  readonly pipe?: number;
  /** Chance of who calls whom every 20 seconds; by default nobody does. */
  readonly callers?: number;
  /** Factory resets and upgrades take less time than the product's. */
  readonly quickUpkeep?: true;
}

/**
 * How it ends. "mending": an operator undoes what the story did, and no more. "quiet": faults end, and all heals by itself.
 * "comparison": the story has undone itself, and all is as in a run without its steps.
 */
export type Ending = "mending" | "quiet" | "comparison";

/** What happens to a cluster: data, so that it can be kept, read, cut short and played again. */
export interface Story {
  /** What it shows, or where it is from. */
  readonly about: string;
  readonly setup: Setup;
  readonly steps: readonly TimedStep[];
  /** When it ends, in seconds. */
  readonly ends: number;
  readonly ending: Ending;
}
