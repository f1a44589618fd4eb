import {
  type ModuleLevel,
  type NetworkModuleName,
  networkModules,
  STANDARD_LEVEL,
  type SupportModuleName,
  supportModules,
  verboseLevels,
} from "../../../model/logs/log-modules.ts";
import type { Store } from "../../../store/store.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { Facts } from "../../core/facts.ts";
import type { StatusProviders } from "../../core/status-values.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { writesAsMuchAs } from "../../reporting/logging/network-log.ts";

/** What diagnostic logging raises the levels to. */
const RAISED_TO: ModuleLevel = "DEBUG";

const items = Object.fromEntries(
  networkModules.map(({ name, logger }) => [name, `Logger Network ${logger} Level` as const]),
) as Readonly<Record<NetworkModuleName, `Logger Network ${1 | 2 | 3 | 4 | 5 | 6} Level`>>;

export interface LogLevelsOptions {
  readonly store: Pick<Store, "state">;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
}

/**
 * The levels of the log modules. While diagnostic logging runs each is at least Debug, whatever is configured; what is
 * configured stays as it is, so there is nothing to set back afterwards.
 */
export class LogLevels {
  readonly alarmConditions: readonly AlarmCondition[] = [
    {
      alarm: 25019,
      holds: () => {
        const facts = this.#verbose();
        return facts.length > 0
          ? { facts, clearedBy: "set the modules back to Info, and stop diagnostic logging" }
          : undefined;
      },
    },
  ];
  /** `Loggers`, seen on an X8.11 box: every module with its level. */
  readonly status: StatusProviders = {
    Loggers: () => {
      const rows = this.#all().map(
        ({ name, level }, place) => [place + 1, { Module: name, TraceLevel: level }] as const,
      );
      return { Logger: new Map(rows) };
    },
  };
  #raised = false;
  #support: Readonly<Partial<Record<SupportModuleName, ModuleLevel>>>;

  constructor(private readonly options: LogLevelsOptions) {
    this.#support = options.store.state.get("support log levels") ?? {};
  }

  /** The level that a module of the Network Log writes at. */
  levelOf(module: NetworkModuleName): ModuleLevel {
    const configured = this.options.configuration.get(items[module]) as ModuleLevel;
    return this.#raised && !writesAsMuchAs(configured, RAISED_TO) ? RAISED_TO : configured;
  }

  /** Raises the levels for diagnostic logging, or lets them be as configured. */
  raise(raised: boolean): void {
    this.#raised = raised;
    this.options.facts.changed();
  }

  supportLevel(module: SupportModuleName): ModuleLevel {
    return this.#support[module] ?? STANDARD_LEVEL;
  }

  setSupportLevels(levels: Readonly<Partial<Record<SupportModuleName, ModuleLevel>>>, actor: Actor): void {
    const changed = supportModules.filter(
      (name) => (levels[name] ?? this.supportLevel(name)) !== this.supportLevel(name),
    );
    for (const name of changed) {
      const [from, to] = [this.supportLevel(name), levels[name]];
      this.options.log.changed(`supportlog/${name}/level - changed from: '${from}' to: '${to}'`, actor);
    }
    if (changed.length === 0) return;
    this.#support = { ...this.#support, ...levels };
    this.options.store.state.put("support log levels", this.#support);
    this.options.facts.changed();
  }

  #all(): readonly { readonly name: string; readonly level: ModuleLevel }[] {
    const network = networkModules.map(({ name }) => ({ name, level: this.levelOf(name) }));
    return [...network, ...supportModules.map((name) => ({ name, level: this.supportLevel(name) }))];
  }

  #verbose(): readonly string[] {
    const verbose = this.#all().filter(({ level }) => verboseLevels.includes(level));
    if (verbose.length === 0) return [];
    const told = verbose.map(({ name, level }) => `${name} writes at level ${level}`);
    return this.#raised ? ["diagnostic logging is running", ...told] : told;
  }
}
