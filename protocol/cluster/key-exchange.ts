import { MalformedMessage } from "../malformed.ts";

/**
 * The four messages of the key exchange. They stand where IKE main mode stands on the product, with the same outcomes:
 * both sides prove that they know the pre-shared key and agree on an association, or nothing comes of it.
 */
export const exchangeSteps = { offer: 1, answer: 2, proof: 3, confirmation: 4 } as const;

export type ExchangeStep = keyof typeof exchangeSteps;

export interface ExchangeMessage {
  readonly step: ExchangeStep;
  /** 8 bytes chosen by the side that began. */
  readonly initiatorCookie: Uint8Array;
  /** 8 bytes chosen by the other side; zero in an offer. */
  readonly responderCookie: Uint8Array;
  /** 32 bytes: a nonce in the first two messages, a proof in the last two. */
  readonly body: Uint8Array;
}

const COOKIE_BYTES = 8;
const BODY_BYTES = 32;
const MESSAGE_BYTES = 1 + 2 * COOKIE_BYTES + BODY_BYTES;

export function encodeExchange(message: ExchangeMessage): Uint8Array {
  const bytes = new Uint8Array(MESSAGE_BYTES);
  bytes[0] = exchangeSteps[message.step];
  bytes.set(message.initiatorCookie, 1);
  bytes.set(message.responderCookie, 1 + COOKIE_BYTES);
  bytes.set(message.body, 1 + 2 * COOKIE_BYTES);
  return bytes;
}

/** @throws MalformedMessage */
export function decodeExchange(bytes: Uint8Array): ExchangeMessage {
  if (bytes.byteLength !== MESSAGE_BYTES) {
    throw new MalformedMessage(`a key exchange message has ${MESSAGE_BYTES} bytes, this one ${bytes.byteLength}`);
  }
  const step = (Object.keys(exchangeSteps) as ExchangeStep[]).find((name) => exchangeSteps[name] === bytes[0]);
  if (!step) throw new MalformedMessage(`key exchange step ${bytes[0]} is not known`);
  return {
    step,
    initiatorCookie: bytes.slice(1, 1 + COOKIE_BYTES),
    responderCookie: bytes.slice(1 + COOKIE_BYTES, 1 + 2 * COOKIE_BYTES),
    body: bytes.slice(1 + 2 * COOKIE_BYTES),
  };
}
