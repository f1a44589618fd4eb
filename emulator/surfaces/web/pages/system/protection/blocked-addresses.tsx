import { intrusionCategories } from "../../../../../model/intrusion-categories.ts";
import { exemptAddress } from "../../../../../peer/access/protection/exempt-address.ts";
import type { BlockedAddress } from "../../../../../peer/access/protection/protection.ts";
import { byButton } from "../../../form/by-button.ts";
import { SubmitButton } from "../../../form/form.tsx";
import type { Outcome, Page } from "../../../page.ts";
import type { Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { SelectAll } from "../../../records/select-all.tsx";
import { selectColumn } from "../../../records/select-box.tsx";
import type { Visit } from "../../../visit.ts";
import { uptimeText } from "../../status/uptime-text.ts";

/** Administrator Guide, "Managing blocked addresses". */
const columnsFor = (visit: Visit): readonly Column<BlockedAddress>[] => [
  selectColumn(visit, {
    name: "blocked",
    value: blockKey,
    label: ({ address, category }) => `${address}, ${category.label}`,
  }),
  { heading: "Address", cell: ({ address }) => address },
  { heading: "Category", cell: ({ category }) => category.label },
  {
    heading: "Time left",
    cell: ({ remaining }) => uptimeText(Math.ceil(remaining / 1000)),
    order: ({ remaining }) => remaining,
  },
];

/** `http-auth 10.0.0.1`: what its check box sends. */
const blockKey = ({ category, address }: BlockedAddress): string => `${category.name} ${address}`;

/**
 * System > Protection > Automated detection > Blocked addresses: those of this peer. An address that is blocked for two categories
 * is there twice.
 */
export const blockedAddresses: Page = {
  view: (visit) => {
    const blocked = blockedFor(visit);
    if (blocked.length === 0) return <p class="none">There are no blocked addresses.</p>;
    return (
      <Records visit={visit} columns={columnsFor(visit)} rows={blocked} keyOf={blockKey}>
        <SubmitButton label="Unblock" />
        <SubmitButton label="Unblock and exempt" minor />
        <SelectAll visit={visit} />
      </Records>
    );
  },
  submit: byButton({
    Unblock: (visit, sent) => unblock(visit, sent.all("blocked"), false),
    "Unblock and exempt": (visit, sent) => unblock(visit, sent.all("blocked"), true),
  }),
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
