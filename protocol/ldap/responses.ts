import { type Asn1Element, asn1Tags, readElements } from "../asn1/element.ts";
import { readInteger } from "../asn1/values.ts";
import { MalformedMessage } from "../malformed.ts";

/** An entry of the directory. Attribute names are in small letters; values that are not text are left out. */
export interface LdapEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** How a request ended. */
export interface LdapResult {
  /** RFC 4511, appendix A; 0 is good. */
  readonly code: number;
  readonly message: string;
  /** What a bind by SASL goes on with, or ends with. */
  readonly credentials?: string;
}

/** What a server answers. A search brings entries, and then its result as every other request does. */
export type LdapResponse =
  | { readonly kind: "entry"; readonly messageId: number; readonly entry: LdapEntry }
  | ({ readonly kind: "result"; readonly messageId: number } & LdapResult)
  /** Says that the search would go on at another server, to which the peer does not go. */
  | { readonly kind: "reference"; readonly messageId: number };

/** RFC 4511, appendix B. */
const tags = {
  bindResult: 0x61,
  saslCredentials: 0x87,
  entry: 0x64,
  searchResult: 0x65,
  reference: 0x73,
  extendedResult: 0x78,
} as const;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads one whole message.
 * @throws MalformedMessage for what is not an answer to a bind, a search or an extended request
 */
export function decodeLdapResponse(bytes: Uint8Array): LdapResponse {
  const [message] = readElements(bytes);
  // What may follow are controls, and the peer asks for none.
  const [id, operation] = partsOf(message, asn1Tags.sequence);
  if (!id || !operation) throw new MalformedMessage("an LDAP message without an operation");
  const messageId = readInteger(id);
  switch (operation.tag) {
    case tags.entry:
      return { kind: "entry", messageId, entry: entryOf(operation) };
    case tags.reference:
      return { kind: "reference", messageId };
    case tags.bindResult:
    case tags.searchResult:
    case tags.extendedResult:
      return { kind: "result", messageId, ...resultOf(operation) };
    default:
      throw new MalformedMessage(`an LDAP message with the operation ${operation.tag}`);
  }
}

function resultOf(operation: Asn1Element): LdapResult {
  const [code, , message, ...more] = readElements(operation.content);
  if (!code || !message) throw new MalformedMessage("an LDAP result without a code or a message");
  const sasl = operation.tag === tags.bindResult && more.find(({ tag }) => tag === tags.saslCredentials);
  const credentials = sasl ? textOf(sasl) : undefined;
  return {
    code: readInteger(code),
    message: textOf(message) ?? "",
    ...(credentials !== undefined && { credentials }),
  };
}

function entryOf(operation: Asn1Element): LdapEntry {
  const [name, list] = readElements(operation.content);
  const dn = name && textOf(name);
  if (dn === undefined) throw new MalformedMessage("an LDAP entry without a name");
  const attributes = partsOf(list, asn1Tags.sequence).map((attribute) => {
    const [type, values] = partsOf(attribute, asn1Tags.sequence);
    const read = partsOf(values, asn1Tags.set).flatMap((value) => textOf(value) ?? []);
    return [type ? (textOf(type) ?? "").toLowerCase() : "", read] as const;
  });
  return { dn, attributes: Object.fromEntries(attributes) };
}

function partsOf(element: Asn1Element | undefined, tag: number): readonly Asn1Element[] {
  if (element?.tag !== tag) throw new MalformedMessage(`an LDAP message has ${element?.tag} in place of ${tag}`);
  return readElements(element.content);
}

/** Undefined for bytes that are not text. */
function textOf({ content }: Asn1Element): string | undefined {
  try {
    return utf8.decode(content);
  } catch {
    return undefined;
  }
}
