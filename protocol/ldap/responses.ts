import { MessageParser, SearchEntry, SearchReference, type BindResponse } from "ldapts";
import { MalformedMessage } from "../malformed.ts";

/** An entry of the directory. Attribute names are in small letters; values that are not text are left out. */
export interface LdapEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** What a server answers. A search brings entries, and then its result as every other request does. */
export type LdapResponse =
  | { readonly kind: "entry"; readonly messageId: number; readonly entry: LdapEntry }
  | { readonly kind: "result"; readonly messageId: number; readonly code: number; readonly message: string }
  /** Says that the search would go on at another server, to which the peer does not go. */
  | { readonly kind: "reference"; readonly messageId: number };

/**
 * Reads one whole message.
 * @throws MalformedMessage for what is not an answer to a bind, a search or an extended request
 */
export function decodeLdapResponse(bytes: Uint8Array): LdapResponse {
  const message = parse(bytes);
  const { messageId } = message;
  if (message instanceof SearchEntry) {
    const attributes = message.attributes.map(({ type, values }) => [type.toLowerCase(), texts(values)]);
    return {
      kind: "entry",
      messageId,
      entry: { dn: message.name, attributes: Object.fromEntries(attributes) as LdapEntry["attributes"] },
    };
  }
  if (message instanceof SearchReference) return { kind: "reference", messageId };
  return { kind: "result", messageId, code: message.status, message: message.errorMessage };
}

const texts = (values: readonly (string | Buffer)[]): readonly string[] =>
  values.filter((value) => typeof value === "string");

/** What all answers have; the library does not name the class of it. */
type Answer = Pick<BindResponse, "messageId" | "status" | "errorMessage">;

function parse(bytes: Uint8Array): Answer {
  const parser = new MessageParser();
  let read: Answer | undefined;
  let reason = "an LDAP message ends early";
  parser.on("message", (message) => (read = message));
  parser.on("error", (error) => (reason = error.message));
  parser.read(Buffer.from(bytes), new Map());
  if (!read) throw new MalformedMessage(reason);
  return read;
}
