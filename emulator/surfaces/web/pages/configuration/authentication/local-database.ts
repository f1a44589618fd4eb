import { itemOfRow } from "../../../form/row-fields.ts";
import { rowPages } from "../../../form/row-pages.tsx";

/** Configuration > Authentication > Devices > Local database (Administrator Guide, "Local database"). */
export const localDatabase = rowPages({
  rows: "Authentication Credential",
  noun: "credential",
  nameItem: "Name",
  columns: [
    {
      heading: "Name",
      cell: ({ device }, row) => device.configuration.get(itemOfRow("Authentication Credential", row, "Name")),
    },
    // Those that TMS brings are not emulated.
    { heading: "Source", cell: () => "Local" },
  ],
  sections: [{ title: "Configuration", fields: [{ item: "Name" }, { item: "Password" }] }],
});
