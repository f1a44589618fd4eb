import { accessLevelWords, enabledWords, type OptionWords, toWords, yesNoWords } from "../../form/option-words.ts";
import { itemOfRow, type RowField } from "../../form/row-fields.ts";
import type { RowColumn } from "../../form/row-list-page.tsx";
import { rowPages } from "../../form/row-pages.tsx";

const fields = {
  Name: { item: "Name" },
  AccessLevel: { item: "AccessLevel", words: accessLevelWords },
  AccessWeb: { item: "AccessWeb", words: yesNoWords },
  AccessAPI: { item: "AccessAPI", words: yesNoWords },
  Enabled: { item: "Enabled", words: enabledWords },
} as const satisfies Record<string, RowField>;

const column = (heading: string, { item, words }: { item: string; words?: OptionWords }): RowColumn => ({
  heading,
  cell: ({ device }, row) =>
    toWords(words, device.configuration.get(itemOfRow("Authentication Account Admin Group", row, item))),
});

/** Users > Administrator groups (Administrator Guide, "Configuring administrator groups"). */
export const administratorGroups = rowPages({
  rows: "Authentication Account Admin Group",
  noun: "administrator group",
  nameItem: "Name",
  columns: [
    column("Name", fields.Name),
    column("State", fields.Enabled),
    column("Access level", fields.AccessLevel),
    column("Web access", fields.AccessWeb),
    column("API access", fields.AccessAPI),
  ],
  sections: [{ title: "Configuration", fields: Object.values(fields) }],
});
