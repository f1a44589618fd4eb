import type { Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import { statusAt } from "../../../tables/status-value.ts";
import { lanInterfaces } from "../../system/lan-interfaces.ts";

/** Status > System > Ethernet (Administrator Guide, "Ethernet status"). */
export const ethernetStatus: Page = {
  view: ({ device }) => (
    <div class="tables">
      {lanInterfaces(device.identity).map((lan) => (
        <StatusTable
          key={lan}
          number={lan}
          title={`LAN ${lan}`}
          rows={[
            ["MAC address", statusAt(device, "Ethernet", lan, "MacAddress")],
            ["Speed", statusAt(device, "Ethernet", lan, "Speed")],
          ]}
        />
      ))}
    </div>
  ),
};
