import type { PeerState } from "../../../store/state-rows.ts";
import type { Store } from "../../../store/store.ts";
import type { Timer } from "../../../world/clock.ts";
import { days, hours } from "../../../world/duration.ts";
import { type Actor, THE_SYSTEM } from "../../core/actor.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Verdict } from "./certificates.ts";
import { type Fetched, fetchLists, type FetchOptions, flawOfPoint } from "./fetch-lists.ts";
import { type ListsVerdict, readLists } from "./read-lists.ts";
import { revocationAlarms } from "./revocation-alarms.ts";

/** Automatic updates as configured. */
export type UpdateSettings = Pick<PeerState["revocation updates"], "automatic" | "points" | "hour">;

/** No source tells how many the page takes. */
const MOST_POINTS = 20;

interface Options extends FetchOptions {
  readonly store: Store;
  readonly facts: Facts;
  readonly log: EventLog;
}

/** The revocation lists of a peer (Administrator Guide, "Managing certificate revocation lists"). Peer-specific. */
export class RevocationLists implements Part {
  readonly name = "revocation lists";
  readonly alarmConditions: readonly AlarmCondition[] = revocationAlarms(() => this.settings);
  #timer: Timer | undefined;
  #updating = false;
  #stopped = false;

  constructor(private readonly options: Options) {}

  start(): void {
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  /** Automatic updates, and what came of the last one. */
  get settings(): PeerState["revocation updates"] {
    return this.options.store.state.get("revocation updates") ?? { automatic: false, points: [], hour: 0 };
  }

  /** Those that were uploaded and those that were fetched, PEM. */
  get kept(): PeerState["revocation lists"] {
    return this.options.store.state.get("revocation lists") ?? {};
  }

  /** Whether an update is under way. */
  get updating(): boolean {
    return this.#updating;
  }

  /** "Replaces any previously uploaded CRL file." */
  upload(file: Uint8Array, actor: Actor): ListsVerdict {
    const read = readLists(file);
    if (read.ok) {
      this.options.store.state.put("revocation lists", { ...this.kept, manual: read.pem });
      this.#logEvent(`${read.count} revocation lists were uploaded`, actor);
    }
    return read;
  }

  /** Forgets those that were uploaded. */
  remove(actor: Actor): Verdict {
    const { manual = "", ...others } = this.kept;
    if (manual === "") return { ok: false, reason: "no revocation list has been uploaded" };
    this.options.store.state.put("revocation lists", others);
    this.#logEvent("the revocation lists that were uploaded were removed", actor);
    return { ok: true };
  }

  /** Saves how updates are made. What was fetched of points that are no longer listed is forgotten. */
  configure(settings: UpdateSettings, actor: Actor): Verdict {
    const { points, hour } = settings;
    const flaw = points.map(flawOfPoint).find((each) => each !== undefined);
    if (flaw !== undefined) return { ok: false, reason: `HTTP(S) CRL distribution points: ${flaw}` };
    if (points.length > MOST_POINTS)
      return {
        ok: false,
        reason: `there are ${points.length} distribution points, at most ${MOST_POINTS} are allowed`,
      };
    if (!(Number.isInteger(hour) && hour >= 0 && hour <= 23))
      return { ok: false, reason: `Daily update time: the hour is "${hour}", allowed are 0 to 23` };
    const { store } = this.options;
    const { updatedAt, failures = [] } = this.settings;
    const { manual, fetched = [] } = this.kept;
    store.transaction(() => {
      store.state.put("revocation updates", {
        ...settings,
        ...(updatedAt !== undefined && { updatedAt }),
        failures: failures.filter(({ point }) => points.includes(point)),
      });
      store.state.put("revocation lists", {
        ...(manual !== undefined && { manual }),
        fetched: fetched.filter(({ point }) => points.includes(point)),
      });
    });
    this.#logEvent("automatic updates of revocation lists were configured", actor);
    this.#schedule();
    return { ok: true };
  }

  /** Begins an update of all distribution points, one after the other. */
  update(actor: Actor = THE_SYSTEM): Verdict {
    const { points } = this.settings;
    if (points.length === 0) return { ok: false, reason: "there is no distribution point" };
    if (this.#updating) return { ok: false, reason: "an update is under way" };
    this.#updating = true;
    this.#logEvent("an update of revocation lists has begun", actor);
    this.#fetch(points, new Map());
    return { ok: true };
  }

  #fetch(points: readonly string[], results: Map<string, Fetched>): void {
    const [point, ...others] = points;
    if (this.#stopped) return;
    if (point === undefined) return this.#updated(results);
    fetchLists(this.options, point, (fetched) => this.#fetch(others, results.set(point, fetched)));
  }

  /** The lists of a point that fails now stay as they were fetched before. */
  #updated(results: ReadonlyMap<string, Fetched>): void {
    this.#updating = false;
    const { store, clock } = this.options;
    const { points } = this.settings;
    const fetched = new Map((this.kept.fetched ?? []).map(({ point, pem }) => [point, pem]));
    const failures: { point: string; reason: string; fetched: boolean }[] = [];
    for (const [point, result] of results) {
      if (!points.includes(point)) continue;
      if (result.ok) fetched.set(point, result.pem);
      else failures.push({ point, reason: result.reason, fetched: result.fetched });
    }
    store.transaction(() => {
      store.state.put("revocation lists", {
        ...this.kept,
        fetched: [...fetched].map(([point, pem]) => ({ point, pem })),
      });
      store.state.put("revocation updates", { ...this.settings, updatedAt: clock.now(), failures });
    });
    for (const { point, reason } of failures)
      this.options.log.event("management", "External Server Communications Failure", {
        Service: "CRL",
        Reason: reason,
        Detail: `name:${point}`,
      });
    this.options.facts.changed();
  }

  /** Looks at the clock again after an hour at the latest: its time may be set meanwhile. */
  #schedule(): void {
    this.#timer?.cancel();
    const { automatic, hour } = this.settings;
    if (!automatic || this.#stopped) return;
    const { clock } = this.options;
    const now = clock.now();
    const today = Math.floor(now / days(1)) * days(1) + hours(hour);
    const wait = today > now ? today - now : today + days(1) - now;
    this.#timer = clock.after("revocation lists", Math.min(wait, hours(1)), () => {
      if (wait <= hours(1)) this.update();
      this.#schedule();
    });
  }

  #logEvent(detail: string, { user, source }: Actor): void {
    this.options.log.event("web", "Certificate Management", {
      Detail: detail,
      "Src-ip": source?.address,
      "Src-port": source?.port,
      User: user,
    });
    this.options.facts.changed();
  }
}
