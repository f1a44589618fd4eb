import {
  BindRequest,
  EqualityFilter,
  ExtendedRequest,
  OrFilter,
  PresenceFilter,
  SearchRequest,
  UnbindRequest,
  type Filter,
} from "ldapts";

/** An attribute and the value that an entry is to have. The value is sent as it is, with its length: nothing in it can end it. */
export interface LdapMatch {
  readonly attribute: string;
  readonly value: string;
}

/** What a client asks. RFC 4511, section 4. */
export type LdapRequest =
  | { readonly kind: "bind"; readonly dn: string; readonly password: string }
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

/** RFC 4511, 4.14.1. */
const START_TLS = "1.3.6.1.4.1.1466.20037";

/** A request as it goes over the wire; `messageId` comes back with its answer. */
export function encodeLdapRequest(messageId: number, request: LdapRequest): Uint8Array {
  return messageOf(messageId, request).write();
}

function messageOf(messageId: number, request: LdapRequest) {
  switch (request.kind) {
    case "bind":
      return new BindRequest({ messageId, dn: request.dn, password: request.password });
    case "search": {
      const { base, scope, anyOf, attributes, mostEntries } = request;
      const filter = filterOf(anyOf);
      return new SearchRequest({
        messageId,
        baseDN: base,
        scope,
        sizeLimit: mostEntries,
        attributes: [...attributes],
        filter,
      });
    }
    case "startTls":
      return new ExtendedRequest({ messageId, oid: START_TLS });
    case "unbind":
      return new UnbindRequest({ messageId });
  }
}

// Built of parts, never of text that a server would have to take apart: so no value needs escaping.
function filterOf(anyOf: readonly LdapMatch[] | undefined): Filter {
  if (anyOf === undefined) return new PresenceFilter({ attribute: "objectClass" });
  return new OrFilter({ filters: anyOf.map((match) => new EqualityFilter(match)) });
}
