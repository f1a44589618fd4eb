import { yesNoWords } from "../../../form/option-words.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import { rowPages } from "../../../form/row-pages.tsx";
import type { Visit } from "../../../visit.ts";
import { categoriesByLabel } from "./categories.ts";

const value = ({ device }: Visit, row: number, item: string): string =>
  device.configuration.get(itemOfRow("IntrusionProtection Exemption", row, item));

function categoriesOf(visit: Visit, row: number): string {
  const exempt = categoriesByLabel.filter(({ word }) => value(visit, row, word) === "On");
  if (exempt.length === categoriesByLabel.length) return "All";
  return exempt.map(({ label }) => label).join(", ") || "None";
}

/** System > Protection > Automated detection > Exemptions (Administrator Guide, "Configuring exemptions"). */
export const exemptions = rowPages({
  rows: "IntrusionProtection Exemption",
  noun: "exemption",
  nameItem: "Address",
  columns: [
    { heading: "Address", cell: (visit, row) => value(visit, row, "Address") },
    { heading: "Prefix length", cell: (visit, row) => value(visit, row, "PrefixLength") },
    { heading: "Categories", cell: categoriesOf },
  ],
  sections: [
    { title: "Configuration", fields: [{ item: "Address" }, { item: "PrefixLength" }] },
    {
      title: "Exempt from",
      fields: categoriesByLabel.map(({ word }) => ({ item: word, words: yesNoWords })),
    },
  ],
});
