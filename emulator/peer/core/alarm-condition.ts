import type { AlarmId } from "../../model/alarms/index.ts";

/** Why an alarm stands: sentences that a support engineer reads, and what would make it go. */
export interface Evidence {
  readonly facts: readonly string[];
  readonly clearedBy: string;
  /** What the alarm asks for, where its usual action does not fit the cause. */
  readonly action?: string;
  /** Values for the `<…>` places of the description. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** An alarm is not sent, it follows: it stands while `holds` gives evidence. Evaluated again when the state changes. */
export interface AlarmCondition {
  readonly alarm: AlarmId;
  /** Which type it is where several share the number; by default the first of them. */
  readonly uuid?: string;
  /** Evaluated also when nothing but the use of licenses and bandwidth has changed. */
  readonly follows?: "usage";
  holds(): Evidence | undefined;
}
