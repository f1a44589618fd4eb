import { type OptionWords, toWords } from "../../../form/option-words.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import type { RowColumn } from "../../../form/row-list-page.tsx";
import { rowPages } from "../../../form/row-pages.tsx";
import type { Visit } from "../../../visit.ts";
import { createdSubzoneNames } from "../nodes.ts";

const typeWords: OptionWords = { AliasPatternMatch: "Alias pattern match" };

const value = ({ device }: Visit, row: number, item: string): string =>
  device.configuration.get(itemOfRow("Zones LocalZone SubZones MembershipRules Rule", row, item));

const column = (heading: string, item: string, words?: OptionWords): RowColumn => ({
  heading,
  cell: (visit, row) => toWords(words, value(visit, row, item)),
});

/** Configuration > Local Zone > Subzone membership rules (Administrator Guide, "Configuring subzone membership rules"). */
export const subzoneMembershipRules = rowPages({
  rows: "Zones LocalZone SubZones MembershipRules Rule",
  noun: "subzone membership rule",
  nameItem: "Name",
  order: (visit, row) => Number(value(visit, row, "Priority")),
  columns: [
    column("Priority", "Priority"),
    column("Rule name", "Name"),
    column("Type", "Type", typeWords),
    column("Target subzone", "SubZoneName"),
    column("State", "State"),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "Description" },
        { item: "Priority" },
        { item: "Type", words: typeWords },
        { item: "Subnet Address" },
        { item: "Subnet PrefixLength" },
        { item: "Pattern Type" },
        { item: "Pattern String" },
        { item: "SubZoneName", choices: createdSubzoneNames },
        { item: "State" },
      ],
    },
  ],
});
