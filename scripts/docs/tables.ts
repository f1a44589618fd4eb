import { alarms } from "../../emulator/model/alarms/index.ts";
import { commands } from "../../emulator/model/commands/index.ts";
import { configurationItems } from "../../emulator/model/configuration/index.ts";
import { statusNodes } from "../../emulator/model/status/index.ts";
import type { StatusElement } from "../../emulator/model/types.ts";
import { describeValueSpace } from "../../emulator/peer/configuration/value-space.ts";
import { cell, GENERATED, table } from "./markdown.ts";

/** `docs/reference/configuration.md` */
export function configurationPage(): string {
  const rows = configurationItems.map((item) => [
    item.path,
    describeValueSpace(item.values),
    item.default === "" ? "" : item.default,
    item.scope === "peer" ? "†" : "",
    item.restartAlarm === undefined ? "" : String(item.restartAlarm),
    item.description + (item.assumed ? " (assumed)" : ""),
  ]);
  return [
    `# Configuration items\n\n${GENERATED}`,
    `${configurationItems.length} items. † marks peer-specific ones; all others are copied from the primary. The fifth column names the alarm that asks for a restart after a change.\n`,
    table(["Item", "Values", "Default", "†", "Restart", "What it is for"], rows),
    "",
  ].join("\n");
}

/** `docs/reference/alarms.md` */
export function alarmsPage(): string {
  const rows = alarms.map((alarm) => [
    String(alarm.id),
    `${alarm.title}: ${alarm.description}`,
    alarm.severity,
    alarm.category,
    alarm.action + (alarm.assumed ? " (assumed)" : ""),
  ]);
  return [
    `# Alarms\n\n${GENERATED}`,
    `${alarms.length} types. Which of them the twin raises is told in [fidelity](../fidelity.md).\n`,
    table(["Id", "Text", "Severity", "Category", "What to do"], rows),
    "",
  ].join("\n");
}

/** `docs/reference/commands.md` */
export function commandsPage(): string {
  const sections = commands.map((command) => {
    const parameters = command.parameters.map((parameter) => [
      `${parameter.name}${parameter.required ? "(r)" : ""}`,
      describeValueSpace(parameter.values),
      parameter.default ?? "",
      parameter.description,
    ]);
    const names = [command.name, ...(command.aliases ?? [])].join(", ");
    const list =
      parameters.length > 0 ? `\n${table(["Argument", "Values", "Default", "What it is for"], parameters)}\n` : "";
    return `## ${names}\n\n${cell(command.description)}${command.assumed ? " (assumed)" : ""}\n${list}`;
  });
  return [`# Commands\n\n${GENERATED}`, "`(r)` marks a required argument.\n", ...sections].join("\n");
}

/** `docs/reference/status.md` */
export function statusPage(): string {
  const lines = (element: StatusElement, level: number): string[] => [
    `${"  ".repeat(level)}- ${element.name}${element.index ?? ""}${element.type ? `: ${element.values?.join(", ") ?? element.type}` : ""}${element.presentWhen ? ` (when ${element.presentWhen})` : ""}`,
    ...(element.children ?? []).flatMap((child) => lines(child, level + 1)),
  ];
  return [`# Status elements\n\n${GENERATED}`, ...statusNodes.map((node) => lines(node, 0).join("\n")), ""].join("\n");
}
