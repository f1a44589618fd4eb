import type { AlarmId } from "../../../model/alarms/index.ts";
import type { Identity } from "../../core/identity.ts";
import type { Configuration } from "../configuration.ts";

/** What the warnings look at. */
export interface Settings {
  readonly configuration: Pick<Configuration, "get" | "integer" | "isOn" | "rows">;
  readonly identity: Pick<Identity, "product" | "platform">;
  /** Whether the feature of a letter is active. */
  readonly hasFeature: (letter: string) => boolean;
}

/** An alarm that follows from the settings of a peer alone: some of them do not fit together. */
export interface Warning {
  readonly alarm: AlarmId;
  /** What is amiss, in sentences; none while all is well. */
  readonly facts: (settings: Settings) => readonly string[];
  readonly clearedBy: string;
  /** Values for the `<…>` places of the description, asked for while something is amiss. */
  readonly parameters?: (settings: Settings) => Readonly<Record<string, string>>;
}

/** The facts where all of it is so, none elsewhere. */
export const factsWhere = (holds: boolean, ...facts: readonly string[]): readonly string[] => (holds ? facts : []);
