import type { Settings } from "./warning.ts";

export const sipTransports = ["UDP", "TCP", "TLS"] as const;
export type SipTransport = (typeof sipTransports)[number];

/** Whether SIP goes over a transport: SIP that is off goes over none. */
export const sipOver = ({ configuration }: Settings, transport: SipTransport): boolean =>
  configuration.isOn("SIP Mode") && configuration.isOn(`SIP ${transport} Mode`);
