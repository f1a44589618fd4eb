import { rowPages } from "../../../form/row-pages.tsx";
import { byPriority, itemColumn } from "../../../form/row-values.ts";

const list = { rows: "Zones DefaultZone AccessRules Rule" } as const;

/** Configuration > Zones > Default Zone access rules (Administrator Guide, "Configuring Default Zone access rules"). */
export const defaultZoneAccessRules = rowPages({
  ...list,
  noun: "Default Zone access rule",
  nameItem: "Name",
  order: byPriority(list),
  columns: [
    itemColumn(list, "Priority", "Priority"),
    itemColumn(list, "Name", "Name"),
    itemColumn(list, "Description", "Description"),
    itemColumn(list, "Pattern type", "Pattern Type"),
    itemColumn(list, "Pattern string", "Pattern String"),
    itemColumn(list, "Action", "Action"),
    itemColumn(list, "State", "State"),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "Description" },
        { item: "Priority" },
        { item: "Pattern Type" },
        { item: "Pattern String" },
        { item: "Action" },
        { item: "State" },
      ],
    },
  ],
});
