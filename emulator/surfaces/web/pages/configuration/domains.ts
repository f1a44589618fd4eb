import { itemOfRow } from "../../form/row-fields.ts";
import { rowPages } from "../../form/row-pages.tsx";

/** Configuration > Domains (Administrator Guide, "Configuring domains"). */
export const domains = rowPages({
  rows: "SIP Domain",
  noun: "domain",
  nameItem: "Name",
  columns: [
    { heading: "Index", cell: (_visit, row) => String(row) },
    {
      heading: "Domain name",
      cell: ({ device }, row) => device.configuration.get(itemOfRow("SIP Domain", row, "Name")),
    },
  ],
  sections: [
    { title: "Configuration", fields: [{ item: "Name" }] },
    {
      title: "Supported services for this domain",
      fields: [
        { item: "Sip", label: "SIP registrations" },
        { item: "Edge", label: "Unified CM registrations" },
      ],
    },
  ],
});
