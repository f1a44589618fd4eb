import type { Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import { statusAt } from "../../../tables/status-value.ts";
import { lanInterfaces } from "../../system/lan-interfaces.ts";

const DNS_SERVERS = [1, 2, 3, 4, 5] as const;

/** Status > System > IP (Administrator Guide, "IP status"). */
export const ipStatus: Page = {
  view: ({ device }) => {
    const { configuration, identity } = device;
    const ip = (...path: readonly (string | number)[]): string => statusAt(device, "IP", ...path);
    const lans = lanInterfaces(identity);
    const hasKey = statusAt(device, "SystemUnit", "Software", "Configuration", "DualNetworkInterfaces");
    return (
      <div class="tables">
        <StatusTable
          number={1}
          title="IP"
          rows={[
            ["Protocol", ip("Protocol")],
            ["IPv4 gateway", ip("IPv4", "Gateway")],
            ["IPv6 gateway", configuration.get("IP V6 Gateway")],
            ["Advanced Networking", hasKey === "true" ? "On" : "Off"],
          ]}
        />
        {lans.map((lan) => (
          <StatusTable
            key={lan}
            number={lan + 1}
            title={`LAN ${lan}`}
            rows={[
              ["IPv4 address", statusAt(device, "Ethernet", lan, "IPv4", "Address")],
              ["IPv4 subnet mask", statusAt(device, "Ethernet", lan, "IPv4", "SubnetMask")],
              ["IPv6 address", configuration.get(`Ethernet ${lan} IP V6 Address`)],
            ]}
          />
        ))}
        <StatusTable
          number={4}
          title="DNS"
          rows={[
            ...DNS_SERVERS.map(
              (server) => [`DNS server ${server} address`, ip("DNS", "Server", server, "Address")] as const,
            ),
            ["Domain", ip("DNS", "Domain", "Name")],
          ]}
        />
      </div>
    );
  },
};
