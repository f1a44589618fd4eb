import type { StunErrorCode } from "../../../../protocol/stun/error-codes.ts";
import { isIntact, longTermKey } from "../../../../protocol/stun/integrity.ts";
import type { ReceivedStunMessage } from "../../../../protocol/stun/stun-message.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { LocalDatabase } from "../authentication/local-database.ts";
import type { Nonces } from "./nonces.ts";

/** Who sent a request, and what their answers are signed with; both undefined while nobody has to authenticate. */
export interface Requester {
  readonly username: string | undefined;
  readonly key: Uint8Array | undefined;
}

export type Verdict =
  | ({ readonly ok: true } & Requester)
  | {
      readonly ok: false;
      readonly code: Extract<StunErrorCode, 400 | 401 | 438 | 500>;
      /** For the Event Log; absent for a client that has merely not been asked for credentials yet. */
      readonly reason?: string;
    };

export interface AuthenticationOptions {
  readonly configuration: Configuration;
  readonly database: LocalDatabase;
  readonly nonces: Nonces;
  readonly unimplemented: Unimplemented;
}

/** The long-term credential mechanism (RFC 5389, section 10.2), against the local authentication database. */
export class Authentication {
  constructor(private readonly options: AuthenticationOptions) {}

  /** What a client has to answer with: goes with 401 and 438. */
  challenge(): { readonly realm: string; readonly nonce: string } {
    return { realm: this.#realm, nonce: this.options.nonces.issue() };
  }

  check({ attributes, integrity }: ReceivedStunMessage): Verdict {
    const { configuration, database, nonces, unimplemented } = this.options;
    if (!configuration.isOn("Traversal Server TURN Authentication Mode"))
      return { ok: true, username: undefined, key: undefined };
    if (!integrity) return { ok: false, code: 401 };
    const { username, realm, nonce } = attributes;
    if (username === undefined || realm === undefined || nonce === undefined)
      return { ok: false, code: 400, reason: "the request lacks USERNAME, REALM or NONCE" };
    if (!nonces.isFresh(nonce)) return { ok: false, code: 438 };
    if (configuration.isOn("Traversal Server TURN Authentication Remote Mode"))
      return { ok: false, code: 500, reason: unimplemented.note("delegated credential checking of TURN requests") };
    const password = database.passwordOf(username);
    if (password === undefined) return { ok: false, code: 401, reason: `there is no credential "${username}"` };
    const key = longTermKey(username, this.#realm, password);
    if (!isIntact(integrity, key)) return { ok: false, code: 401, reason: `wrong password of "${username}", or realm` };
    return { ok: true, username, key };
  }

  get #realm(): string {
    return this.options.configuration.get("Traversal Server TURN Authentication Realm");
  }
}
