import { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import { exemptAddress } from "../../../../../peer/protection/exempt-address.ts";
import type { BlockedAddress } from "../../../../../peer/protection/protection.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { ListTable } from "../../../list-table.tsx";
import type { Outcome, Page, Visit } from "../../../page.ts";
import { Paged } from "../../../paging.tsx";
import { SelectAll } from "../../../select-all.tsx";
import { uptimeText } from "../../status/uptime-text.ts";

/** Administrator Guide, "Managing blocked addresses". */
const columns = ["", "Address", "Category", "Time left"] as const;

/**
 * System > Protection > Automated detection > Blocked addresses: those of this peer. An address that is blocked for two categories
 * is there twice.
 */
export const blockedAddresses: Page = {
  view: (visit) => {
    const blocked = blockedFor(visit);
    if (blocked.length === 0) return <p class="none">There are no blocked addresses.</p>;
    return (
      <Form visit={visit}>
        <Paged visit={visit} rows={blocked}>
          {(shown) => (
            <ListTable
              columns={columns}
              rows={shown.map(({ category, address, remaining }) => ({
                key: `${category.name} ${address}`,
                cells: [
                  <input
                    type="checkbox"
                    name="blocked"
                    value={`${category.name} ${address}`}
                    checked={visit.query.get("select") === "all"}
                    aria-label={`Select ${address}, ${category.label}`}
                  />,
                  address,
                  category.label,
                  uptimeText(Math.ceil(remaining / 1000)),
                ],
              }))}
            />
          )}
        </Paged>
        <div class="buttons">
          <SubmitButton label="Unblock" />
          <SubmitButton label="Unblock and exempt" minor />
          <SelectAll visit={visit} />
        </div>
      </Form>
    );
  },
  submit: (visit, sent) => {
    const { button } = sent;
    if (button !== "Unblock" && button !== "Unblock and exempt")
      return { kind: "refused", reason: `there is no button "${button}" on this page` };
    return unblock(visit, sent.all("blocked"), button === "Unblock and exempt");
  },
};

/** From the overview one comes here for one category. */
function blockedFor({ device, query }: Visit): readonly BlockedAddress[] {
  const only = query.get("category");
  return device.protection.blocked().filter(({ category }) => only === undefined || category.name === only);
}

function unblock({ device, actor }: Visit, selected: readonly string[], exempt: boolean): Outcome {
  if (selected.length === 0) return { kind: "refused", reason: "no address is selected" };
  for (const [name = "", address = ""] of selected.map((each) => each.split(" "))) {
    const category = intrusionCategories.find((each) => each.name === name);
    if (!category || !device.protection.unblock(name, address, actor.user))
      return { kind: "refused", reason: `${address} is no longer blocked for ${category?.label ?? name}` };
    const exempted = exempt ? exemptAddress(device.configuration, category.word, address, actor) : undefined;
    if (exempted?.ok === false) return { kind: "refused", reason: exempted.reason };
  }
  const noun = selected.length === 1 ? "Address" : "Addresses";
  return { kind: "done", text: `${noun} unblocked${exempt ? " and exempted" : ""}` };
}
