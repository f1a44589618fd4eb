/** RFC 5389, section 15.6, RFC 5766, section 15, and RFC 6156, section 10.2: codes and their reason phrases. */
export const stunErrors = {
  300: "Try Alternate",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  420: "Unknown Attribute",
  437: "Allocation Mismatch",
  438: "Stale Nonce",
  440: "Address Family not Supported",
  441: "Wrong Credentials",
  442: "Unsupported Transport Protocol",
  443: "Peer Address Family Mismatch",
  486: "Allocation Quota Reached",
  500: "Server Error",
  508: "Insufficient Capacity",
} as const;

export type StunErrorCode = keyof typeof stunErrors;
