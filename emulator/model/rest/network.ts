import { firewallRuleItems, type FirewallListWord, type FirewallRuleItem } from "../configuration/firewall.ts";
import type { RestMember, RestResource } from "./resource.ts";
import { dnsPortRange } from "./spellings.ts";

const noNtpKeys = "the twin speaks NTP without authentication";
const oneTag = "X8.1 has one tag for all traffic: Value";

const mandatory: readonly FirewallRuleItem[] = ["Priority", "Address", "Service", "Action"];

const firewallMembers = (list: FirewallListWord): readonly RestMember[] =>
  firewallRuleItems.map((item) => ({
    name: item,
    assumed: true,
    ...(mandatory.includes(item) && { required: true }),
    value: { kind: "item", item: `Firewall ${list} [1..500] ${item}` },
  }));

/** System: DNS, time, quality of service, firewall rules. */
export const networkResources: readonly RestResource[] = [
  {
    path: "/api/provisioning/common/dns/dns",
    methods: ["GET", "PUT"],
    category: "common",
    since: "X8.8",
    sources: ["RG88", "RG89", "CLI-PY"],
    noun: "DNS settings",
    messages: { PUT: "Operation was successful" },
    served: {
      kind: "single",
      members: [
        { name: "SystemHostName", value: { kind: "item", item: "IP DNS Hostname" } },
        { name: "DomainName", value: { kind: "item", item: "IP DNS Domain Name" } },
        {
          name: "DNSRequestsPortRange",
          value: { kind: "item", item: "IP DNS UseEphemeralPortRange", words: dnsPortRange },
        },
        { name: "DNSRequestsPortRangeStart", value: { kind: "item", item: "IP DNS MinPort" } },
        { name: "DNSRequestsPortRangeEnd", value: { kind: "item", item: "IP DNS MaxPort" } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/dns/dnsserver",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.8",
    sources: ["SG20", "SG142"],
    noun: "DNS server",
    messages: {
      POST: "The operation was successful",
      PUT: "The operation was successful",
      DELETE: "The operation was successful",
    },
    served: {
      kind: "places",
      list: "DNS Server",
      places: 5,
      taken: "address",
      wrapper: "DefaultDNSServers",
      members: [{ name: "address", required: true, value: { kind: "item", item: "DNS Server [1..5] Address" } }],
    },
  },
  {
    path: "/api/provisioning/common/dns/dnsperdomainserver",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.8",
    sources: ["RG89", "RG810"],
    noun: "DNS server of domains",
    served: {
      kind: "places",
      list: "DNS PerDomainServer",
      places: 5,
      taken: "address",
      members: [
        {
          name: "address",
          required: true,
          assumed: true,
          value: { kind: "item", item: "DNS PerDomainServer [1..5] Address" },
        },
        { name: "domain1", assumed: true, value: { kind: "item", item: "DNS PerDomainServer [1..5] Domain1" } },
        { name: "domain2", assumed: true, value: { kind: "item", item: "DNS PerDomainServer [1..5] Domain2" } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/time/ntpserver",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.8",
    sources: ["SG20", "SG142"],
    noun: "NTP server",
    messages: {
      POST: "The operation was successful",
      PUT: "The operation was successful",
      DELETE: "The operation was successful",
    },
    served: {
      kind: "places",
      list: "NTP Server",
      places: 5,
      taken: "Address",
      members: [
        { name: "KeyId", value: { kind: "fixed", value: 1, reason: noNtpKeys } },
        { name: "Hash", value: { kind: "fixed", value: "sha1", reason: noNtpKeys } },
        { name: "Authentication", value: { kind: "fixed", value: "disabled", reason: noNtpKeys } },
        { name: "Address", required: true, value: { kind: "item", item: "NTP Server [1..5] Address" } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/time/status",
    methods: ["GET"],
    category: "common",
    since: "X8.8",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Time status",
    served: {
      kind: "part",
      part: "time status",
      members: [
        { name: "State", type: "string", assumed: true },
        { name: "SystemTime", type: "string", assumed: true },
        { name: "Servers", type: "array", assumed: true },
      ],
    },
  },
  {
    path: "/api/provisioning/common/time/timezone",
    methods: ["GET", "PUT"],
    category: "common",
    since: "X8.8",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Time zone",
    served: {
      kind: "single",
      members: [{ name: "TimeZone", assumed: true, value: { kind: "item", item: "TimeZone Name" } }],
    },
  },
  {
    path: "/api/provisioning/common/qos",
    methods: ["GET", "PUT"],
    category: "common",
    since: "X8.8",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Quality of Service",
    served: {
      kind: "single",
      members: [
        { name: "Mode", assumed: true, value: { kind: "item", item: "IP QoS Mode" } },
        { name: "Value", assumed: true, value: { kind: "item", item: "IP QoS Value" } },
        { name: "Audio", assumed: true, value: { kind: "absent", reason: oneTag } },
        { name: "Video", assumed: true, value: { kind: "absent", reason: oneTag } },
        { name: "Signaling", assumed: true, value: { kind: "absent", reason: oneTag } },
        { name: "XMPP", assumed: true, value: { kind: "absent", reason: oneTag } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/current/active/firewallrules",
    methods: ["GET"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "Active firewall rule",
    served: {
      kind: "rows",
      list: "Firewall ActiveRule",
      key: "Priority",
      members: firewallMembers("ActiveRule"),
    },
  },
  {
    path: "/api/provisioning/common/firewallrules/configuration",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "Firewall rule",
    served: { kind: "rows", list: "Firewall Rule", key: "Priority", members: firewallMembers("Rule") },
  },
  {
    path: "/api/provisioning/common/firewallrules/activation",
    methods: ["GET", "PUT", "POST"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "Firewall rules",
    methodsAssumed: true,
    served: {
      kind: "part",
      part: "firewall activation",
      members: [
        { name: "Operation", type: "string", assumed: true },
        { name: "State", type: "string", assumed: true },
        { name: "SecondsLeft", type: "integer", assumed: true },
      ],
    },
  },
];
