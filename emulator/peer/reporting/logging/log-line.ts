import type { Facility, SyslogSeverity } from "../../../../protocol/syslog/priority.ts";
import type { LogKindName } from "../../../model/logs/log-kinds.ts";
import type { Instant } from "../../../world/duration.ts";

/** The processes of the product that write to the logs. */
export type LogProcess = "b2bua" | "clusterdb" | "fail2ban" | "management" | "replication" | "ssh" | "tvcs" | "web";

/** One line of a log, taken apart. */
export interface LogLine {
  readonly moment: Instant;
  readonly host: string;
  readonly process: LogProcess;
  readonly severity: SyslogSeverity;
  readonly facility: Facility;
  /** What stands after the process, from `Event=` to `UTCTime=`. */
  readonly text: string;
  /** The line as it stands in the logs. */
  readonly whole: string;
  /** The logs that it stands in. */
  readonly kinds: readonly LogKindName[];
}

/** What is told of an event, in the order in which it prints; what is undefined is left out. */
export type Fields = Readonly<Record<string, string | number | undefined>>;

/** ` Name="value"` for each field. A line is one line, and its quotes are those around values. */
export function formatFields(fields: Fields): string {
  let text = "";
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) text += ` ${name}="${clean(String(value))}"`;
  }
  return text;
}

const clean = (text: string): string =>
  /["\r\n]/.test(text) ? text.replaceAll('"', "'").replaceAll(/[\r\n]/g, " ") : text;
