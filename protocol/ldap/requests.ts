import { asn1Tags, writeElement } from "../asn1/element.ts";
import { writeInteger, writeText } from "../asn1/values.ts";

/** An attribute and the value that an entry is to have. The value is sent as it is, with its length: nothing in it can end it. */
export interface LdapMatch {
  readonly attribute: string;
  readonly value: string;
}

/** What a client asks. RFC 4511, section 4. */
export type LdapRequest =
  | { readonly kind: "bind"; readonly dn: string; readonly password: string }
  /** One step of a bind by SASL: without credentials the server is asked for its challenge. */
  | { readonly kind: "sasl bind"; readonly mechanism: string; readonly credentials?: string }
  | {
      readonly kind: "search";
      readonly base: string;
      readonly scope: "base" | "sub";
      /** Entries that match one of them at least; every entry without it. */
      readonly anyOf?: readonly LdapMatch[];
      readonly attributes: readonly string[];
      readonly mostEntries: number;
    }
  | { readonly kind: "startTls" }
  | { readonly kind: "unbind" };

type Search = Extract<LdapRequest, { kind: "search" }>;

const LDAP_VERSION = 3;

/** Of the operations, and within them (RFC 4511, appendix B). */
const tags = {
  bind: 0x60,
  simplePassword: 0x80,
  sasl: 0xa3,
  unbind: 0x42,
  search: 0x63,
  boolean: 0x01,
  or: 0xa1,
  equals: 0xa3,
  present: 0x87,
  extended: 0x77,
  extendedName: 0x80,
} as const;

const scopes = { base: 0, sub: 2 } as const;
const NEVER_FOLLOW_ALIASES = 0;

/** How long a server may search, in seconds. */
const SEARCH_SECONDS = 10;

/** RFC 4511, 4.14.1. */
const START_TLS = "1.3.6.1.4.1.1466.20037";

/** A request as it goes over the wire; `messageId` comes back with its answer. */
export const encodeLdapRequest = (messageId: number, request: LdapRequest): Uint8Array =>
  writeElement(asn1Tags.sequence, writeInteger(messageId), operation(request));

function operation(request: LdapRequest): Uint8Array {
  switch (request.kind) {
    case "bind":
      return writeElement(
        tags.bind,
        writeInteger(LDAP_VERSION),
        writeText(request.dn),
        writeText(request.password, tags.simplePassword),
      );
    case "sasl bind": {
      const { mechanism, credentials } = request;
      const sent = credentials === undefined ? [] : [writeText(credentials)];
      const sasl = writeElement(tags.sasl, writeText(mechanism), ...sent);
      return writeElement(tags.bind, writeInteger(LDAP_VERSION), writeText(""), sasl);
    }
    case "search":
      return search(request);
    case "startTls":
      return writeElement(tags.extended, writeText(START_TLS, tags.extendedName));
    case "unbind":
      return writeElement(tags.unbind);
  }
}

function search({ base, scope, anyOf, attributes, mostEntries }: Search): Uint8Array {
  return writeElement(
    tags.search,
    writeText(base),
    writeInteger(scopes[scope], asn1Tags.enumerated),
    writeInteger(NEVER_FOLLOW_ALIASES, asn1Tags.enumerated),
    writeInteger(mostEntries),
    writeInteger(SEARCH_SECONDS),
    // Not the names of attributes alone.
    writeElement(tags.boolean, Uint8Array.of(0)),
    filterOf(anyOf),
    writeElement(asn1Tags.sequence, ...attributes.map((name) => writeText(name))),
  );
}

// Built of parts, never of text that a server would have to take apart: so no value needs escaping.
function filterOf(anyOf: readonly LdapMatch[] | undefined): Uint8Array {
  if (anyOf === undefined) return writeText("objectClass", tags.present);
  return writeElement(
    tags.or,
    ...anyOf.map(({ attribute, value }) => writeElement(tags.equals, writeText(attribute), writeText(value))),
  );
}
