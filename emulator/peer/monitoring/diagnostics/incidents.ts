import type { PeerWorld } from "../../../world/peer-world.ts";
import type { Store } from "../../../store/store.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { Identity } from "../../core/identity.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { WHOLE_SYSTEM, type IncidentReport, type Incident } from "./incident-report.ts";
import type { IncidentSender } from "./incident-sender.ts";

/** No source tells how many the product keeps. */
const MOST_REPORTS = 50;
const LINES_BEFORE = 20;

/** The process of the product that does what the parts of the twin do. */
const MAIN_PROCESS = "tvcs";

export interface IncidentsOptions {
  readonly world: Pick<PeerWorld, "clock" | "onFailure">;
  readonly identity: Identity;
  readonly store: Pick<Store, "state">;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly sender: IncidentSender;
  /** How the previous life ended, where that was not in order. */
  readonly unexpectedEnd: Incident | undefined;
}

/**
 * Maintenance > Diagnostics > Incident reporting: a report of each life of the peer that was not stopped in order, and of each
 * error in its software – the emulator's own, as the product's would be: no fault brings one about.
 */
export class Incidents {
  readonly alarmConditions: readonly AlarmCondition[] = [
    {
      alarm: 15004,
      holds: () =>
        this.#errors.length === 0
          ? undefined
          : { facts: this.#errors, clearedBy: "a restart", parameters: { module: MAIN_PROCESS } },
    },
  ];
  #reports: readonly IncidentReport[];
  /** Each error of this life, once. */
  #errors: readonly string[] = [];
  readonly #sending = new Set<number>();
  #started = false;

  constructor(private readonly options: IncidentsOptions) {
    this.#reports = options.store.state.get("incident reports") ?? [];
    if (options.unexpectedEnd) this.#add(options.unexpectedEnd);
    options.world.onFailure((error) => this.#failed(error));
  }

  /** From here on reports are sent, as soon as that is switched on. */
  start(): void {
    this.options.configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith("ErrorReport "))) this.#send();
    });
    this.#started = true;
    this.#send();
  }

  /** Newest first. */
  get reports(): readonly IncidentReport[] {
    return this.#reports;
  }

  /** One that comes again with every round of a timer is told of once. */
  #failed(error: unknown): void {
    const { facts, world } = this.options;
    const detail = error instanceof Error ? (error.stack ?? error.message).replaceAll(/\s+/g, " ") : String(error);
    if (this.#errors.includes(detail)) return;
    this.#errors = [...this.#errors, detail];
    this.#add({ at: world.clock.now(), module: MAIN_PROCESS, detail });
    this.#send();
    facts.changed();
  }

  #add(end: Incident): void {
    const { identity, log } = this.options;
    const { module = WHOLE_SYSTEM, detail } = end;
    const lines = log.newest(LINES_BEFORE).toReversed();
    const { softwareVersion, serialNumber } = identity;
    const report = { ...end, id: (this.#reports[0]?.id ?? 0) + 1, softwareVersion, serialNumber, lines };
    log.event("management", "Application Failed", { Detail: `${module}: ${detail}` });
    this.#keep([report, ...this.#reports].slice(0, MOST_REPORTS));
  }

  #keep(reports: readonly IncidentReport[]): void {
    this.#reports = reports;
    this.options.store.state.put("incident reports", reports);
  }

  /** Those that were not sent yet, while the sending mode is On. One that fails is tried again after the next start or change. */
  #send(): void {
    const { configuration, facts, sender } = this.options;
    if (!this.#started || !configuration.isOn("ErrorReport Mode")) return;
    for (const { id, ...report } of this.#reports) {
      if (report.sentAt !== undefined || this.#sending.has(id)) continue;
      this.#sending.add(id);
      sender.send({ id, ...report }, (sentAt) => {
        this.#sending.delete(id);
        if (sentAt === undefined) return;
        this.#keep(this.#reports.map((one) => (one.id === id ? { ...one, sentAt } : one)));
        facts.changed();
      });
    }
  }
}
