import type { Alarm } from "../../model/types.ts";
import type { EventLogRows } from "../../store/event-log-rows.ts";
import type { Clock } from "../../world/clock.ts";
import type { Changed } from "../configuration/configuration.ts";
import type { Instant } from "../../world/duration.ts";

/** Who did something, and from where: the ends of a configuration line. */
export interface Actor {
  readonly user: string;
  /** The process that logs what they do; the web server unless told. */
  readonly via?: "web" | "ssh" | "management" | "replication";
  /** Absent for the peer itself. */
  readonly source?: { readonly address: string; readonly port: number };
}

/** What the peer does on its own. */
export const THE_SYSTEM: Actor = { user: "system", via: "management" };

/** The copy from the primary. */
export const THE_COPY: Actor = { user: "system", via: "replication" };

type Fields = Readonly<Record<string, string | number | undefined>>;

/** The Event Log of this peer, in the product's line format (Administrator Guide, "Event Log format"). */
export class EventLog {
  #lastTimes: { readonly now: Instant; readonly start: string; readonly end: string } | undefined;

  constructor(
    private readonly rows: EventLogRows,
    private readonly clock: Clock,
    private readonly host: () => string,
  ) {}

  /** One event of level 1 to 4; the fields print in the order given. */
  event(process: string, name: string, fields: Fields = {}, level: 1 | 2 | 3 | 4 = 1): void {
    const { start, end } = this.#times();
    this.rows.append(`${start} ${this.host()} ${process}: Event="${name}"${format(fields)} Level="${level}" ${end}`);
  }

  /** Alarm lines begin with their own level (observed on X8.11). */
  alarm(
    name: "Alarm Raised" | "Alarm Lowered" | "Alarm Acknowledged",
    type: Alarm,
    detail: string,
    fields: Fields = {},
  ): void {
    const { start, end } = this.#times();
    const text = format({ Id: type.id, UUID: type.uuid, Severity: type.severity, Detail: detail, ...fields });
    this.rows.append(`${start} ${this.host()} management: Level="WARN" Event="${name}"${text} ${end}`);
  }

  /** A change of configuration by a person or by the copy. Secrets are named, never shown. */
  configurationChanged({ path, item, from, to, created }: Changed, actor: Actor): void {
    const shown = (value: string): string => (item.values.kind === "secret" ? "****" : value);
    const what = created ? `created with value: '${shown(to)}'` : `changed from: '${shown(from)}' to: '${shown(to)}'`;
    this.#changed(path.toLowerCase().replaceAll(" ", "/"), what, actor);
  }

  /** A change of a secret that is no item of the configuration. */
  secretChanged(place: string, actor: Actor): void {
    this.#changed(place, "changed from: '****' to: '****'", actor);
  }

  #changed(place: string, what: string, actor: Actor): void {
    this.event(actor.via ?? "web", "System Configuration Changed", {
      Detail: `configuration/${place} - ${what}`,
      "Src-ip": actor.source?.address,
      "Src-port": actor.source?.port,
      User: actor.user,
    });
  }

  /** The two ends of a line; a copy writes thousands of lines at the same moment. */
  #times(): { readonly start: string; readonly end: string } {
    const now = this.clock.now();
    if (this.#lastTimes?.now !== now) {
      this.#lastTimes = { now, start: isoSecond(now), end: `UTCTime="${utcTime(now)}"` };
    }
    return this.#lastTimes;
  }

  /** Newest first. */
  newest(count: number): string[] {
    return this.rows.newest(count);
  }
}

function format(fields: Fields): string {
  let text = "";
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) text += ` ${name}="${clean(String(value))}"`;
  }
  return text;
}

/** A line is one line, and its quotes are those around values. */
const clean = (text: string): string =>
  /["\r\n]/.test(text) ? text.replaceAll('"', "'").replaceAll(/[\r\n]/g, " ") : text;

/** X8.1 lines begin without milliseconds and with the offset of the peer's zone; the twin writes UTC. */
const isoSecond = (moment: Instant): string => new Date(moment).toISOString().replace(/\.\d+Z$/, "+00:00");

const utcTime = (moment: Instant): string =>
  new Date(moment).toISOString().replace("T", " ").replace("Z", "").replace(".", ",");
