import { argumentsOf, type CommandField, CommandFields } from "../../../form/command-fields.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { zoneTypeWords } from "../../../form/option-words.ts";
import { runCommand } from "../../../form/run-command.ts";
import type { Page } from "../../../page.ts";

const fields: readonly CommandField[] = [
  { argument: "ZoneName", label: "Name" },
  { argument: "Type", label: "Type", words: zoneTypeWords },
];

/** Configuration > Zones > Zones > New: name and type; the fields of the type follow on the zone's own page. */
export const createZone: Page = {
  view: (visit, refusal) => (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>Configuration</legend>
        <CommandFields
          visit={visit}
          command="ZoneAdd"
          fields={fields}
          typed={(argument) => refusal?.sent.get(argument)}
        />
      </fieldset>
      <div class="buttons">
        <SubmitButton label="Create zone" />
        <a class="button minor" href="/zones">
          Cancel
        </a>
      </div>
    </Form>
  ),
  submit: async (visit, sent) => {
    const result = await runCommand(visit, "ZoneAdd", argumentsOf("ZoneAdd", fields, sent));
    if (!result.ok) return { kind: "refused", reason: result.reason };
    const id = result.values?.["Id"];
    return { kind: "done", text: "Saved", to: typeof id === "number" ? `/editzone?id=${id}` : "/zones" };
  },
};
