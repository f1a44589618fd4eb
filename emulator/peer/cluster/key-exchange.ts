import { timingSafeEqual } from "node:crypto";
import { decodeExchange, encodeExchange, type ExchangeMessage } from "../../../protocol/cluster/key-exchange.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import type { Endpoint } from "../../world/endpoint.ts";
import type { DatagramSocket, Network } from "../../world/network.ts";
import type { Random } from "../../world/random.ts";
import { type Association, associationId, derive, type ExchangeTranscript } from "./association.ts";
import { KEY_EXCHANGE_PORT } from "./ports.ts";

/** Two: the one in use, and the one before it for what is still on the way. */
const ASSOCIATIONS_KEPT = 2;

/** Half-open exchanges an address may have; the oldest makes room. */
const EXCHANGES_KEPT = 4;

const NO_COOKIE = new Uint8Array(8);

/** Makes associations with the listed peers. IKE takes this place later; what it gives stays the same. */
export interface KeyExchange {
  start(): Promise<void>;
  stop(): void;
  /** Begins an exchange with a peer. Nothing comes back if it fails: the caller tries again. */
  initiate(address: string): void;
  /** The association to send with. */
  current(address: string): Association | undefined;
  /** The key of an association with an address, where it is known. */
  keyOf(address: string, id: string): Uint8Array | undefined;
  /** Ends what there is with an address. */
  drop(address: string): void;
}

export interface KeyExchangeOptions {
  readonly network: Network;
  readonly random: Random;
  readonly ownAddress: string;
  /** The key at this moment; "" is a key like another. */
  readonly preSharedKey: () => string;
  /** Only listed addresses get an association. */
  readonly isListed: (address: string) => boolean;
  /** A system that is not in the list asks for an association. */
  readonly onUnlistedPeer: (address: string) => void;
  readonly onEstablished: (association: Association) => void;
}

/** The stand-in for IKE: a challenge and response in four messages under the pre-shared key. */
export class PreSharedKeyExchange implements KeyExchange {
  readonly #associations = new Map<string, Association[]>();
  /** Exchanges that are half way, newest last, under the address of the other side. */
  readonly #open = new Map<string, ExchangeTranscript[]>();
  #socket: DatagramSocket | undefined;

  constructor(private readonly options: KeyExchangeOptions) {}

  async start(): Promise<void> {
    const local = { address: this.options.ownAddress, port: KEY_EXCHANGE_PORT };
    this.#socket = await this.options.network.bind(local, (data, from) => this.#receive(data, from));
  }

  stop(): void {
    this.#socket?.close();
    this.#associations.clear();
    this.#open.clear();
  }

  initiate(address: string): void {
    const initiatorCookie = this.options.random.bytes(8);
    const initiatorNonce = this.options.random.bytes(32);
    this.#keep(address, {
      initiatorAddress: this.options.ownAddress,
      responderAddress: address,
      initiatorCookie,
      responderCookie: NO_COOKIE,
      initiatorNonce,
      responderNonce: new Uint8Array(32),
    });
    this.#send(address, { step: "offer", initiatorCookie, responderCookie: NO_COOKIE, body: initiatorNonce });
  }

  current(address: string): Association | undefined {
    return this.#associations.get(address)?.at(-1);
  }

  keyOf(address: string, id: string): Uint8Array | undefined {
    return this.#associations.get(address)?.find((association) => association.id === id)?.key;
  }

  drop(address: string): void {
    this.#associations.delete(address);
    this.#open.delete(address);
    // The other side finds out only when it sends something.
    this.options.network.disturb();
  }

  #receive(data: Uint8Array, from: Endpoint): void {
    let message: ExchangeMessage;
    try {
      message = decodeExchange(data);
    } catch (error) {
      if (error instanceof MalformedMessage) return;
      throw error;
    }
    if (!this.options.isListed(from.address)) {
      if (message.step === "offer") this.options.onUnlistedPeer(from.address);
      return;
    }
    switch (message.step) {
      case "offer":
        return this.#answer(message, from.address);
      case "answer":
        return this.#prove(message, from.address);
      case "proof":
        return this.#confirm(message, from.address);
      case "confirmation":
        return this.#finish(message, from.address);
    }
  }

  #answer(offer: ExchangeMessage, address: string): void {
    const responderCookie = this.options.random.bytes(8);
    const responderNonce = this.options.random.bytes(32);
    this.#keep(address, {
      initiatorAddress: address,
      responderAddress: this.options.ownAddress,
      initiatorCookie: offer.initiatorCookie,
      responderCookie,
      initiatorNonce: offer.body,
      responderNonce,
    });
    this.#send(address, {
      step: "answer",
      initiatorCookie: offer.initiatorCookie,
      responderCookie,
      body: responderNonce,
    });
  }

  #prove(answer: ExchangeMessage, address: string): void {
    const begun = this.#take(
      address,
      (open) => same(open.initiatorCookie, answer.initiatorCookie) && open.responderAddress === address,
    );
    if (!begun) return;
    const transcript = { ...begun, responderCookie: answer.responderCookie, responderNonce: answer.body };
    this.#keep(address, transcript);
    this.#send(address, { ...answer, step: "proof", body: derive(this.options.preSharedKey(), transcript, "proof") });
  }

  #confirm(proof: ExchangeMessage, address: string): void {
    const transcript = this.#take(address, (open) => matches(open, proof) && open.initiatorAddress === address);
    if (!transcript || !same(proof.body, derive(this.options.preSharedKey(), transcript, "proof"))) return;
    this.#send(address, {
      ...proof,
      step: "confirmation",
      body: derive(this.options.preSharedKey(), transcript, "confirmation"),
    });
    this.#establish(address, transcript);
  }

  #finish(confirmation: ExchangeMessage, address: string): void {
    const transcript = this.#take(address, (open) => matches(open, confirmation) && open.responderAddress === address);
    if (!transcript || !same(confirmation.body, derive(this.options.preSharedKey(), transcript, "confirmation")))
      return;
    this.#establish(address, transcript);
  }

  #establish(address: string, transcript: ExchangeTranscript): void {
    const association: Association = {
      id: associationId(transcript),
      remoteAddress: address,
      key: derive(this.options.preSharedKey(), transcript, "key"),
    };
    const known = this.#associations.get(address) ?? [];
    this.#associations.set(address, [...known, association].slice(-ASSOCIATIONS_KEPT));
    this.options.onEstablished(association);
  }

  #keep(address: string, transcript: ExchangeTranscript): void {
    this.#open.set(address, [...(this.#open.get(address) ?? []), transcript].slice(-EXCHANGES_KEPT));
  }

  #take(address: string, wanted: (open: ExchangeTranscript) => boolean): ExchangeTranscript | undefined {
    const open = this.#open.get(address) ?? [];
    const found = open.find(wanted);
    if (found)
      this.#open.set(
        address,
        open.filter((other) => other !== found),
      );
    return found;
  }

  #send(address: string, message: ExchangeMessage): void {
    this.#socket?.send(encodeExchange(message), { address, port: KEY_EXCHANGE_PORT });
  }
}

const matches = (open: ExchangeTranscript, message: ExchangeMessage): boolean =>
  same(open.initiatorCookie, message.initiatorCookie) && same(open.responderCookie, message.responderCookie);

const same = (a: Uint8Array, b: Uint8Array): boolean => a.byteLength === b.byteLength && timingSafeEqual(a, b);
