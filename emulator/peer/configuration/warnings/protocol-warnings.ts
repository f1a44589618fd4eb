import { sipOver, type SipTransport } from "./sip-transports.ts";
import { factsWhere, type Warning } from "./warning.ts";

/** By these anybody comes in without the certificate that access rules look at. */
const UNPROVEN = ["UDP", "TCP"] as const satisfies readonly SipTransport[];

/** Administrator Guide, alarms: whether H.323 and SIP are there at all, and who may come in by them. */
export const protocolWarnings: readonly Warning[] = [
  {
    alarm: 45003,
    facts: ({ configuration }) =>
      factsWhere(
        !configuration.isOn("H323 Mode") && !configuration.isOn("SIP Mode"),
        "H.323 mode is Off",
        "SIP mode is Off",
      ),
    clearedBy:
      "set H.323 mode to On on Configuration > Protocols > H.323, or SIP mode to On on Configuration > Protocols > SIP",
  },
  {
    alarm: 40033,
    facts: (settings) => {
      const open = UNPROVEN.filter((transport) => sipOver(settings, transport));
      return factsWhere(
        open.length > 0 && settings.configuration.isOn("Zones DefaultZone AccessRules Mode"),
        "Use Default Zone access rules is Yes",
        ...open.map((transport) => `${transport} mode of SIP is On`),
      );
    },
    clearedBy:
      "set UDP mode and TCP mode to Off on Configuration > Protocols > SIP, or Use Default Zone access rules of the Default Zone to No on Configuration > Zones > Zones",
  },
];
