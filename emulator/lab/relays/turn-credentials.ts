import type { StunAttributes } from "../../../protocol/stun/attributes.ts";
import { longTermKey } from "../../../protocol/stun/integrity.ts";

/** What requests carry once a server has asked for credentials. */
export interface SignedAs {
  readonly attributes: Pick<StunAttributes, "username" | "realm" | "nonce">;
  readonly key: Uint8Array;
}

/** A name, a password and what the server asked last: RFC 5389, section 10.2.1.2, has all requests to a server share it. */
export class TurnCredentials {
  #signedAs: SignedAs | undefined;

  constructor(
    private readonly username: string,
    private readonly password: string,
  ) {}

  /** Undefined until the server has asked. */
  get signedAs(): SignedAs | undefined {
    return this.#signedAs;
  }

  /** The server asks for credentials of a realm, under a nonce. */
  asked(realm: string, nonce: string): void {
    const { username, password } = this;
    this.#signedAs = { attributes: { username, realm, nonce }, key: longTermKey(username, realm, password) };
  }
}
