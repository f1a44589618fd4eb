import { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import { exemptionsFrom } from "../../../../../peer/access/protection/exemptions.ts";
import { setItems } from "../../../../../peer/configuration/set-items.ts";
import { byButton } from "../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { ListTable } from "../../../records/list-table.tsx";
import { SelectAll } from "../../../records/select-all.tsx";
import type { Visit } from "../../../visit.ts";
import { categoriesByLabel, guardOf } from "./categories.ts";
import { CategoryStatus } from "./category-status.tsx";

/** Administrator Guide, "Configuring protection categories". */
const columns = [
  "",
  "Category name",
  "Status",
  "Currently blocked",
  "Total failures",
  "Total blocks",
  "Exemptions",
  "Actions",
] as const;

/** System > Protection > Automated detection > Configuration: the categories and what they are doing on this peer. */
export const automatedDetection: Page = {
  view: (visit) => (
    <>
      {!visit.device.protection.serviceOn && (
        <p class="caution">
          The automated protection service is off: nothing is blocked. It is turned on at{" "}
          <a href="/administration">System administration</a>.
        </p>
      )}
      <Form visit={visit}>
        <ListTable
          columns={columns}
          rows={categoriesByLabel.map((category) => {
            const { name, word, label } = category;
            const guard = guardOf(visit, name);
            const blocked = guard?.blocked.size ?? 0;
            return {
              key: name,
              cells: [
                <input
                  type="checkbox"
                  name="category"
                  value={name}
                  checked={visit.query.get("select") === "all"}
                  aria-label={`Select ${label}`}
                />,
                label,
                <CategoryStatus visit={visit} category={category} />,
                blocked === 0 ? 0 : <a href={`/blockedaddresses?category=${name}`}>{blocked}</a>,
                guard?.totals.failures ?? 0,
                guard?.totals.blocks ?? 0,
                exemptionsFrom(visit.device.configuration, word).length,
                <a href={`/editprotectioncategory?name=${name}`} aria-label={`View/Edit ${label}`}>
                  View/Edit
                </a>,
              ],
            };
          })}
        />
        <div class="buttons">
          <SubmitButton label="Enable" />
          <SubmitButton label="Disable" minor />
          <SelectAll visit={visit} />
        </div>
      </Form>
      <ul class="related">
        <li>
          <a href="/eventlog?string=Intrusion+Protection">View all intrusion protection events</a>
        </li>
      </ul>
    </>
  ),
  submit: byButton({
    Enable: (visit, sent) => turn("On", visit, sent),
    Disable: (visit, sent) => turn("Off", visit, sent),
  }),
};

function turn(value: "On" | "Off", { device, actor }: Visit, sent: SentFields): Outcome {
  const names = sent.all("category");
  const chosen = intrusionCategories.filter(({ name }) => names.includes(name));
  if (chosen.length === 0) return { kind: "refused", reason: "no category is selected" };
  const changes = chosen.map(({ word }) => ({ path: `IntrusionProtection Category ${word} Mode`, value }));
  const result = setItems(device, changes, actor);
  if (!result.ok) return { kind: "refused", reason: result.reason };
  const text = `${chosen.length === 1 ? "Category" : "Categories"} ${value === "On" ? "enabled" : "disabled"}`;
  return { kind: "done", text };
}
