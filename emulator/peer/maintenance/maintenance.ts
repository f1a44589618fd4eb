import type { AlarmCondition } from "../core/alarm-condition.ts";
import type { CommandHandlers, CommandResult } from "../core/command-handler.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { EventName } from "../../model/logs/events.ts";
import { THE_SYSTEM, type Actor, type EventLog } from "../reporting/logging/event-log.ts";
import type { Part } from "../core/part.ts";
import { setDefaultValues } from "./default-values.ts";
import type { GoingDown, Rebuild, RestartKind } from "./going-down.ts";
import { RestartNeeds } from "../configuration/restart-needs.ts";

/** How the log names each kind. A restart is one of the application alone. */
const EVENTS: Readonly<Record<GoingDown["kind"], readonly EventName[]>> = {
  restart: ["Restart Requested"],
  reboot: ["Reboot Requested", "System Shutdown"],
  shutdown: ["System Shutdown"],
  factoryReset: ["Factory Reset Requested", "System Shutdown"],
};

/** Maintenance mode and the ways to go down. */
export class Maintenance implements Part {
  readonly name = "maintenance";
  readonly commands: CommandHandlers = {
    Restart: (_args, actor) => this.#goDown("restart", actor),
    Boot: (_args, actor) => this.#goDown("reboot", actor),
    DefaultValuesSet: (args, actor) => setDefaultValues(this.configuration, Number(args.Level), actor),
  };
  readonly alarmConditions: readonly AlarmCondition[];
  readonly restartNeeds: RestartNeeds;

  constructor(
    private readonly configuration: Configuration,
    private readonly log: EventLog,
    private readonly onGoingDown: (down: GoingDown) => void,
  ) {
    this.restartNeeds = new RestartNeeds(configuration);
    this.alarmConditions = [
      {
        alarm: 15015,
        holds: () =>
          this.inMaintenanceMode
            ? { facts: ["Maintenance mode is On"], clearedBy: "set Maintenance mode to Off, or restart" }
            : undefined,
      },
      ...this.restartNeeds.alarmConditions,
    ];
  }

  /** Guide: maintenance mode goes off with a restart. */
  start(): void {
    if (this.inMaintenanceMode)
      this.configuration.set([{ path: "SystemUnit Maintenance Mode", value: "Off" }], THE_SYSTEM);
  }

  get inMaintenanceMode(): boolean {
    return this.configuration.isOn("SystemUnit Maintenance Mode");
  }

  /** Goes down at once: whoever asks over a connection sends the answer first. */
  request(kind: GoingDown["kind"], actor: Actor, rebuild?: Rebuild): void {
    for (const event of EVENTS[kind]) {
      this.log.event(actor.via ?? "web", event, {
        User: actor.user,
        "Src-ip": actor.source?.address,
        "Src-port": actor.source?.port,
      });
    }
    this.onGoingDown({ kind, ...(rebuild && { rebuild }) });
  }

  #goDown(kind: RestartKind, actor: Actor): CommandResult {
    return { ok: true, afterAnswer: () => this.request(kind, actor) };
  }
}
