import { createHmac } from "node:crypto";

/** What two peers agreed on: a name that travels in the clear and a key that does not. */
export interface Association {
  /** 16 hex digits. */
  readonly id: string;
  readonly remoteAddress: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** What both sides of an exchange know before the proofs. */
export interface ExchangeTranscript {
  readonly initiatorAddress: string;
  readonly responderAddress: string;
  readonly initiatorCookie: Uint8Array;
  readonly responderCookie: Uint8Array;
  readonly initiatorNonce: Uint8Array;
  readonly responderNonce: Uint8Array;
}

/** 32 bytes that only a side with the same pre-shared key can work out; peers are identified by their IP address. */
export function derive(
  preSharedKey: string,
  transcript: ExchangeTranscript,
  purpose: "proof" | "confirmation" | "key",
): Uint8Array {
  return createHmac("sha256", preSharedKey)
    .update(`${purpose}\u0000${transcript.initiatorAddress}\u0000${transcript.responderAddress}\u0000`)
    .update(transcript.initiatorCookie)
    .update(transcript.responderCookie)
    .update(transcript.initiatorNonce)
    .update(transcript.responderNonce)
    .digest();
}

/** Half of each cookie: unique as long as either side draws well. */
export function associationId(transcript: ExchangeTranscript): string {
  return Buffer.concat([transcript.initiatorCookie.subarray(0, 4), transcript.responderCookie.subarray(0, 4)]).toString(
    "hex",
  );
}
