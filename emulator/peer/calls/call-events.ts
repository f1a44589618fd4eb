import type { StatusValues } from "../core/status-values.ts";
import { formatTime } from "../reporting/status/format-time.ts";
import type { CallRecord, CallRequest, PastCall } from "./call/call.ts";
import type { Registration, RegistrationRequest } from "./registrations/registration.ts";
import type { SearchRecord } from "./routing/search.ts";

const first = (element: string, values: StatusValues): StatusValues => ({ [element]: new Map([[1, values]]) });

/** A call that is wanted, or one that was refused for a reason. */
export function wantedCall({ protocol, source, destination }: CallRequest, tag: string, reason?: string): StatusValues {
  return first("Call", {
    Tag: tag,
    Protocol: protocol,
    SourceAlias: source,
    DestinationAlias: destination,
    DisconnectCause: reason,
  });
}

/** A call in progress, or one that is over. */
export function madeCall(call: CallRecord & Partial<Pick<PastCall, "endedAt" | "reason">>): StatusValues {
  return first("Call", {
    SerialNumber: call.serialNumber,
    Tag: call.tag,
    CallType: call.traversal ? "Traversal" : "NonTraversal",
    Protocol: call.protocol,
    Bandwidth: call.allocated,
    SourceAlias: call.source,
    DestinationAlias: call.destination,
    StartTime: formatTime(call.startedAt),
    Duration: call.endedAt === undefined ? undefined : Math.floor((call.endedAt - call.startedAt) / 1000),
    DisconnectCause: call.reason,
  });
}

export function acceptedRegistration({ serialNumber, protocol, subzone, alias, address }: Registration): StatusValues {
  return first("Registration", {
    SerialNumber: serialNumber,
    Protocol: protocol,
    Node: subzone,
    Alias: alias,
    Address: address,
  });
}

export function refusedRegistration({ protocol, alias, address }: RegistrationRequest, reason: string): StatusValues {
  return first("Registration", { Protocol: protocol, Alias: alias, Address: address, Reason: reason });
}

/** A search without a call that is over. */
export function locateResult({ tag, query, found, reason }: SearchRecord): StatusValues {
  return {
    Tag: tag,
    Alias: query.alias,
    Protocol: query.protocol,
    Found: found !== undefined,
    Zone: found?.zone,
    Address: found?.answeredBy,
    Reason: found ? undefined : reason,
  };
}
