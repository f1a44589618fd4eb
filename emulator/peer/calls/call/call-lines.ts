import type { CallRefusal } from "../../../model/call-refusals.ts";
import type { Fields } from "../../reporting/logging/log-line.ts";
import type { Call, CallProtocol, CallRequest } from "./call.ts";

/** How the logs name a signaling protocol. */
export const serviceOf = (protocol: CallProtocol): "H.323" | "SIP" => (protocol === "H323" ? "H.323" : "SIP");

/** The two numbers that a call is known by from its attempt to its end. */
export interface CallNumbers {
  readonly serialNumber: string;
  readonly tag: string;
}

/** `Call Attempted`: who calls whom. No endpoint of the twin proves who it is. */
export const attemptFields = (request: CallRequest, numbers: CallNumbers): Fields => ({
  Service: serviceOf(request.protocol),
  ...aliases(request),
  Auth: "NO",
  ...numberFields(numbers),
});

export const rejectionFields = (
  request: CallRequest,
  numbers: CallNumbers,
  reason: string,
  refusal: CallRefusal | undefined,
): Fields => ({
  Reason: reason,
  Service: serviceOf(request.protocol),
  "Response-code": request.protocol === "SIP" ? refusal?.sip.status : refusal?.h323,
  ...aliases(request),
  Auth: "NO",
  ...numberFields(numbers),
});

export const connectionFields = (call: Call): Fields => ({
  Service: serviceOf(call.protocol),
  ...aliases(call),
  Detail: `${call.allocated} kbps`,
  Auth: "NO",
  ...numberFields(call),
  ...ROUTED,
});

export const bandwidthFields = (call: Call): Fields => ({
  Service: serviceOf(call.protocol),
  Detail: `${call.allocated} kbps`,
  ...numberFields(call),
});

/** @param duration whole seconds */
export const endFields = (call: Call, reason: string, duration: number): Fields => ({
  Reason: reason,
  Service: serviceOf(call.protocol),
  ...aliases(call),
  ...numberFields(call),
  ...ROUTED,
  Duration: duration,
});

/** The signaling goes through this peer. */
const ROUTED: Fields = { "Call-routed": "YES" };

const numberFields = ({ serialNumber, tag }: CallNumbers): Fields => ({ "Call-serial-number": serialNumber, Tag: tag });

const aliases = ({ source, destination, protocol }: Pick<Call, "source" | "destination" | "protocol">): Fields => ({
  "Src-alias-type": protocol,
  "Src-alias": source,
  "Dst-alias-type": protocol,
  "Dst-alias": destination,
});
