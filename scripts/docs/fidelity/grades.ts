import { commands } from "../../../emulator/model/commands/index.ts";
import { configurationItems } from "../../../emulator/model/configuration/index.ts";
import { effectOf, usageOf } from "../../../emulator/model/effects.ts";
import { restResources } from "../../../emulator/model/rest/index.ts";
import { statusNodes } from "../../../emulator/model/status/index.ts";
import type { Device } from "../../../emulator/peer/device.ts";

/** Faithful by a source, assumed where no source tells, missing where nothing follows or nothing answers. */
export type Grade = "faithful" | "assumed" | "missing";

/** A row of a table with its grade. */
export interface Graded {
  readonly name: string;
  readonly grade: Grade;
  /** What follows from it, or what is there instead. */
  readonly told: string;
}

/** A table of the model, row by row. */
export interface GradedTable {
  readonly title: string;
  readonly rows: readonly Graded[];
}

const graded = (there: boolean, assumed: boolean | undefined): Grade =>
  there ? (assumed ? "assumed" : "faithful") : "missing";

/** Every row of every table of the model; `device` is a peer as unpacked. */
export function gradedTables(device: Device): readonly GradedTable[] {
  return [
    { title: "Configuration items", rows: configurationRows() },
    { title: "Commands", rows: commandRows(device) },
    { title: "Status nodes", rows: statusRows(device) },
    { title: "Alarm types", rows: alarmRows(device) },
    { title: "REST resources", rows: restRows() },
  ];
}

function configurationRows(): Graded[] {
  return configurationItems.map((item) => ({
    name: item.path,
    grade: graded(effectOf(item) !== undefined, item.assumed),
    told: usageOf(item),
  }));
}

function commandRows(device: Device): Graded[] {
  return commands.map((command) => {
    const there = device.commands.implements(command);
    return { name: command.name, grade: graded(there, command.assumed), told: there ? command.description : "refused" };
  });
}

function statusRows(device: Device): Graded[] {
  return statusNodes.map((node) => {
    const there = device.status.values(node.name) !== undefined;
    return { name: node.name, grade: graded(there, node.assumed), told: there ? "shown" : "not shown" };
  });
}

function alarmRows(device: Device): Graded[] {
  return device.alarms.all().map(({ type }) => {
    const grade = graded(device.alarms.mayStand(type.uuid), type.assumed);
    return { name: `${type.id} ${type.title}`, grade, told: grade === "missing" ? "never raised" : type.description };
  });
}

function restRows(): Graded[] {
  return restResources.map(({ path, served, methodsAssumed }) => {
    const members: readonly { readonly assumed?: true }[] = "members" in served ? served.members : [];
    const assumed = methodsAssumed === true || members.some((member) => member.assumed);
    const told = served.kind === "absent" ? `501: ${served.reason}` : "served";
    return { name: `\`${path}\``, grade: graded(served.kind !== "absent", assumed), told };
  });
}
