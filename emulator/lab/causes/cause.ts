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
  /** On which peers it shows, by name, and the alarms there that may follow from it. */
  readonly shows: Readonly<Record<string, readonly AlarmId[]>>;
}

/** One kind of cause, and how it is found in all that the lab knows. */
export interface CauseKind {
  readonly name: string;
  find(facts: LabFacts): readonly Omit<Cause, "kind">[];
}
