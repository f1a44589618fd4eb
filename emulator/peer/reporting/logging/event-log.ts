import { type EventLevel, type EventName, type EventType, eventTypes } from "../../../model/logs/events.ts";
import { type LogKind, type LogKindName, logKinds } from "../../../model/logs/log-kinds.ts";
import type { ModuleLevel, NetworkModuleName } from "../../../model/logs/log-modules.ts";
import type { Alarm } from "../../../model/types.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Instant } from "../../../world/duration.ts";
import type { Actor } from "../../core/actor.ts";
import type { Changed } from "../../core/configuration-change.ts";
import { type Fields, formatFields, type LogLine, type LogProcess } from "./log-line.ts";
import { NetworkLog } from "./network-log.ts";

const types = Object.fromEntries(eventTypes.map((type) => [type.name, type])) as Readonly<Record<EventName, EventType>>;

const [EVENT_LOG, CONFIGURATION_LOG, NETWORK_LOG] = logKinds;

/** What a logged line is beside its words. */
interface Written extends Pick<LogLine, "process" | "severity" | "kinds"> {
  readonly facility: LogKind["facility"];
}

/** A process that is no peer in operation: it writes no Network Log. */
const NO_LEVEL = (): ModuleLevel => "FATAL";

/**
 * The Event Log of this peer, in the product's line format (Administrator Guide, "Event Log format"), its Configuration Log,
 * which has the changes of configuration once more, and its Network Log.
 */
export class EventLog {
  readonly network: NetworkLog;
  #lastTimes: { readonly now: Instant; readonly start: string; readonly time: string } | undefined;
  readonly #onLine = new Set<(line: LogLine) => void>();

  /**
   * @param level the highest level that is written; by default only the highest
   * @param levelOf of each module of the Network Log; by default none writes
   */
  constructor(
    private readonly store: Pick<Store, "eventLog" | "configurationLog" | "networkLog">,
    private readonly clock: Clock,
    private readonly host: () => string,
    private readonly level: () => number = () => 1,
    levelOf: (module: NetworkModuleName) => ModuleLevel = NO_LEVEL,
  ) {
    const { facility } = NETWORK_LOG;
    this.network = new NetworkLog({
      levelOf,
      write: (severity, words) => this.#write({ process: "tvcs", severity, facility, kinds: ["network"] }, words),
    });
  }

  /** Has a function called with each line that is written, whichever log it stands in. @returns what ends that */
  onLine(listener: (line: LogLine) => void): () => void {
    this.#onLine.add(listener);
    return () => this.#onLine.delete(listener);
  }

  /** Whether an event of a level is written at present. */
  takes(level: EventLevel): boolean {
    return level <= this.level();
  }

  /** One event; the fields print in the order given. `level` where it is not that of the table. */
  event(process: LogProcess, name: EventName, fields: Fields = {}, level?: EventLevel): void {
    const type = types[name];
    const shown = level ?? type.level;
    if (!this.takes(shown)) return;
    this.#writeEvent(process, type, `Event="${name}"${formatFields(fields)} Level="${shown}"`);
  }

  /** Alarm lines begin with their own level (observed on X8.11). */
  alarm(
    name: "Alarm Raised" | "Alarm Lowered" | "Alarm Acknowledged",
    alarm: Alarm,
    detail: string,
    fields: Fields = {},
  ): void {
    const text = formatFields({ Id: alarm.id, UUID: alarm.uuid, Severity: alarm.severity, Detail: detail, ...fields });
    this.#writeEvent("management", types[name], `Level="WARN" Event="${name}"${text}`);
  }

  /** A change of configuration by a person or by the copy. Secrets are named, never shown. */
  configurationChanged({ path, item, from, to, created }: Changed, actor: Actor): void {
    const shown = (value: string): string => (item.values.kind === "secret" ? "****" : value);
    const what = created ? `created with value: '${shown(to)}'` : `changed from: '${shown(from)}' to: '${shown(to)}'`;
    this.changed(`configuration/${path.toLowerCase().replaceAll(" ", "/")} - ${what}`, actor);
  }

  /** A change of a secret that is no item of the configuration. */
  secretChanged(place: string, actor: Actor): void {
    this.changed(`configuration/${place} - changed from: '****' to: '****'`, actor);
  }

  /** A change in words of its own. */
  changed(detail: string, { via, source, user }: Actor): void {
    this.event(via ?? "web", "System Configuration Changed", {
      Detail: detail,
      "Src-ip": source?.address,
      "Src-port": source?.port,
      User: user,
    });
  }

  /** The newest lines of a log, newest first. */
  newest(count: number, kind: LogKindName = "event"): string[] {
    return this.#rowsOf(kind).newest(count);
  }

  #writeEvent(process: LogProcess, { severity = "informational", inConfigurationLog }: EventType, words: string): void {
    const { facility } = inConfigurationLog ? CONFIGURATION_LOG : EVENT_LOG;
    const kinds: readonly LogKindName[] = inConfigurationLog ? ["event", "configuration"] : ["event"];
    this.#write({ process, severity, facility, kinds }, words);
  }

  /** Lines of the Network Log begin with their time, those of events end with it. */
  #write({ process, severity, facility, kinds }: Written, words: string): void {
    const { now, start, time } = this.#times();
    const host = this.host();
    const text = kinds[0] === "network" ? `${time} ${words}` : `${words} ${time}`;
    const whole = `${start} ${host} ${process}: ${text}`;
    for (const kind of kinds) this.#rowsOf(kind).append(whole);
    for (const listener of this.#onLine)
      listener({ moment: now, host, process, severity, facility, text, whole, kinds });
  }

  #rowsOf(kind: LogKindName): Store["eventLog"] {
    switch (kind) {
      case "event":
        return this.store.eventLog;
      case "configuration":
        return this.store.configurationLog;
      case "network":
        return this.store.networkLog;
    }
  }

  /** The two ends of a line; a copy writes thousands of lines at the same moment. */
  #times(): { readonly now: Instant; readonly start: string; readonly time: string } {
    const now = this.clock.now();
    if (this.#lastTimes?.now !== now) {
      this.#lastTimes = { now, start: isoSecond(now), time: `UTCTime="${utcTime(now)}"` };
    }
    return this.#lastTimes;
  }
}

/** X8.1 lines begin without milliseconds and with the offset of the peer's zone; the twin writes UTC. */
const isoSecond = (moment: Instant): string => new Date(moment).toISOString().replace(/\.\d+Z$/, "+00:00");

const utcTime = (moment: Instant): string =>
  new Date(moment).toISOString().replace("T", " ").replace("Z", "").replace(".", ",");
