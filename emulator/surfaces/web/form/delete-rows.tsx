import { rowCommands } from "../../../model/configuration/lists.ts";
import { rowId } from "../../../peer/configuration/row-commands.ts";
import type { Outcome } from "../page.ts";
import type { Visit } from "../visit.ts";
import { questionFirst } from "./confirmation.tsx";
import { nameOfRow, type RowList, rowWord } from "./row-fields.ts";
import { runCommand } from "./run-command.ts";
import type { SentFields } from "./sent-fields.ts";

/** Deletes the rows whose check boxes are set, after a question. */
export async function deleteRows(visit: Visit, sent: SentFields, list: RowList): Promise<Outcome> {
  const selected = sent.all(rowWord(list));
  if (selected.length === 0) return { kind: "refused", reason: `no ${list.noun} is selected` };
  const { configuration } = visit.device;
  const names = selected.map((row) => nameOfRow(visit.device, list, Number(row)));
  const fields = selected.map((row) => [rowWord(list), row] as const);
  const question = questionFirst(visit, sent, `Delete ${names.join(", ")}?`, fields);
  if (question) return question;
  for (const row of selected) {
    const { remove, id } = rowCommands[list.rows];
    const value = rowId(configuration, list.rows, Number(row));
    const result = await runCommand(visit, remove, [{ name: id, value }]);
    if (!result.ok) return { kind: "refused", reason: result.reason };
  }
  const noun = list.noun.charAt(0).toUpperCase() + list.noun.slice(1);
  return { kind: "done", text: `${noun}${selected.length === 1 ? "" : "s"} deleted`, to: `/${rowWord(list)}s` };
}
