import { FIRST_CHANNEL, LAST_CHANNEL } from "../../../../protocol/stun/channel-data.ts";
import type { StunAttributes } from "../../../../protocol/stun/attributes.ts";
import type { StunErrorCode } from "../../../../protocol/stun/error-codes.ts";
import type { ReceivedStunMessage } from "../../../../protocol/stun/stun-message.ts";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { Allocations, Client, Relay } from "./allocations.ts";
import { peerAddressError } from "./peer-address.ts";

/** RFC 5766, sections 2.2 and 6.2: what a relay lasts unless its client asks for more, and at most. */
const DEFAULT_LIFETIME: Milliseconds = seconds(600);
const LONGEST_LIFETIME: Milliseconds = seconds(3600);

/** The protocol number of UDP. */
const UDP = 17;

/** RFC 6156, section 4.1.1: the address family of all relays here. */
const IPV4 = 1;

/** What a request is answered with. */
export type Answer =
  | { readonly ok: true; readonly attributes: StunAttributes }
  | { readonly ok: false; readonly code: StunErrorCode; readonly attributes?: StunAttributes };

/** An authenticated request. */
export interface TurnRequest {
  readonly message: ReceivedStunMessage;
  readonly client: Client;
  readonly username: string | undefined;
}

export interface RequestsOptions {
  readonly allocations: Allocations;
  readonly ownAddress: string;
  /** Why a client of a port cannot have one more relay now; undefined when it can. */
  readonly refusal: (client: Client) => Answer | undefined;
}

type Handler = (request: TurnRequest, options: RequestsOptions) => Answer | undefined | Promise<Answer | undefined>;

/** The requests of RFC 5766. An answer that is undefined is one that is not sent. */
export const turnRequests = {
  allocate,
  refresh: (request, options) => ofOwnRelay(request, options, refresh),
  createPermission: (request, options) => ofOwnRelay(request, options, createPermission),
  channelBind: (request, options) => ofOwnRelay(request, options, channelBind),
} as const satisfies Record<string, Handler>;

const fail = (code: StunErrorCode): Answer => ({ ok: false, code });

/** Section 6.2. */
async function allocate(
  { message, client, username }: TurnRequest,
  { allocations, refusal }: RequestsOptions,
): Promise<Answer | undefined> {
  const { transactionId, attributes } = message;
  const present = allocations.find(client);
  if (present) return Buffer.from(transactionId).equals(present.transactionId) ? allocated(present) : fail(437);
  if (allocations.isPending(client)) return undefined;
  const { requestedTransport, requestedAddressFamily: family, reservationToken, evenPort } = attributes;
  const reserved = reservationToken !== undefined;
  if (requestedTransport === undefined || (reserved && (evenPort || family !== undefined))) return fail(400);
  if (requestedTransport !== UDP) return fail(442);
  if (family !== undefined && family !== IPV4) return fail(440);
  const refused = refusal(client);
  if (refused) return refused;
  const relay = await allocations.allocate({
    client,
    transactionId,
    username,
    lifetime: lifetimeOf(attributes),
    port: reservationToken
      ? { reserved: Buffer.from(reservationToken).toString("hex") }
      : evenPort
        ? evenPort.reserveNext
          ? "pair"
          : "even"
        : "any",
  });
  return relay ? allocated(relay) : fail(508);
}

function allocated({ allocation, reservationToken }: Relay): Answer {
  return {
    ok: true,
    attributes: {
      xorRelayedAddress: allocation.facts.relayed,
      lifetime: wholeSeconds(allocation.remaining),
      xorMappedAddress: allocation.facts.client,
      ...(reservationToken !== undefined && { reservationToken: Buffer.from(reservationToken, "hex") }),
    },
  };
}

/** Sections 4 and 6.2: who asks for less than the default gets that, and who asks for more no more than the most. */
const lifetimeOf = ({ lifetime }: StunAttributes): Milliseconds =>
  Math.max(DEFAULT_LIFETIME, Math.min(seconds(lifetime ?? 0), LONGEST_LIFETIME));

const wholeSeconds = (span: Milliseconds): number => Math.max(Math.round(span / seconds(1)), 0);

/** Section 4: whoever made a relay may do something with it, and nobody else. */
function ofOwnRelay(
  request: TurnRequest,
  options: RequestsOptions,
  handle: (relay: Relay, attributes: StunAttributes, options: RequestsOptions) => Answer,
): Answer {
  const relay = options.allocations.find(request.client);
  if (!relay) return fail(437);
  if (relay.allocation.facts.username !== request.username) return fail(441);
  return handle(relay, request.message.attributes, options);
}

/** Section 7.2. */
function refresh(relay: Relay, attributes: StunAttributes, { allocations }: RequestsOptions): Answer {
  if (attributes.lifetime === 0) {
    allocations.free(relay);
    return { ok: true, attributes: { lifetime: 0 } };
  }
  const lifetime = lifetimeOf(attributes);
  allocations.refresh(relay, lifetime);
  return { ok: true, attributes: { lifetime: wholeSeconds(lifetime) } };
}

/** Section 9.2: all of the addresses, or none. */
function createPermission(
  { allocation }: Relay,
  { xorPeerAddress: peers = [] }: StunAttributes,
  { ownAddress }: RequestsOptions,
): Answer {
  if (peers.length === 0) return fail(400);
  const error = peers.map((peer) => peerAddressError(peer, ownAddress)).find((code) => code !== undefined);
  if (error !== undefined) return fail(error);
  for (const { address } of peers) allocation.permit(address);
  return { ok: true, attributes: {} };
}

/** Section 11.2. */
function channelBind(
  { allocation }: Relay,
  { xorPeerAddress: [peer] = [], channelNumber: channel }: StunAttributes,
  { ownAddress }: RequestsOptions,
): Answer {
  if (!peer || peer.port === 0 || channel === undefined || channel < FIRST_CHANNEL || channel > LAST_CHANNEL)
    return fail(400);
  const error = peerAddressError(peer, ownAddress);
  if (error !== undefined) return fail(error);
  return allocation.bind(channel, peer) ? { ok: true, attributes: {} } : fail(400);
}
