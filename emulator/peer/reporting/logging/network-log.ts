import type { SyslogSeverity } from "../../../../protocol/syslog/priority.ts";
import { moduleLevels, type ModuleLevel, type NetworkModuleName } from "../../../model/logs/log-modules.ts";
import { formatFields, type Fields } from "./log-line.ts";

/** How bad a line of each level is for a syslog server. */
const severityOf: Readonly<Record<ModuleLevel, SyslogSeverity>> = {
  FATAL: "critical",
  ERROR: "error",
  WARN: "warning",
  INFO: "informational",
  DEBUG: "debug",
  TRACE: "debug",
};

const rank = Object.fromEntries(moduleLevels.map((level, place) => [level, place])) as Readonly<
  Record<ModuleLevel, number>
>;

export interface NetworkLogOptions {
  /** The highest level that a module writes at present. */
  readonly levelOf: (module: NetworkModuleName) => ModuleLevel;
  /** Writes a line; `words` stand after `UTCTime`. */
  readonly write: (severity: SyslogSeverity, words: string) => void;
}

/** The Network Log of this peer: what the modules `network.*` send and receive (Administrator Guide, "Network Log"). */
export class NetworkLog {
  constructor(private readonly options: NetworkLogOptions) {}

  /** Whether a line is written at present. Asked first where making its fields costs anything. */
  takes(module: NetworkModuleName, level: ModuleLevel): boolean {
    return rank[level] <= rank[this.options.levelOf(module)];
  }

  /** One line; the fields print in the order given. */
  write(module: NetworkModuleName, level: ModuleLevel, fields: Fields): void {
    if (!this.takes(module, level)) return;
    this.options.write(severityOf[level], `Module="${module}" Level="${level}"${formatFields(fields)}`);
  }
}

/** True when the first level writes at least as much as the second. */
export const writesAsMuchAs = (level: ModuleLevel, other: ModuleLevel): boolean => rank[level] >= rank[other];
