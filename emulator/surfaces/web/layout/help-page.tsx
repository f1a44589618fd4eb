import { usageOf } from "../../../model/effects.ts";
import { ACCESS_LEVELS } from "../../../peer/access/accounts/account.ts";
import { isMandatory, itemOf, labelOf, rangeText } from "../form/field-words.ts";
import type { FormField } from "../form/form-section.ts";
import { accessLevelWords, toWords } from "../form/option-words.ts";
import { isOpenTo, pageName } from "../menus/page-place.ts";
import type { PageEntry } from "../page-directory.ts";
import { ListTable } from "../records/list-table.tsx";
import type { Visit } from "../visit.ts";

/** The address of the help for the page of an address: `/help?page=editlink&id=3`. */
export function helpAddress(url: string): string {
  const [path = "", query] = url.split("?");
  return `/help?${new URLSearchParams([["page", path.slice(1)], ...new URLSearchParams(query)])}`;
}

interface HelpProps {
  readonly visit: Visit;
  readonly entry: PageEntry;
}

/** What there is to know about a page: who may open it, its fields, and what the twin makes of each. */
export function Help({ visit, entry }: HelpProps) {
  const { page } = entry;
  const sections = page.exists?.(visit) === false ? [] : (page.sections?.(visit) ?? []);
  return (
    <>
      <section class="status">
        <h2>The page</h2>
        <dl>
          <dt>Address</dt>
          <dd>
            <a href={`/${pageName(entry)}`}>{`/${pageName(entry)}`}</a>
          </dd>
          <dt>Access level</dt>
          <dd>
            {ACCESS_LEVELS.filter((level) => isOpenTo(entry, level))
              .map((level) => toWords(accessLevelWords, level))
              .join(", ")}
          </dd>
        </dl>
      </section>
      {sections.map(({ title, fields }) => (
        <section key={title} class="fields">
          <h2>{title}</h2>
          <ListTable columns={columns} rows={fields.map((field) => ({ key: field.item, cells: cellsOf(field) }))} />
        </section>
      ))}
      <section class="status">
        <h2>On every page</h2>
        <dl>
          <dt>*</dt>
          <dd>A field that may not be blank.</dd>
          <dt>†</dt>
          <dd>
            Belongs to this peer alone. All else is copied from the configuration primary to the other peers of a
            cluster every two minutes, over what was changed there.
          </dd>
          <dt>Command line</dt>
          <dd>
            <code>xConfiguration</code> over SSH has the same items, and so have <code>/getxml</code> and{" "}
            <code>/putxml</code>.
          </dd>
          <dt>In the twin</dt>
          <dd>
            What follows from a value in this emulation. One that is held is kept, copied and shown, and nothing
            follows.
          </dd>
        </dl>
      </section>
    </>
  );
}

const columns = ["Field", "Meaning", "Allowed", "Default", "Command line", "In the twin"] as const;

/** A row of the table of fields. */
function cellsOf(field: FormField) {
  const { item } = itemOf(field);
  const words = (value: string): string => toWords(field.words, value);
  const marks = `${isMandatory(item) ? " *" : ""}${item.scope === "peer" ? " †" : ""}`;
  return [
    labelOf(field) + marks,
    item.description,
    rangeText(item.values, words),
    item.default === "" ? "blank" : words(item.default),
    <code>xConfiguration {field.item}</code>,
    usageOf(item),
  ];
}
