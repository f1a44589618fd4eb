import { itemOfRow } from "../../../form/row-fields.ts";
import type { RowColumn } from "../../../form/row-list-page.tsx";
import { rowPages } from "../../../form/row-pages.tsx";

const column = (heading: string, item: string): RowColumn => ({
  heading,
  cell: ({ device }, row) => device.configuration.get(itemOfRow("Policy Services Service", row, item)),
});

/** Configuration > Dial plan > Policy services (Administrator Guide, "Configuring policy services"). */
export const policyServices = rowPages({
  rows: "Policy Services Service",
  noun: "policy service",
  nameItem: "Name",
  columns: [column("Name", "Name"), column("Description", "Description")],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "Description" },
        { item: "Protocol" },
        { item: "TLS Verify Mode", label: "Certificate verification mode" },
        { item: "TLS CRLCheck Mode", label: "HTTPS certificate revocation list (CRL) checking" },
        { item: "Server 1 Address", label: "Server 1 address" },
        { item: "Server 2 Address", label: "Server 2 address" },
        { item: "Server 3 Address", label: "Server 3 address" },
        { item: "Path" },
        { item: "Status Path" },
        { item: "UserName", label: "Username" },
        { item: "Password" },
        { item: "DefaultCPL", label: "Default CPL" },
      ],
    },
  ],
});
