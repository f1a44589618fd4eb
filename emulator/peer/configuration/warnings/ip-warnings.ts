import { isEdge } from "../../core/identity.ts";
import { factsWhere, type Settings, type Warning } from "./warning.ts";

/** The gateway of a peer as unpacked: an IPv4 gateway cannot be blank. */
const NO_GATEWAY = "127.0.0.1";

/** An IPv4 address cannot be blank either; that the unspecified address (RFC 1122) stands for none is assumed. */
const NO_ADDRESS = "0.0.0.0";

/** Administrator Guide: only an Expressway-E can have Advanced Networking, and the second interface with it. */
const lanInterfaces = ({ identity, hasFeature }: Settings): readonly (1 | 2)[] =>
  isEdge(identity.product) && hasFeature("L") ? [1, 2] : [1];

const both = ({ configuration }: Settings): boolean => configuration.get("IPProtocol") === "Both";

const BOTH = "IP protocol is Both";
const orOneProtocol = (mend: string): string => `${mend} on System > IP, or set IP protocol to IPv4 or IPv6 there`;

/** Administrator Guide, alarms: with both versions of IP a peer needs an address and a gateway of each. */
export const ipWarnings: readonly Warning[] = [
  {
    alarm: 25003,
    facts: (settings) => {
      const lans = lanInterfaces(settings);
      const hasNone = lans.every((lan) => settings.configuration.get(`Ethernet ${lan} IP V4 Address`) === NO_ADDRESS);
      return factsWhere(
        both(settings) && hasNone,
        BOTH,
        ...lans.map((lan) => `the IPv4 address of LAN ${lan} is ${NO_ADDRESS}`),
      );
    },
    clearedBy: orOneProtocol("enter an IPv4 address"),
  },
  {
    alarm: 25004,
    facts: (settings) =>
      factsWhere(
        both(settings) && settings.configuration.get("IP Gateway") === NO_GATEWAY,
        BOTH,
        `IPv4 gateway is ${NO_GATEWAY}, which stands for none`,
      ),
    clearedBy: orOneProtocol("enter an IPv4 gateway"),
  },
  {
    alarm: 25013,
    facts: (settings) =>
      factsWhere(both(settings) && settings.configuration.get("IP V6 Gateway") === "", BOTH, "IPv6 gateway is blank"),
    clearedBy: orOneProtocol("enter an IPv6 gateway"),
  },
  {
    alarm: 25014,
    facts: (settings) => {
      const lans = lanInterfaces(settings);
      const hasNone = lans.every((lan) => settings.configuration.get(`Ethernet ${lan} IP V6 Address`) === "");
      return factsWhere(
        both(settings) && hasNone,
        BOTH,
        ...lans.map((lan) => `the IPv6 address of LAN ${lan} is blank`),
      );
    },
    clearedBy: orOneProtocol("enter an IPv6 address"),
  },
];
