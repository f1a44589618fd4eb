import type { Instant } from "../../../world/duration.ts";
import type { CallProtocol } from "../call/call.ts";

/** An endpoint that is registered with this peer. */
export interface Registration {
  readonly index: number;
  readonly serialNumber: string;
  readonly alias: string;
  readonly protocol: CallProtocol;
  readonly address: string;
  readonly subzone: string;
  readonly since: Instant;
  /** It has its settings from the TMS, and takes a provisioning license. */
  readonly provisioned: boolean;
}

/** What an endpoint says of itself when it registers. */
export interface RegistrationRequest {
  readonly alias: string;
  readonly protocol: CallProtocol;
  readonly address: string;
  readonly provisioned?: boolean;
}

export type RegistrationOutcome =
  { readonly ok: true; readonly registration: Registration } | { readonly ok: false; readonly reason: string };
