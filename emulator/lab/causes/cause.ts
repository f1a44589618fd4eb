import type { AlarmId } from "../../model/alarms/index.ts";
import type { LabFacts } from "./lab-facts.ts";

/** Why something is not as it should be. Secrets are never in it. */
export interface Cause {
  /** The row of the table that found it: `pre-shared-key`. */
  readonly kind: string;
  /** What is so, without a full stop. Peers have the names that the lab gives them. */
  readonly text: string;
  /** Where it is mended: the path through the menus, or a command. */
  readonly mend: string;
  /** The peers at which it lies: those that have it wrong, or the ends of a path. */
  readonly at: readonly string[];
  /** Ports of the cluster that it shuts between two peers. */
  readonly shuts?: readonly Shut[];
  /** On which peers it shows, by name, and the alarms there that may follow from it. */
  readonly shows: Readonly<Record<string, readonly AlarmId[]>>;
}

/** A port of the cluster by which two peers do not hear of each other. */
export interface Shut {
  readonly between: readonly [one: string, other: string];
  /** `UDP 4369`. */
  readonly port: string;
}

/** One kind of cause, and how it is found in all that the lab knows. */
export interface CauseKind {
  readonly name: string;
  find(facts: LabFacts): readonly Omit<Cause, "kind">[];
}
