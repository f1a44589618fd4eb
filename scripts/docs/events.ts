import { eventTypes, type EventType } from "../../emulator/model/logs/events.ts";
import { logKinds } from "../../emulator/model/logs/log-kinds.ts";
import { GENERATED, table } from "./markdown.ts";

/** `docs/reference/events.md` */
export function eventsPage(): string {
  const rows = eventTypes.map((type: EventType) => [
    `\`${type.name}\``,
    type.tells + (type.assumed ? " (assumed)" : "") + (type.unwritten ? " (not emulated)" : ""),
    String(type.level),
    type.severity ?? "informational",
    type.colour ?? "",
  ]);
  const logs = logKinds.map(({ title, keyword, facility }) => [
    title,
    `\`${keyword} 100\``,
    `\`/mnt/harddisk/log/${keyword}\``,
    facility,
  ]);
  return [
    `# Events of the logs\n\n${GENERATED}`,
    "A line has the moment, the host, the process, then `Event`, what is told of it, its level and the moment in UTC. It is written when its level is not above the `Local event log verbosity` of Maintenance > Logging, 1 to 4. Events that the Configuration Log has as well stand in both logs: `System Configuration Changed`.\n",
    table(["Log", "In the command shell", "File of root", "Syslog facility"], logs),
    "",
    "The severity is what a [remote syslog server](../how-to/send-logs-to-a-server.md) is told (assumed). Names and levels are those of the administrator guide; `assumed` are names of the twin's own, `not emulated` those of things that do not happen here.\n",
    table(["Event", "Tells", "Level", "Severity", "Color"], rows),
    "",
  ].join("\n");
}
