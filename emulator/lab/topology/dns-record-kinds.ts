import { isIPv6 } from "node:net";
import { Type } from "typebox";
import { characters, ipv4Address, nameInZone, number16, number31, wholeName } from "./dns-members.ts";
import { recordKind, type DnsRecordKind } from "./dns-record-kind.ts";
import { soaRecord } from "./soa-record.ts";
import { substitutionMistake } from "./substitution.ts";

const withoutDot = (name: string): string => name.replace(/\.$/, "");

/** A record that is a name and nothing else. */
const pointer = (type: "NS" | "CNAME" | "PTR", about: string, example: string, target: string): DnsRecordKind =>
  recordKind({
    type,
    about,
    example,
    members: { name: nameInZone, target: wholeName(target) },
    answer: ({ target: data }, { name, ttl }) => ({ type, name, ttl, class: "IN", data: withoutDot(data) }),
  });

const naptrMembers = {
  order: number16("lowest first"),
  preference: number16("lowest first among those of the same order"),
  services: characters("what it is for, such as SIP+D2T or E2U+sip"),
} as const;

/** Every kind of record that a topology file can have. A row is all that a new one needs. */
export const dnsRecordKinds: readonly DnsRecordKind[] = [
  recordKind({
    type: "A",
    about: "The IPv4 address of a host",
    example: "{ name: www, type: A, address: 192.0.2.1 }",
    members: { name: nameInZone, address: ipv4Address("an IPv4 address") },
    answer: ({ address: data }, { name, ttl }) => ({ type: "A", name, ttl, class: "IN", data }),
  }),
  recordKind({
    type: "AAAA",
    about: "The IPv6 address of a host",
    example: "{ name: www, type: AAAA, address: 2001:db8::1 }",
    members: { name: nameInZone, address: Type.String({ description: "an IPv6 address" }) },
    mistake: ({ address }) => (isIPv6(address) ? undefined : ["address", `"${address}" is not an IPv6 address`]),
    answer: ({ address: data }, { name, ttl }) => ({ type: "AAAA", name, ttl, class: "IN", data }),
  }),
  pointer("NS", "A name server of the zone", "{ type: NS, target: ns1.example.com }", "the name server"),
  recordKind({
    type: "SOA",
    about: "What begins the zone; without one the zone gets that of the lab",
    example: "{ type: SOA, mname: ns1.example.com, rname: hostmaster.example.com, serial: 1, minimum: 60 }",
    members: {
      mname: wholeName("the primary name server"),
      rname: wholeName("the mailbox of whoever looks after it, with a dot for @"),
      serial: Type.Optional(number31("the version of the zone")),
      refresh: Type.Optional(number31("seconds until another server looks for a newer one")),
      retry: Type.Optional(number31("seconds until it tries again")),
      expire: Type.Optional(number31("seconds until it gives up")),
      minimum: Type.Optional(number31("seconds that an answer may be kept that there is nothing")),
    },
    answer: ({ mname, rname, serial = 1, refresh, retry, expire, minimum }, owner) =>
      soaRecord(owner, { mname: withoutDot(mname), rname: withoutDot(rname), serial, refresh, retry, expire, minimum }),
  }),
  recordKind({
    type: "SRV",
    about: "A server of a service",
    example: "{ name: _sips._tcp, type: SRV, priority: 1, weight: 1, port: 5061, target: expe1.example.com }",
    members: {
      name: nameInZone,
      priority: number16("lowest first"),
      weight: number16("share among those of the same priority"),
      port: number16("the port of the service"),
      target: wholeName("the host"),
    },
    answer: ({ priority, weight, port, target }, { name, ttl }) => {
      const data = { priority, weight, port, target: withoutDot(target) };
      return { type: "SRV", name, ttl, class: "IN", data };
    },
  }),
  recordKind({
    type: "NAPTR",
    about: "A way to connect to a domain",
    example:
      "{ type: NAPTR, order: 10, preference: 100, flags: s, services: SIPS+D2T, replacement: _sips._tcp.example.com }",
    members: {
      name: nameInZone,
      ...naptrMembers,
      flags: Type.String({ pattern: "^[A-Za-z0-9]{0,255}$", description: "letters and digits, such as s, se or u" }),
      regexp: Type.Optional(characters("a substitution, such as !^.*$!sip:info@example.com!; by default none")),
      replacement: Type.Optional(wholeName("what to look up next; by default nothing")),
    },
    mistake: ({ regexp = "", replacement = "." }) => {
      const reason = substitutionMistake(regexp);
      if (reason !== undefined) return ["regexp", reason];
      // RFC 3403, section 4.1: one excludes the other.
      return regexp !== "" && replacement !== "."
        ? ["replacement", "there is a regexp; one of the two is allowed"]
        : undefined;
    },
    answer: ({ order, preference, flags, services, regexp = "", replacement = "." }, { name, ttl }) => {
      const data = { order, preference, flags, services, regexp, replacement: withoutDot(replacement) || "." };
      return { type: "NAPTR", name, ttl, class: "IN", data };
    },
  }),
  recordKind({
    type: "ENUM",
    about: "A NAPTR record for a telephone number: its name is made of the digits from the last to the first",
    example:
      '{ type: ENUM, number: "557120", order: 10, preference: 100, services: E2U+sip, regexp: "!^.*$!me@example.com!" }',
    members: {
      number: Type.String({ pattern: "^\\+?\\d{1,60}$", description: "digits in quotes, with or without a +" }),
      ...naptrMembers,
      regexp: characters("the substitution that makes a URI, such as !^.*$!sip:info@example.com!"),
    },
    mistake: ({ regexp }) => {
      const reason = substitutionMistake(regexp);
      return reason === undefined ? undefined : ["regexp", reason];
    },
    nameOf: ({ number }) => [...number.replace("+", "")].toReversed().join("."),
    answer: ({ order, preference, services, regexp }, { name, ttl }) => {
      const data = { order, preference, flags: "u", services, regexp, replacement: "." };
      return { type: "NAPTR", name, ttl, class: "IN", data };
    },
  }),
  pointer("CNAME", "Another name for a host", "{ name: www, type: CNAME, target: web.example.com }", "the real name"),
  recordKind({
    type: "TXT",
    about: "Text",
    example: '{ type: TXT, text: "v=spf1 -all" }',
    members: {
      name: nameInZone,
      text: Type.Union([characters("a text"), Type.Array(characters("a text"), { minItems: 1, maxItems: 100 })], {
        description: "up to 255 characters of ASCII, or a list of such texts",
      }),
    },
    answer: ({ text: data }, { name, ttl }) => ({ type: "TXT", name, ttl, class: "IN", data: [data].flat() }),
  }),
  pointer(
    "PTR",
    "The name that belongs to an address",
    '{ name: "1", type: PTR, target: www.example.com }',
    "the host",
  ),
];
