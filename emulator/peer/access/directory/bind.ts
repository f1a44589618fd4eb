import { answerDigestChallenge } from "../../../../protocol/ldap/digest-md5.ts";
import { ldapResult } from "../../../../protocol/ldap/result-codes.ts";
import { MalformedMessage } from "../../../../protocol/malformed.ts";
import type { Random } from "../../../world/random.ts";
import { failureReasons, DirectoryFailure } from "./failure-reasons.ts";
import type { LdapSession } from "./ldap-session.ts";
import type { DirectorySettings } from "./settings.ts";

/** Who binds: an entry's name for a simple bind, a user name for one by SASL. */
export interface Identity {
  readonly dn: string;
  readonly username: string;
  readonly password: string;
}

/** Binds, and tells the server's result code: 0 when it takes name and password. @throws DirectoryFailure when it cannot be asked */
export type Bind = (identity: Identity) => Promise<number>;

interface Options {
  readonly session: LdapSession;
  readonly settings: Pick<DirectorySettings, "sasl">;
  /** The server's name. */
  readonly host: string;
  readonly random: Random;
}

const MECHANISM = "DIGEST-MD5";
const NONCE_BYTES = 16;

/** Binds as the item SASL says. */
export const binder = (options: Options): Bind => (options.settings.sasl ? digestBind(options) : simpleBind(options));

const simpleBind =
  ({ session }: Options): Bind =>
  async ({ dn, password }) =>
    (await session.ask({ kind: "bind", dn, password })).code;

/** RFC 2831, 2.1: a challenge, an answer, and the server's own proof. */
function digestBind({ session, host, random }: Options): Bind {
  const step = (credentials?: string) =>
    session.ask({ kind: "sasl bind", mechanism: MECHANISM, ...(credentials !== undefined && { credentials }) });
  return async ({ username, password }) => {
    const challenge = await step();
    if (challenge.code !== ldapResult.saslBindInProgress) return challenge.code;
    const clientNonce = Buffer.from(random.bytes(NONCE_BYTES)).toString("hex");
    const answer = answerTo(challenge.credentials ?? "", { username, password, uri: `ldap/${host}`, clientNonce });
    const proved = await step(answer.response);
    if (proved.code !== ldapResult.success && proved.code !== ldapResult.saslBindInProgress) return proved.code;
    if (proved.credentials !== answer.serverProof)
      throw new DirectoryFailure(failureReasons.credentials, "the server does not prove that it knows the password");
    return proved.code === ldapResult.success ? proved.code : (await step("")).code;
  };
}

function answerTo(challenge: string, identity: Parameters<typeof answerDigestChallenge>[1]) {
  try {
    return answerDigestChallenge(challenge, identity);
  } catch (error) {
    if (error instanceof MalformedMessage) throw new DirectoryFailure(failureReasons.unreachable, error.message);
    throw error;
  }
}
