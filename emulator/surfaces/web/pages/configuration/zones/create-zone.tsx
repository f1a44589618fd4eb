import { findCommand } from "../../../../../peer/commands/commands.ts";
import { FieldRow } from "../../../form/field-row.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { fromWords, toWords, zoneTypeWords } from "../../../form/option-words.ts";
import type { Page } from "../../../page.ts";

/** Argument of the command to the label of its field. */
const labels: Readonly<Record<string, string>> = { ZoneName: "Name", Type: "Type" };

const words = (value: string): string => toWords(zoneTypeWords, value);

/** Configuration > Zones > Zones > New: name and type; the fields of the type follow on the zone's own page. */
export const createZone: Page = {
  view: (visit, refusal) => {
    const add = findCommand("ZoneAdd");
    return (
      <Form visit={visit} class="page-form">
        <fieldset>
          <legend>Configuration</legend>
          {add.ok &&
            add.command.parameters.map(({ name, values, description, default: standard = "" }) => (
              <FieldRow
                key={name}
                field={{
                  name,
                  label: labels[name] ?? name,
                  values,
                  description,
                  standard,
                  value: refusal?.sent.get(name) ?? words(standard),
                  options: values.kind === "oneOf" ? values.values.map(words) : undefined,
                  words,
                }}
              />
            ))}
        </fieldset>
        <div class="buttons">
          <SubmitButton label="Create zone" />
          <a class="button minor" href="/zones">
            Cancel
          </a>
        </div>
      </Form>
    );
  },
  submit: async (visit, sent) => {
    const add = findCommand("ZoneAdd");
    if (!add.ok) return { kind: "refused", reason: add.reason };
    const args = add.command.parameters.flatMap(({ name }) => {
      const typed = sent.get(name);
      return typed === undefined ? [] : [{ name, value: fromWords(zoneTypeWords, typed) }];
    });
    const result = await visit.device.commands.run(add.command, args, visit.actor);
    if (!result.ok) return { kind: "refused", reason: result.reason };
    const id = result.values?.["Id"];
    return { kind: "done", text: "Saved", to: typeof id === "number" ? `/editzone?id=${id}` : "/zones" };
  },
};
