import { isSubordinate } from "../../peer/cluster/settings.ts";
import { TIME_ALARMS } from "../faults/fault-alarms.ts";
import type { ItemPath } from "../../model/configuration/index.ts";
import { mistyped } from "./mistyped.ts";
import { refused, type SlipKind, type SlipScene, writes } from "./slip-kind.ts";

/** An address outside that a NAT may have (RFC 5737). */
const NAT_ADDRESS = "192.0.2.10";

/** Slips on other pages. */
export const systemSlips: readonly SlipKind[] = [
  {
    name: "wrong-ntp",
    summary: "NTP server 1 is mistyped, and there is no other.",
    page: "System > Time",
    field: "NTP server 1",
    alarms: TIME_ALARMS,
    plan: mistypedServer("NTP Server", "NTP server"),
  },
  {
    name: "wrong-dns",
    summary: "Address 1 of the DNS servers is mistyped, and there is no other.",
    page: "System > DNS",
    field: "Default DNS servers, Address 1",
    alarms: [],
    plan: mistypedServer("DNS Server", "DNS server"),
  },
  {
    name: "wrong-domain",
    summary: "The domain name is mistyped.",
    page: "System > DNS",
    field: "Domain name",
    alarms: [],
    plan: ({ name, read }) => {
      const domain = read("IP DNS Domain Name");
      return domain === ""
        ? refused(`${name} has no domain name`)
        : writes({ path: "IP DNS Domain Name", value: mistyped(domain) });
    },
  },
  {
    name: "same-system-name",
    summary: "The system name is that of another peer.",
    page: "System > Administration",
    field: "System name",
    alarms: [],
    plan: ({ name, systemNames, read }) => {
      const other = systemNames.find((systemName) => systemName !== "" && systemName !== read("SystemUnit Name"));
      return other === undefined
        ? refused(`no other peer than ${name} has a system name of its own`)
        : writes({ path: "SystemUnit Name", value: other });
    },
  },
  {
    name: "h323-off",
    summary: "H.323 mode is Off.",
    page: "Configuration > Protocols > H.323",
    field: "H.323 mode",
    alarms: [20018],
    plan: ({ settings, name }) => {
      if (settings.peers.length === 0) return refused(`${name} is in no cluster: H.323 may be Off`);
      // H.323 mode is cluster-wide.
      if (isSubordinate(settings))
        return refused(`the next copy would undo it on ${name}: make it on the primary, ${settings.primaryAddress}`);
      return writes({ path: "H323 Mode", value: "Off" });
    },
  },
  {
    name: "static-nat",
    summary: "Static NAT is On for the LAN interface of the cluster.",
    page: "System > IP",
    field: "LAN 1, IPv4 static NAT mode",
    alarms: [20006, 20015, 25010],
    plan: ({ settings, name }) =>
      settings.peers.length === 0
        ? refused(`${name} is in no cluster: it may be behind a NAT`)
        : writes(
            { path: "Ethernet 1 IP V4 StaticNAT Mode", value: "On" },
            { path: "Ethernet 1 IP V4 StaticNAT Address", value: NAT_ADDRESS },
          ),
  },
];

/** The first server of a list is mistyped, and the others are left blank. */
function mistypedServer(list: "NTP Server" | "DNS Server", word: string): SlipKind["plan"] {
  return ({ name, read, taken }: SlipScene) => {
    const paths = ([1, 2, 3, 4, 5] as const).map((index): ItemPath => `${list} ${index} Address`);
    const server = paths.map(read).find(Boolean);
    if (server === undefined) return refused(`${name} has no ${word}`);
    return writes(...paths.map((path, place) => ({ path, value: place === 0 ? mistyped(server, taken) : "" })));
  };
}
