import type { Call, CallProtocol, PastCall } from "../../peer/calls/call.ts";

/** The words of the call pages (Administrator Guide, "Call status"). */
export const callType = ({ traversal }: Pick<Call | PastCall, "traversal">): string =>
  traversal ? "Traversal" : "Non-traversal";

export const protocolName = (protocol: CallProtocol): string => (protocol === "H323" ? "H.323" : protocol);
