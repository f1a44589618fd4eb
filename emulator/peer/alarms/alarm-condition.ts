import type { AlarmId } from "../../model/alarms/index.ts";

/** Why an alarm stands: sentences that a support engineer reads, and what would make it go. */
export interface Evidence {
  readonly facts: readonly string[];
  readonly clearedBy: string;
  /** Values for the `<…>` places of the description. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** An alarm is not sent, it follows: it stands while `holds` gives evidence. Evaluated again when any fact changes. */
export interface AlarmCondition {
  readonly alarm: AlarmId;
  holds(): Evidence | undefined;
}
