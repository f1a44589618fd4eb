import type { EventName } from "../../model/logs/events.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { RestartNeeds } from "../configuration/restart-needs.ts";
import { type Actor, THE_SYSTEM } from "../core/actor.ts";
import type { AlarmCondition } from "../core/alarm-condition.ts";
import type { CommandHandlers, CommandResult } from "../core/command-handler.ts";
import type { Part } from "../core/part.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import { setDefaultValues } from "./default-values.ts";
import type { GoingDown, Rebuild, RestartKind } from "./going-down.ts";
import type { MaintenanceTimes } from "./times.ts";

/** How the log names each kind. A restart is one of the application alone. */
const EVENTS: Readonly<Record<GoingDown["kind"], readonly EventName[]>> = {
  restart: ["Restart Requested"],
  reboot: ["Reboot Requested", "System Shutdown"],
  shutdown: ["System Shutdown"],
  factoryReset: ["Factory Reset Requested", "System Shutdown"],
};

export interface MaintenanceOptions {
  readonly configuration: Configuration;
  readonly log: EventLog;
  readonly restartNeeds: RestartNeeds;
  readonly times: MaintenanceTimes;
  readonly onGoingDown: (down: GoingDown) => void;
}

/** Maintenance mode and the ways to go down. */
export class Maintenance implements Part {
  readonly name = "maintenance";
  readonly commands: CommandHandlers = {
    Restart: (_args, actor) => this.#goDown("restart", actor),
    Boot: (_args, actor) => this.#goDown("reboot", actor),
    DefaultValuesSet: (args, actor) => setDefaultValues(this.options.configuration, Number(args.Level), actor),
  };
  readonly alarmConditions: readonly AlarmCondition[];

  constructor(private readonly options: MaintenanceOptions) {
    this.alarmConditions = [
      {
        alarm: 15015,
        holds: () =>
          this.inMaintenanceMode
            ? { facts: ["Maintenance mode is On"], clearedBy: "set Maintenance mode to Off, or restart" }
            : undefined,
      },
      ...options.restartNeeds.alarmConditions,
    ];
  }

  /** Guide: maintenance mode goes off with a restart. */
  start(): void {
    if (this.inMaintenanceMode)
      this.options.configuration.set([{ path: "SystemUnit Maintenance Mode", value: "Off" }], THE_SYSTEM);
  }

  /** How long it is away after each way to go down. */
  get times(): MaintenanceTimes {
    return this.options.times;
  }

  get inMaintenanceMode(): boolean {
    return this.options.configuration.isOn("SystemUnit Maintenance Mode");
  }

  /** Goes down at once: whoever asks over a connection sends the answer first. */
  request(kind: GoingDown["kind"], actor: Actor, rebuild?: Rebuild): void {
    for (const event of EVENTS[kind]) {
      this.options.log.event(actor.via ?? "web", event, {
        User: actor.user,
        "Src-ip": actor.source?.address,
        "Src-port": actor.source?.port,
      });
    }
    this.options.onGoingDown({ kind, ...(rebuild && { rebuild }) });
  }

  #goDown(kind: RestartKind, actor: Actor): CommandResult {
    return { ok: true, afterAnswer: () => this.request(kind, actor) };
  }
}
