import { releaseKeySpace } from "../../../../peer/calls/licensing/release-key.ts";
import { findItem } from "../../../../peer/configuration/item-paths.ts";
import { byButton } from "../../form/by-button.ts";
import { FieldRow } from "../../form/field-row.tsx";
import { Form, SubmitButton } from "../../form/form.tsx";
import { runCommand } from "../../form/run-command.ts";
import type { SentFields } from "../../form/sent-fields.ts";
import type { Outcome, Page } from "../../page.ts";
import { ListTable } from "../../records/list-table.tsx";
import { SelectAll } from "../../records/select-all.tsx";
import { optionsText } from "../../tables/options-text.ts";
import { StateWord } from "../../tables/state-word.tsx";
import { StatusTable } from "../../tables/status-table.tsx";
import type { Refusal, Visit } from "../../visit.ts";

const FIELD = "option_key";
const RELEASE_KEY = "release_key";

/** Maintenance > Option keys (Administrator Guide, "Managing option keys"). */
export const optionKeys: Page = {
  view: (visit, refusal) => (
    <>
      <StatusTable
        number={1}
        title="System information"
        rows={[
          ["Hardware serial number", visit.device.identity.serialNumber],
          ["Active options", optionsText(visit.device)],
        ]}
      />
      <InstalledKeys visit={visit} />
      <AddOption visit={visit} refusal={refusal} />
      <SetReleaseKey visit={visit} refusal={refusal} />
    </>
  ),
  submit: byButton({ "Add option": addKey, "Set release key": setReleaseKey, Delete: deleteKeys }),
};

function InstalledKeys({ visit }: { readonly visit: Visit }) {
  const { options } = visit.device.licensing;
  if (options.slots.size === 0) return <p class="none">There are no option keys.</p>;
  return (
    <Form visit={visit}>
      <ListTable
        columns={["", "Key", "Description", "Status"]}
        rows={[...options.slots].map(([slot, { text, kind, count }]) => ({
          key: slot,
          cells: [
            <input
              type="checkbox"
              name="option"
              value={slot}
              checked={visit.query.get("select") === "all"}
              aria-label={`Select ${text}`}
            />,
            <code>{text}</code>,
            kind.license === undefined ? kind.words : `${count} ${kind.words}`,
            <StateWord word={kind.license !== undefined || options.has(kind.letter) ? "Active" : "Restart required"} />,
          ],
        }))}
      />
      <div class="buttons">
        <SubmitButton label="Delete" minor />
        <SelectAll visit={visit} />
      </div>
    </Form>
  );
}

function AddOption({ visit, refusal }: { readonly visit: Visit; readonly refusal: Refusal | undefined }) {
  const found = findItem("Option 1 Key");
  if (!found) throw new RangeError("the model has no item Option 1 Key");
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>Software option</legend>
        <FieldRow
          field={{
            name: FIELD,
            label: "Add option key",
            values: found.item.values,
            description: found.item.description,
            standard: found.item.default,
            value: refusal?.sent.get(FIELD) ?? "",
            peerSpecific: found.item.scope === "peer",
            wrong: refusal?.path === FIELD,
          }}
        />
        <div class="buttons">
          <SubmitButton label="Add option" />
        </div>
      </fieldset>
    </Form>
  );
}

function SetReleaseKey({ visit, refusal }: { readonly visit: Visit; readonly refusal: Refusal | undefined }) {
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>Release key</legend>
        <FieldRow
          field={{
            name: RELEASE_KEY,
            label: "Release key",
            values: releaseKeySpace,
            description:
              "The key that this serial number needs for the software; it is looked at when the system starts.",
            standard: "",
            value: refusal?.sent.get(RELEASE_KEY) ?? visit.device.releaseKey.text,
            peerSpecific: true,
            wrong: refusal?.path === RELEASE_KEY,
          }}
        />
        <div class="buttons">
          <SubmitButton label="Set release key" />
        </div>
      </fieldset>
    </Form>
  );
}

function setReleaseKey({ device, actor }: Visit, sent: SentFields): Outcome {
  const entered = device.releaseKey.enter(sent.get(RELEASE_KEY) ?? "", actor);
  return entered.ok
    ? { kind: "done", text: "Release key set", to: "/optionkeys" }
    : { kind: "refused", reason: `Unable to set release key: ${entered.reason}`, path: RELEASE_KEY };
}

async function addKey(visit: Visit, sent: SentFields): Promise<Outcome> {
  const key = sent.get(FIELD)?.trim() ?? "";
  if (key === "") return { kind: "refused", reason: "Unable to add option key: the field is blank", path: FIELD };
  const result = await runCommand(visit, "OptionKeyAdd", [{ name: "Key", value: key }]);
  if (!result.ok) return { kind: "refused", reason: result.reason, path: FIELD };
  return { kind: "done", text: "Option key added", to: "/optionkeys" };
}

async function deleteKeys(visit: Visit, sent: SentFields): Promise<Outcome> {
  const selected = sent.all("option");
  if (selected.length === 0) return { kind: "refused", reason: "no option key is selected" };
  for (const slot of selected) {
    const result = await runCommand(visit, "OptionKeyDelete", [{ name: "OptionKeyId", value: slot }]);
    if (!result.ok) return { kind: "refused", reason: result.reason };
  }
  const text = selected.length === 1 ? "Option key deleted" : "Option keys deleted";
  return { kind: "done", text, to: "/optionkeys" };
}
