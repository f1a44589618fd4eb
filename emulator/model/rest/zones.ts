import type { RestResource } from "./resource.ts";
import { authenticationPolicy } from "./spellings.ts";

const zone = "Zones Zone [1..1000]";
const neighbor = `${zone} Neighbor` as const;
const client = `${zone} TraversalClient` as const;
const server = `${zone} TraversalServer` as const;
const dns = `${zone} DNS` as const;

const noUnifiedCommunications = "the twin's zones have no Unified Communications services";

/** Zones, a resource for each type. */
export const zoneResources: readonly RestResource[] = [
  {
    path: "/api/provisioning/common/zone/dnszone",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.9",
    sources: ["RG89", "RG810"],
    noun: "DNS zone",

    served: {
      kind: "rows",
      list: "Zones Zone",
      key: "Name",
      where: { item: `${zone} Type`, value: "DNS" },
      members: [
        { name: "Name", required: true, value: { kind: "item", item: `${zone} Name` } },
        { name: "HopCount", assumed: true, value: { kind: "item", item: `${zone} HopCount` } },
        { name: "H323Mode", assumed: true, value: { kind: "item", item: `${zone} H323 Mode` } },
        { name: "SIPMode", assumed: true, value: { kind: "item", item: `${zone} SIP Mode` } },
        { name: "SIPTLSVerifyMode", assumed: true, value: { kind: "item", item: `${dns} SIP TLS Verify Mode` } },
        {
          name: "SIPTLSVerifySubjectName",
          assumed: true,
          value: { kind: "item", item: `${dns} SIP TLS Verify Subject Name` },
        },
        { name: "SIPDefaultTransport", assumed: true, value: { kind: "item", item: `${dns} SIP Default Transport` } },
        {
          name: "SIPMediaEncryptionMode",
          assumed: true,
          value: { kind: "item", item: `${dns} SIP Media Encryption Mode` },
        },
        { name: "SIPMediaICESupport", assumed: true, value: { kind: "item", item: `${dns} SIP Media ICE Support` } },
        { name: "IncludeAddressRecord", assumed: true, value: { kind: "item", item: `${dns} IncludeAddressRecord` } },
        { name: "ZoneProfile", assumed: true, value: { kind: "item", item: `${dns} ZoneProfile` } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/zone/neighborzone",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.9",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Neighbor zone",
    messages: { POST: "Successfully created Neighbor zone" },
    served: {
      kind: "rows",
      list: "Zones Zone",
      key: "Name",
      where: { item: `${zone} Type`, value: "Neighbor" },
      members: [
        { name: "Name", required: true, value: { kind: "item", item: `${zone} Name` } },
        { name: "HopCount", assumed: true, value: { kind: "item", item: `${zone} HopCount` } },
        { name: "H323Mode", assumed: true, value: { kind: "item", item: `${zone} H323 Mode` } },
        { name: "H323Port", assumed: true, value: { kind: "item", item: `${neighbor} H323 Port` } },
        { name: "SIPMode", assumed: true, value: { kind: "item", item: `${zone} SIP Mode` } },
        { name: "SIPPort", assumed: true, value: { kind: "item", item: `${neighbor} SIP Port` } },
        { name: "SIPTransport", assumed: true, value: { kind: "item", item: `${neighbor} SIP Transport` } },
        { name: "SIPTLSVerifyMode", assumed: true, value: { kind: "item", item: `${neighbor} SIP TLS Verify Mode` } },
        {
          name: "SIPMediaEncryptionMode",
          assumed: true,
          value: { kind: "item", item: `${neighbor} SIP Media Encryption Mode` },
        },
        {
          name: "SIPMediaICESupport",
          assumed: true,
          value: { kind: "item", item: `${neighbor} SIP Media ICE Support` },
        },
        {
          name: "AuthenticationMode",
          assumed: true,
          value: { kind: "item", item: `${neighbor} Authentication Mode`, words: authenticationPolicy },
        },
        {
          name: "AuthenticationTrustMode",
          assumed: true,
          value: { kind: "item", item: `${neighbor} SIP Authentication Trust Mode` },
        },
        {
          name: "AcceptProxiedRegistrations",
          assumed: true,
          value: { kind: "item", item: `${neighbor} Registrations` },
        },
        { name: "MonitorPeerStatus", assumed: true, value: { kind: "item", item: `${neighbor} Monitor` } },
        { name: "ZoneProfile", assumed: true, value: { kind: "item", item: `${neighbor} ZoneProfile` } },
        { name: "PeerAddress", required: true, value: { kind: "items", item: `${neighbor} Peer [1..6] Address` } },
      ],
    },
  },
  {
    path: "/api/provisioning/controller/zone/traversalclient",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "controller",
    since: "X8.8",
    sources: ["SG20", "SG142", "RG89", "RG810", "CLI-PY"],
    noun: "Traversal client zone",

    served: {
      kind: "rows",
      list: "Zones Zone",
      key: "Name",
      where: { item: `${zone} Type`, value: "TraversalClient" },
      members: [
        { name: "Name", required: true, value: { kind: "item", item: `${zone} Name` } },
        { name: "HopCount", assumed: true, value: { kind: "item", item: `${zone} HopCount` } },
        { name: "H323Mode", assumed: true, value: { kind: "item", item: `${zone} H323 Mode` } },
        { name: "H323Protocol", assumed: true, value: { kind: "item", item: `${client} H323 Protocol` } },
        { name: "H323Port", assumed: true, value: { kind: "item", item: `${client} H323 Port` } },
        { name: "SIPMode", assumed: true, value: { kind: "item", item: `${zone} SIP Mode` } },
        { name: "SIPPort", assumed: true, value: { kind: "item", item: `${client} SIP Port` } },
        { name: "SIPTransport", assumed: true, value: { kind: "item", item: `${client} SIP Transport` } },
        { name: "SIPTLSVerifyMode", assumed: true, value: { kind: "item", item: `${client} SIP TLS Verify Mode` } },
        {
          name: "SIPMediaEncryptionMode",
          assumed: true,
          value: { kind: "item", item: `${client} SIP Media Encryption Mode` },
        },
        { name: "SIPMediaICESupport", assumed: true, value: { kind: "item", item: `${client} SIP Media ICE Support` } },
        { name: "SIPPoisonMode", assumed: true, value: { kind: "item", item: `${client} SIP Poison Mode` } },
        {
          name: "AuthenticationMode",
          assumed: true,
          value: { kind: "item", item: `${client} Authentication Mode`, words: authenticationPolicy },
        },
        {
          name: "AuthenticationUserName",
          required: true,
          value: { kind: "item", item: `${client} Authentication UserName` },
        },
        {
          name: "AuthenticationPassword",
          required: true,
          value: { kind: "item", item: `${client} Authentication Password` },
        },
        { name: "AcceptProxiedRegistrations", assumed: true, value: { kind: "item", item: `${client} Registrations` } },
        { name: "RetryInterval", assumed: true, value: { kind: "item", item: `${client} RetryInterval` } },
        { name: "PeerAddress", required: true, value: { kind: "items", item: `${client} Peer [1..6] Address` } },
      ],
    },
  },
  {
    path: "/api/provisioning/edge/zone/traversalserver",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "edge",
    since: "X8.8",
    sources: ["SG20", "SG142", "RG89", "CLI-PY"],
    noun: "Traversal server zone",

    served: {
      kind: "rows",
      list: "Zones Zone",
      key: "Name",
      where: { item: `${zone} Type`, value: "TraversalServer" },
      members: [
        { name: "Name", required: true, value: { kind: "item", item: `${zone} Name` } },
        { name: "HopCount", assumed: true, value: { kind: "item", item: `${zone} HopCount` } },
        { name: "H323Mode", assumed: true, value: { kind: "item", item: `${zone} H323 Mode` } },
        { name: "H323Protocol", assumed: true, value: { kind: "item", item: `${server} H323 Protocol` } },
        { name: "H323Port", assumed: true, value: { kind: "item", item: `${server} H323 Port` } },
        {
          name: "H46019Demultiplexing",
          assumed: true,
          value: { kind: "item", item: `${server} H323 H46019 Demultiplexing Mode` },
        },
        { name: "SIPMode", assumed: true, value: { kind: "item", item: `${zone} SIP Mode` } },
        { name: "SIPPort", assumed: true, value: { kind: "item", item: `${server} SIP Port` } },
        { name: "SIPTransport", assumed: true, value: { kind: "item", item: `${server} SIP Transport` } },
        { name: "SIPTLSVerifyMode", assumed: true, value: { kind: "item", item: `${server} SIP TLS Verify Mode` } },
        {
          name: "SIPTLSVerifySubjectName",
          assumed: true,
          value: { kind: "item", item: `${server} SIP TLS Verify Subject Name` },
        },
        {
          name: "SIPMediaEncryptionMode",
          assumed: true,
          value: { kind: "item", item: `${server} SIP Media Encryption Mode` },
        },
        { name: "SIPMediaICESupport", assumed: true, value: { kind: "item", item: `${server} SIP Media ICE Support` } },
        { name: "SIPPoisonMode", assumed: true, value: { kind: "item", item: `${server} SIP Poison Mode` } },
        {
          name: "AuthenticationMode",
          assumed: true,
          value: { kind: "item", item: `${server} Authentication Mode`, words: authenticationPolicy },
        },
        {
          name: "AuthenticationUserName",
          required: true,
          value: { kind: "item", item: `${server} Authentication UserName` },
        },
        { name: "AcceptProxiedRegistrations", assumed: true, value: { kind: "item", item: `${server} Registrations` } },
        { name: "UDPRetryInterval", assumed: true, value: { kind: "item", item: `${server} UDPProbe RetryInterval` } },
        { name: "UDPRetryCount", assumed: true, value: { kind: "item", item: `${server} UDPProbe RetryCount` } },
        {
          name: "UDPKeepAliveInterval",
          assumed: true,
          value: { kind: "item", item: `${server} UDPProbe KeepAliveInterval` },
        },
        { name: "TCPRetryInterval", assumed: true, value: { kind: "item", item: `${server} TCPProbe RetryInterval` } },
        { name: "TCPRetryCount", assumed: true, value: { kind: "item", item: `${server} TCPProbe RetryCount` } },
        {
          name: "TCPKeepAliveInterval",
          assumed: true,
          value: { kind: "item", item: `${server} TCPProbe KeepAliveInterval` },
        },
      ],
    },
  },
  {
    path: "/api/provisioning/controller/zone/unifiedcommunicationstraversal",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "controller",
    since: "X8.8",
    sources: ["RG88", "RG89", "RG810", "CLI-PY"],
    noun: "Unified Communications traversal zone",
    served: { kind: "absent", reason: noUnifiedCommunications },
  },
  {
    path: "/api/provisioning/edge/zone/unifiedcommunicationstraversal",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "edge",
    since: "X8.8",
    sources: ["RG88", "RG89"],
    noun: "Unified Communications traversal zone",
    served: { kind: "absent", reason: noUnifiedCommunications },
  },
];
