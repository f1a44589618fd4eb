import type { ConfigurationItem } from "../types.ts";

/**
 * DNS servers.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const dnsItems = [
  {
    path: "DNS PerDomainServer [1..5] Address",
    values: { kind: "text", min: 0, max: 39, format: "ipAddress" },
    default: "",
    scope: "peer",
    description: "Address of a DNS server for certain domains.",
    effect: "look-ups of names in the two domains of the server; with none at all alarm 35003 beside Active Directory",
    label: "Address <n>",
    assumed: true,
  },
  {
    path: "DNS PerDomainServer [1..5] Domain1",
    values: { kind: "text", min: 0, max: 39 },
    default: "",
    scope: "peer",
    description: "First domain that this server is asked about.",
    effect: "names in this domain are asked of the server",
    label: "Domain names",
    assumed: true,
  },
  {
    path: "DNS PerDomainServer [1..5] Domain2",
    values: { kind: "text", min: 0, max: 39 },
    default: "",
    scope: "peer",
    description: "Second domain that this server is asked about.",
    effect: "names in this domain, too",
    label: "Domain names",
    assumed: true,
  },
  {
    path: "DNS Server [1..5] Address",
    values: { kind: "text", min: 0, max: 39, format: "ipAddress" },
    default: "",
    scope: "peer",
    description: "Address of a default DNS server.",
    effect: "look-ups of NTP servers by name, and by DNSLookup; with none at all alarm 35003 beside Active Directory",
    label: "Address <n>",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
