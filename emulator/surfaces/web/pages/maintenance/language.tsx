import { formPage } from "../../form/form-page.tsx";
import { Form, SubmitButton } from "../../form/form.tsx";
import { FileRow } from "../../form/plain-row.tsx";
import type { SentFields } from "../../form/sent-fields.ts";
import type { Outcome, Page } from "../../page.ts";
import { ListTable } from "../../records/list-table.tsx";
import type { Visit } from "../../visit.ts";

const INSTALL = "Install";

/** As Language Default has it. */
const BUILT_IN = "en_US";

const settings = formPage({
  sections: [{ title: "Configuration", fields: [{ item: "Language Default", choices: () => [BUILT_IN] }] }],
});

/** Maintenance > Language (Administrator Guide, "Configuring language settings"). */
export const language: Page = {
  takesFiles: ["language_pack"],
  sections: settings.sections,
  view: (visit, refusal) => (
    <>
      {settings.view(visit, refusal)}
      <section class="status">
        <h2>Language packs</h2>
        <ListTable
          columns={["Language", "Code", "Version"]}
          rows={[
            { key: BUILT_IN, cells: ["English", BUILT_IN, `built in (${visit.device.identity.softwareVersion})`] },
          ]}
        />
      </section>
      <Form visit={visit} class="page-form" files>
        <fieldset>
          <legend>Install language pack</legend>
          <FileRow name="language_pack" label="Language pack" hint="A .tlp file." />
          <div class="buttons">
            <SubmitButton label={INSTALL} />
          </div>
        </fieldset>
      </Form>
    </>
  ),
  submit: (visit, sent) => (sent.button === INSTALL ? install(visit, sent) : settings.submit(visit, sent)),
};

/** The pages have their texts in English alone: a pack would translate none of them. */
function install({ device }: Visit, sent: SentFields): Outcome {
  const { name, bytes } = sent.file("language_pack");
  if (bytes.length === 0) return { kind: "refused", reason: "no file was chosen, or the file is empty" };
  if (!name.toLowerCase().endsWith(".tlp"))
    return { kind: "refused", reason: `"${name}" is no language pack: its name does not end in .tlp` };
  return { kind: "refused", reason: device.unimplemented.note("language packs; English is built in") };
}
