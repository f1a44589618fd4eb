import { type OptionWords, patternBehaviorWords, toWords } from "../../../form/option-words.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import type { RowColumn } from "../../../form/row-list-page.tsx";
import { rowPages } from "../../../form/row-pages.tsx";
import type { Visit } from "../../../visit.ts";

const value = ({ device }: Visit, row: number, item: string): string =>
  device.configuration.get(itemOfRow("Transform", row, item));

const column = (heading: string, item: string, words?: OptionWords): RowColumn => ({
  heading,
  cell: (visit, row) => toWords(words, value(visit, row, item)),
});

/** Configuration > Dial plan > Transforms (Administrator Guide, "Configuring pre-search transforms"). */
export const transforms = rowPages({
  rows: "Transform",
  noun: "transform",
  nameItem: "Description",
  order: (visit, row) => Number(value(visit, row, "Priority")),
  columns: [
    column("Priority", "Priority"),
    column("State", "State"),
    column("Description", "Description"),
    column("Pattern", "Pattern String"),
    column("Type", "Pattern Type"),
    column("Behavior", "Pattern Behavior", patternBehaviorWords),
    column("Replace", "Pattern Replace"),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Priority" },
        { item: "Description" },
        { item: "Pattern Type" },
        { item: "Pattern String" },
        { item: "Pattern Behavior", words: patternBehaviorWords },
        { item: "Pattern Replace", label: "Replace string / Additional text" },
        { item: "State" },
      ],
    },
  ],
});
