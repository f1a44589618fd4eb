import type { Actor } from "../../core/actor.ts";
import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import type { AlarmRecord, Alarms } from "./alarms.ts";

/**
 * The commands about alarms. An alarm that an operator raises stands until an operator lowers it, or a restart; one that
 * stands by its condition goes with the condition alone (assumed: no source tells what these commands do).
 */
export function alarmCommandHandlers(alarms: () => Alarms): CommandHandlers {
  return {
    WarningAcknowledge: (args, actor) => acknowledge(alarms(), args, actor),
    WarningRaise: (args, actor) => raise(alarms(), args, actor),
    WarningLower: (args) => lower(alarms(), args),
  };
}

function acknowledge(alarms: Alarms, { WarningID: uuid = "" }: CommandArguments, { user }: Actor): CommandResult {
  const record = recordOf(alarms, uuid);
  if (!record) return unknown(uuid);
  if (alarms.acknowledge(record.type.uuid, user)) return { ok: true };
  return { ok: false, reason: `alarm ${record.type.id} is not raised; raised are: ${raised(alarms)}` };
}

function raise(
  alarms: Alarms,
  { WarningID: uuid = "", WarningText: text = "" }: CommandArguments,
  { user }: Actor,
): CommandResult {
  const record = recordOf(alarms, uuid);
  if (!record) return unknown(uuid);
  const { description, id } = record.type;
  if (record.status !== "lowered") return { ok: false, reason: `alarm ${id} is raised already` };
  const places = [...description.matchAll(/<([^<>]+)>/g)].map(([, name = ""]) => name);
  alarms.request(record.type.uuid, {
    facts: [`${user} has raised it by WarningRaise: ${text}`],
    clearedBy: `xCommand WarningLower WarningID: ${record.type.uuid}`,
    parameters: Object.fromEntries(places.map((name) => [name, text])),
  });
  return { ok: true };
}

function lower(alarms: Alarms, { WarningID: uuid = "" }: CommandArguments): CommandResult {
  const record = recordOf(alarms, uuid);
  if (!record) return unknown(uuid);
  if (alarms.withdraw(record.type.uuid)) return { ok: true };
  const { evidence, type } = record;
  const reason = evidence
    ? `alarm ${type.id} follows its condition: ${evidence.facts.join("; ")}. To clear it: ${evidence.clearedBy}`
    : `alarm ${type.id} is not raised; raised are: ${raised(alarms)}`;
  return { ok: false, reason };
}

const recordOf = (alarms: Alarms, uuid: string): AlarmRecord | undefined => alarms.record(uuid.toLowerCase());

const unknown = (uuid: string): CommandResult => ({ ok: false, reason: `there is no alarm with the UUID ${uuid}` });

const raised = (alarms: Alarms): string =>
  alarms
    .standing()
    .map(({ type }) => type.uuid)
    .join(", ") || "none";
