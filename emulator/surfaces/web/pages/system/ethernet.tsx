import { formPage } from "../../form/form-page.tsx";
import { StatusTable } from "../../tables/status-table.tsx";
import { statusAt } from "../../tables/status-value.ts";
import { lanInterfaces } from "./lan-interfaces.ts";

/** System > Ethernet (Administrator Guide, "Configuring Ethernet settings"). */
export const ethernet = formPage({
  sections: ({ device }) =>
    lanInterfaces(device.identity).map((lan) => ({
      title: `LAN ${lan}`,
      fields: [{ item: `Ethernet ${lan} Speed` }],
    })),
  status: ({ device }) =>
    lanInterfaces(device.identity).map((lan) => (
      <StatusTable
        key={lan}
        number={lan}
        title={`LAN ${lan} status`}
        rows={[
          ["MAC address", statusAt(device, "Ethernet", lan, "MacAddress")],
          ["Speed", statusAt(device, "Ethernet", lan, "Speed")],
        ]}
      />
    )),
});
