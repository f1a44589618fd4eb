import type { Instant } from "../../../world/duration.ts";
import type { StatusValues } from "../../core/status-values.ts";
import { formatTime } from "../../reporting/status/format-time.ts";
import type { Registration } from "./registration.ts";

/** A registration as the Registrations subtree and FindRegistration show it. */
export function registrationStatus(one: Registration, now: Instant): StatusValues {
  return {
    Protocol: one.protocol,
    Node: one.subzone,
    SerialNumber: one.serialNumber,
    CreationTime: formatTime(one.since),
    Duration: Math.floor((now - one.since) / 1000),
    ...(one.protocol === "SIP"
      ? { SIP: { AOR: one.alias, Contact: `sip:${one.address}` } }
      : {
          H323: {
            Type: "Endpoint",
            CallSignalAddresses: { Address: new Map([[1, one.address]]) },
            Aliases: { Alias: new Map([[1, { Type: "H323Id", Origin: "Endpoint", Value: one.alias }]]) },
          },
        }),
    Authenticated: false,
  };
}
