import { argumentsOf, type CommandField, CommandFields } from "../../../form/command-fields.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { patternBehaviorWords } from "../../../form/option-words.ts";
import { runCommand } from "../../../form/run-command.ts";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";

const fields: readonly CommandField[] = [
  { argument: "Target", label: "Alias" },
  { argument: "Type", label: "Pattern type" },
  { argument: "Pattern", label: "Pattern string" },
  { argument: "Behavior", label: "Pattern behavior", words: patternBehaviorWords },
  { argument: "Replace", label: "Replace string / Additional text" },
];

/** Maintenance > Tools > Check pattern (Administrator Guide, "Checking the effect of a pattern"). */
export const checkPattern: Page = {
  view: (visit, refusal) => <Fields visit={visit} sent={refusal?.sent} />,
  submit: async (visit, sent) => {
    const result = await runCommand(visit, "CheckPattern", argumentsOf("CheckPattern", fields, sent));
    if (!result.ok) return { kind: "refused", reason: result.reason };
    const alias = result.values?.["Alias"];
    return {
      kind: "show",
      content: (
        <>
          <Fields visit={visit} sent={sent} />
          <StatusTable number={1} title="Result" rows={[["Alias", typeof alias === "string" ? alias : ""]]} />
        </>
      ),
    };
  },
};

function Fields({ visit, sent }: { readonly visit: Visit; readonly sent: SentFields | undefined }) {
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>Check pattern</legend>
        <CommandFields visit={visit} command="CheckPattern" fields={fields} typed={(argument) => sent?.get(argument)} />
        <div class="buttons">
          <SubmitButton label="Check pattern" />
        </div>
      </fieldset>
    </Form>
  );
}
