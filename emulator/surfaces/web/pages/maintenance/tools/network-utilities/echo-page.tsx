import type { CommandName } from "../../../../../../model/commands/index.ts";
import type { StatusValue } from "../../../../../../peer/core/status-values.ts";
import { argumentsOf, type CommandField, CommandFields } from "../../../../form/command-fields.tsx";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import { runCommand } from "../../../../form/run-command.ts";
import type { SentFields } from "../../../../form/sent-fields.ts";
import type { Page } from "../../../../page.ts";
import { ListTable } from "../../../../records/list-table.tsx";
import { textAt } from "../../../../tables/status-value.ts";
import type { Visit } from "../../../../visit.ts";

const fields: readonly CommandField[] = [{ argument: "Hostname", label: "Host" }];

export interface EchoPage {
  /** Also the name of its button. */
  readonly command: Extract<CommandName, "Ping" | "Traceroute" | "Tracepath">;
  /** Headings, and what they are called in the command's answer. */
  readonly columns: readonly (readonly [heading: string, element: string])[];
  /** The rows among what the command answers. */
  readonly rows: (values: Readonly<Record<string, StatusValue>>) => readonly StatusValue[];
}

/** A page that sends echo requests to a host, and waits for what comes of them: the answer is the page. */
export const echoPage = ({ command, columns, rows }: EchoPage): Page => ({
  view: (visit, refusal) => <Fields visit={visit} command={command} sent={refusal?.sent} />,
  submit: async (visit, sent) => {
    const result = await runCommand(visit, command, argumentsOf(command, fields, sent));
    if (!result.ok) return { kind: "refused", reason: result.reason };
    return {
      kind: "show",
      content: (
        <>
          <Fields visit={visit} command={command} sent={sent} />
          <ListTable
            columns={columns.map(([heading]) => heading)}
            rows={rows(result.values ?? {}).map((row, place) => ({
              key: place,
              cells: columns.map(([, element]) => textAt(row, element)),
            }))}
          />
        </>
      ),
    };
  },
});

interface FieldsProps {
  readonly visit: Visit;
  readonly command: EchoPage["command"];
  readonly sent: SentFields | undefined;
}

function Fields({ visit, command, sent }: FieldsProps) {
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>{command}</legend>
        <CommandFields visit={visit} command={command} fields={fields} typed={(argument) => sent?.get(argument)} />
        <div class="buttons">
          <SubmitButton label={command} />
        </div>
      </fieldset>
    </Form>
  );
}
