import { createHmac, timingSafeEqual } from "node:crypto";
import { hours, type Milliseconds } from "../../../world/duration.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Random } from "../../../world/random.ts";

/** RFC 5766, section 4: a nonce ought to expire at least once an hour. The product's own figure is not known. */
const NONCE_LIFETIME: Milliseconds = hours(1);

const SECRET_BYTES = 20;
const CHECK_DIGITS = 16;

/** Nonces that need not be remembered: each says when it was given out, under a secret of this life of the peer. */
export class Nonces {
  readonly #secret: Uint8Array;

  constructor(
    private readonly clock: Clock,
    random: Random,
  ) {
    this.#secret = random.bytes(SECRET_BYTES);
  }

  issue(): string {
    const moment = Math.floor(this.clock.monotonic()).toString(16);
    return `${this.#check(moment)}${moment}`;
  }

  /** False for one that is too old, or that was not given out in this life. */
  isFresh(nonce: string): boolean {
    const moment = nonce.slice(CHECK_DIGITS);
    const given = Buffer.from(nonce.slice(0, CHECK_DIGITS));
    const right = Buffer.from(this.#check(moment));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
    return this.clock.monotonic() - Number.parseInt(moment, 16) < NONCE_LIFETIME;
  }

  #check(moment: string): string {
    return createHmac("sha1", this.#secret).update(moment).digest("hex").slice(0, CHECK_DIGITS);
  }
}
