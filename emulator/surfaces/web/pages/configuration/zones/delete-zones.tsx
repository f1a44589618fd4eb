import { findCommand } from "../../../../../peer/commands/commands.ts";
import { Confirmation, isToBeAsked } from "../../../form/confirmation.tsx";
import type { Outcome, Visit } from "../../../page.ts";
import type { SentFields } from "../../../sent-fields.ts";

/** Deletes the zones whose check boxes are set, after a question. */
export async function deleteZones(visit: Visit, sent: SentFields): Promise<Outcome> {
  const { commands, configuration } = visit.device;
  const selected = sent.all("zone");
  if (selected.length === 0) return { kind: "refused", reason: "no zone is selected" };
  if (isToBeAsked(sent)) {
    const names = selected.map((zone) => configuration.read(`Zones Zone ${zone} Name`) ?? zone);
    const fields = [...selected.map((zone) => ["zone", zone] as const), ["submitbutton", "Delete"] as const];
    return {
      kind: "ask",
      question: <Confirmation visit={visit} question={`Delete ${names.join(", ")}?`} fields={fields} />,
    };
  }
  const remove = findCommand("ZoneDelete");
  if (!remove.ok) return { kind: "refused", reason: remove.reason };
  for (const value of selected) {
    const result = await commands.run(remove.command, [{ name: "ZoneId", value }], visit.actor);
    if (!result.ok) return { kind: "refused", reason: result.reason };
  }
  return { kind: "done", text: selected.length === 1 ? "Zone deleted" : "Zones deleted", to: "/zones" };
}
