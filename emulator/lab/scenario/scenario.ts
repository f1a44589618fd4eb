import type { Milliseconds } from "../../world/duration.ts";
import type { Position } from "../yaml/yaml-file.ts";
import type { Action, Check, EntryValue } from "./kinds.ts";
import type { ScenarioTopology } from "./scenario-topology.ts";

/** One thing that is done or expected. */
export interface Entry<Kind> {
  readonly at: Position;
  readonly kind: Kind;
  readonly value: EntryValue;
}

export interface Expectation {
  readonly within: Milliseconds;
  /** `within` as it is written. */
  readonly span: string | undefined;
  readonly all: readonly Entry<Check>[];
}

export interface Step {
  readonly at: Position;
  /** "step 2" where it has none of its own. */
  readonly title: string;
  readonly why?: string;
  readonly hint?: string;
  readonly actions: readonly Entry<Action>[];
  readonly expectation?: Expectation;
}

/** A lab and what happens to it, ready to be performed. */
export interface Scenario {
  readonly file: string;
  readonly title: string;
  /** Ids of the cluster guide's behaviours. */
  readonly guide: readonly string[];
  readonly topology: ScenarioTopology;
  readonly steps: readonly Step[];
}
