import type { CallRefusalCode } from "../../../model/call-refusals.ts";
import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Instant, Milliseconds } from "../../../world/duration.ts";
import type { Route } from "../bandwidth/network-map.ts";
import type { Kbps, ResourceKey } from "../bandwidth/resources.ts";

export type CallProtocol = "SIP" | "H323";
export type CallMedia = "video" | "audio";

/** A call that somebody wants to make. */
export interface CallRequest {
  readonly source: string;
  /** The alias that was dialled. */
  readonly destination: string;
  readonly protocol: CallProtocol;
  readonly media: CallMedia;
  /** Undefined: the default call bandwidth of the peer. */
  readonly bandwidth?: Kbps;
  /** The zone or subzone that the call comes from. */
  readonly from: string;
  /** The call ends by itself after so long; undefined: somebody has to end it. */
  readonly duration?: Milliseconds;
}

/** A call in progress on this peer. */
export interface Call {
  /** Number in `xStatus Calls Call n`, the lowest that was free. */
  readonly index: number;
  readonly serialNumber: string;
  readonly tag: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: CallProtocol;
  readonly media: CallMedia;
  readonly traversal: boolean;
  readonly requested: Kbps;
  readonly allocated: Kbps;
  readonly license: LicenseKind;
  /** Halves of a license. */
  readonly tokens: number;
  readonly route: Route;
  readonly resources: readonly ResourceKey[];
  readonly startedAt: Instant;
}

/** What is told of a call to those who only list it. */
export interface CallRecord {
  readonly serialNumber: string;
  readonly tag: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: CallProtocol;
  readonly media: CallMedia;
  readonly traversal: boolean;
  /** Halves of a license that it took. */
  readonly tokens: number;
  readonly allocated: Kbps;
  /** The names of the nodes on its way. */
  readonly route: readonly string[];
  readonly startedAt: Instant;
}

/** A call that is over, or that was never made: kept in the call history. */
export interface PastCall extends CallRecord {
  readonly endedAt: Instant;
  readonly reason: string;
}

export type CallOutcome =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly code: CallRefusalCode; readonly reason: string };

export function callRecord(call: Call): CallRecord {
  const { serialNumber, tag, source, destination, protocol, media, traversal, tokens, allocated, startedAt } = call;
  const route = call.route.nodes;
  return { serialNumber, tag, source, destination, protocol, media, traversal, tokens, allocated, route, startedAt };
}
