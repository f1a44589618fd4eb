import { MalformedMessage } from "../../../../protocol/malformed.ts";
import { attributes as attributeTypes } from "../../../../protocol/stun/attributes.ts";
import { decodeChannelData, encodeChannelData, isChannelData } from "../../../../protocol/stun/channel-data.ts";
import { stunErrors } from "../../../../protocol/stun/error-codes.ts";
import {
  decodeStun,
  encodeStun,
  type ReceivedStunMessage,
  TRANSACTION_ID_BYTES,
} from "../../../../protocol/stun/stun-message.ts";
import type { EventName } from "../../../model/logs/events.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { World } from "../../../world/world.ts";
import type { EmitEvent } from "../../core/emit-event.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Allocation } from "./allocation.ts";
import type { Allocations, Client } from "./allocations.ts";
import type { Authentication, Requester } from "./authentication.ts";
import { peerAddressError } from "./peer-address.ts";
import type { RelayRefusal } from "./relay-limits.ts";
import { type Answer, turnRequests } from "./requests.ts";

export interface TurnMessagesOptions {
  readonly world: World;
  readonly log: EventLog;
  readonly emit: EmitEvent;
  readonly ownAddress: string;
  readonly allocations: Allocations;
  readonly authentication: Authentication;
  /** Why a client cannot have one more relay. */
  readonly refusal: (client: Client) => RelayRefusal | undefined;
  readonly send: (data: Uint8Array, client: Client) => void;
}

/** A client that has not shown who it is, or need not. */
const NOBODY: Requester = { username: undefined, key: undefined };

/** What becomes of the datagrams that clients send, and how data goes back to them. */
export class TurnMessages {
  constructor(private readonly options: TurnMessagesOptions) {}

  /** A datagram from a client. What is none of the protocol's is noted in the Event Log. */
  receive(data: Uint8Array, client: Client): void {
    try {
      if (isChannelData(data)) this.#receiveChannelData(data, client);
      else this.#receiveStun(decodeStun(data), client);
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.#note("Decode Error", client, { Detail: error.message });
    }
  }

  /** Data for a client, by its channel where the sender has one. */
  toClient(allocation: Allocation, data: Uint8Array, from: Endpoint): void {
    const { client: endpoint, serverPort } = allocation.facts;
    const channel = allocation.channelTo(from);
    const { send, world } = this.options;
    const indication = {
      method: "data",
      class: "indication",
      transactionId: world.random.bytes(TRANSACTION_ID_BYTES),
      attributes: { xorPeerAddress: [from], data },
    } as const;
    const bytes = channel === undefined ? encodeStun(indication) : encodeChannelData({ channel, data });
    send(bytes, { endpoint, serverPort });
  }

  #receiveStun(message: ReceivedStunMessage, client: Client): void {
    if (message.class === "indication" && message.method === "send") this.#sendIndication(message, client);
    if (message.class !== "request") return;
    if (message.method === "binding") return this.#binding(message, client);
    if (!(message.method in turnRequests)) return this.#answer(message, client, NOBODY, { ok: false, code: 400 });
    const { authentication, emit, world } = this.options;
    const verdict = authentication.check(message);
    if (verdict.ok) {
      void world.track(this.#handle(message, client, verdict));
      return;
    }
    const { code, reason } = verdict;
    if (reason !== undefined) {
      this.#note("Authorization Failure", client, { Reason: reason });
      const { address } = client.endpoint;
      if (code === 401) emit("AuthenticationFailure", () => ({ Service: "TURN", Address: address, Reason: reason }));
    }
    const attributes = code === 401 || code === 438 ? authentication.challenge() : {};
    this.#answer(message, client, NOBODY, { ok: false, code, attributes });
  }

  #binding(message: ReceivedStunMessage, client: Client): void {
    const answer = answerOfAttributes(message) ?? { ok: true, attributes: { xorMappedAddress: client.endpoint } };
    this.#answer(message, client, NOBODY, answer);
  }

  async #handle(message: ReceivedStunMessage, client: Client, requester: Requester): Promise<void> {
    const handle = turnRequests[message.method as keyof typeof turnRequests];
    const { allocations, ownAddress } = this.options;
    const request = { message, client, username: requester.username };
    const refusal = (): Answer | undefined => this.#refuse(client);
    const answer = answerOfAttributes(message) ?? (await handle(request, { allocations, ownAddress, refusal }));
    if (answer) this.#answer(message, client, requester, answer);
  }

  #refuse(client: Client): Answer | undefined {
    const refused = this.options.refusal(client);
    if (refused) this.#note(refused.event, client, { Reason: refused.reason });
    return refused?.answer;
  }

  /** RFC 5766, section 10.2: what cannot be relayed is lost without a word. */
  #sendIndication({ attributes, notUnderstood, flaw }: ReceivedStunMessage, client: Client): void {
    const { data, xorPeerAddress: [peer] = [], dontFragment } = attributes;
    const unusable = notUnderstood.length > 0 || flaw !== undefined || dontFragment === true;
    if (!unusable && data && peer && peer.port > 0) this.#toPeer(client, data, peer);
  }

  #receiveChannelData(datagram: Uint8Array, client: Client): void {
    const { channel, data } = decodeChannelData(datagram);
    const peer = this.options.allocations.find(client)?.allocation.peerOf(channel);
    if (peer) this.#toPeer(client, data, peer);
  }

  #toPeer(client: Client, data: Uint8Array, peer: Endpoint): void {
    const { allocations, ownAddress } = this.options;
    const allocation = allocations.find(client)?.allocation;
    if (!allocation?.isPermitted(peer.address) || peerAddressError(peer, ownAddress) !== undefined) return;
    allocations.sendToPeer(allocation, data, peer);
  }

  #answer(request: ReceivedStunMessage, client: Client, { key }: Requester, answer: Answer): void {
    const { method, transactionId, hasFingerprint } = request;
    const attributes = answer.ok
      ? answer.attributes
      : { ...answer.attributes, errorCode: { code: answer.code, reason: stunErrors[answer.code] } };
    const message = { method, class: answer.ok ? "success" : "error", transactionId, attributes } as const;
    this.options.send(encodeStun(message, { key, fingerprint: hasFingerprint }), client);
    const detail = `${method} ${answer.ok ? "success" : "error"}`;
    this.#note("Response Sent", client, {
      ...(!answer.ok && { "Response-code": String(answer.code) }),
      Detail: detail,
    });
  }

  #note(event: EventName, { endpoint: { address, port } }: Client, fields: Readonly<Record<string, string>>): void {
    this.options.log.event("tvcs", event, { Service: "TURN", "Src-ip": address, "Src-port": port, ...fields });
  }
}

/** RFC 5389, section 7.3.1; DONT-FRAGMENT is not understood either (RFC 5766, section 6.2): no socket of the twin can do it. */
function answerOfAttributes({ attributes, notUnderstood, flaw }: ReceivedStunMessage): Answer | undefined {
  const unknown = [...notUnderstood, ...(attributes.dontFragment ? [attributeTypes.dontFragment.type] : [])];
  if (unknown.length > 0) return { ok: false, code: 420, attributes: { unknownAttributes: unknown } };
  return flaw === undefined ? undefined : { ok: false, code: 400 };
}
