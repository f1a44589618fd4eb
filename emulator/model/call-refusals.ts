/** Why a call is refused, in the words of each surface. */
export interface CallRefusal {
  readonly code: string;
  /** Event of the Event Log. */
  readonly event: "Call Rejected" | "License Limit Reached";
  /** What a SIP caller is answered. */
  readonly sip: { readonly status: number; readonly reason: string };
  /** What an H.323 caller is answered: a reject reason of H.225.0. */
  readonly h323: string;
  /** The words that an endpoint shows, where a source has them. */
  readonly shown?: string;
}

/**
 * The reasons for refusing a call. Words that endpoints show: Administrator Guide, "Bandwidth control"; status codes that
 * no source gives are the nearest of RFC 3261 and H.225.0.
 */
export const callRefusals = [
  {
    code: "maintenance mode",
    event: "Call Rejected",
    sip: { status: 503, reason: "Service Unavailable" },
    h323: "resourceUnavailable",
  },
  {
    code: "not found",
    event: "Call Rejected",
    sip: { status: 404, reason: "Not Found" },
    h323: "calledPartyNotRegistered",
  },
  {
    code: "license limit",
    event: "License Limit Reached",
    sip: { status: 503, reason: "Service Unavailable" },
    h323: "resourceUnavailable",
    shown: "Gatekeeper Resources Unavailable",
  },
  {
    code: "bandwidth",
    event: "Call Rejected",
    sip: { status: 480, reason: "Temporarily Unavailable" },
    h323: "exceedsCallCapacity",
    shown: "Exceeds Call Capacity",
  },
  {
    code: "no route",
    event: "Call Rejected",
    sip: { status: 480, reason: "Temporarily Unavailable" },
    h323: "exceedsCallCapacity",
    shown: "Exceeds Call Capacity",
  },
] as const satisfies readonly CallRefusal[];

export type CallRefusalCode = (typeof callRefusals)[number]["code"];
