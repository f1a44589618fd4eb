import { alarms as alarmTypes } from "../../../model/alarms/index.ts";
import type { CommandHandlers } from "../../core/command-handler.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValue } from "../../core/status-values.ts";
import { alarmCommandHandlers } from "./alarm-commands.ts";
import { alarmText, type Alarms } from "./alarms.ts";

/** The item number of a warning is the place of its type among all types of the release, sorted by UUID (checked on X8.11). */
const placeByUuid: ReadonlyMap<string, number> = new Map(
  alarmTypes
    .map((type) => type.uuid)
    .toSorted()
    .map((uuid, place) => [uuid, place + 1]),
);

/** The alarms that stand: the Warnings subtree, and the commands about them. */
export class AlarmStatus implements Part {
  readonly name = "alarm status";
  readonly status: StatusProviders = {
    Warnings: () => {
      const standing = this.alarms().standing();
      const warnings = new Map<number, StatusValue>();
      for (const record of standing) {
        warnings.set(placeByUuid.get(record.type.uuid) ?? 0, {
          ID: record.type.uuid,
          Reason: alarmText(record, " - "),
          State: record.status === "acknowledged" ? "Acknowledged" : "Unacknowledged",
        });
      }
      return warnings.size > 0 ? { Warning: warnings } : {};
    },
  };

  readonly commands: CommandHandlers;

  /** A function, because the alarms are built from the conditions of all parts, this one among them. */
  constructor(private readonly alarms: () => Alarms) {
    this.commands = alarmCommandHandlers(alarms);
  }
}
