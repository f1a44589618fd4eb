import { moduleLevels, supportModules } from "../../../../../model/logs/log-modules.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { fromWords, toWords } from "../../../form/option-words.ts";
import { SelectRow } from "../../../form/plain-row.tsx";
import type { Page } from "../../../page.ts";
import { levelWords } from "./level-words.ts";

const shownLevels = moduleLevels.map((level) => toWords(levelWords, level));

/** Maintenance > Diagnostics > Advanced > Support Log configuration: the level of each module. */
export const supportLogConfiguration: Page = {
  view: (visit, refusal) => (
    <>
      <Form visit={visit} class="page-form">
        <fieldset>
          <legend>Levels of the modules</legend>
          {supportModules.map((name) => (
            <SelectRow
              key={name}
              name={name}
              label={name}
              options={shownLevels}
              value={refusal?.sent.get(name) ?? toWords(levelWords, visit.device.diagnostics.levels.supportLevel(name))}
            />
          ))}
          <div class="buttons">
            <SubmitButton label="Save" />
          </div>
        </fieldset>
      </Form>
      <p class="stored-only">The twin stores these levels and writes no Support Log; Debug and Trace raise an alarm.</p>
    </>
  ),
  submit: ({ device, actor }, sent) => {
    const chosen = supportModules.flatMap((name) => {
      const text = sent.get(name);
      return text === undefined
        ? []
        : [{ name, text, level: moduleLevels.find((one) => one === fromWords(levelWords, text)) }];
    });
    const unknown = chosen.find(({ level }) => level === undefined);
    if (unknown)
      return {
        kind: "refused",
        reason: `${unknown.name}: "${unknown.text}" is not a level: one of ${shownLevels.join(", ")}`,
      };
    const levels = Object.fromEntries(chosen.map(({ name, level }) => [name, level]));
    device.diagnostics.levels.setSupportLevels(levels, actor);
    return { kind: "done", text: "Saved" };
  },
};
