import type { RestMember, RestResource } from "./resource.ts";

const noMutual = "X8.1 has no port for mutual TLS alone";

const configuration: readonly RestMember[] = [
  { name: "SipMode", value: { kind: "item", item: "SIP Mode" } },
  { name: "UdpMode", assumed: true, value: { kind: "item", item: "SIP UDP Mode" } },
  { name: "UdpPort", assumed: true, value: { kind: "item", item: "SIP UDP Port" } },
  { name: "TcpMode", value: { kind: "item", item: "SIP TCP Mode" } },
  { name: "TcpPort", value: { kind: "item", item: "SIP TCP Port" } },
  { name: "TlsMode", assumed: true, value: { kind: "item", item: "SIP TLS Mode" } },
  { name: "TlsPort", assumed: true, value: { kind: "item", item: "SIP TLS Port" } },
  { name: "MtlsMode", assumed: true, value: { kind: "absent", reason: noMutual } },
  { name: "MtlsPort", assumed: true, value: { kind: "absent", reason: noMutual } },
  { name: "TcpOutboundPortStart", assumed: true, value: { kind: "item", item: "SIP TCP Outbound Port Start" } },
  { name: "TcpOutboundPortEnd", assumed: true, value: { kind: "item", item: "SIP TCP Outbound Port End" } },
  { name: "SessionRefreshInterval", assumed: true, value: { kind: "item", item: "SIP Session Refresh Value" } },
  {
    name: "MinimumSessionRefreshInterval",
    assumed: true,
    value: { kind: "item", item: "SIP Session Refresh Minimum" },
  },
  {
    name: "TlsHandshakeTimeout",
    assumed: true,
    value: { kind: "absent", reason: "the twin has no item for it" },
  },
];

const advanced: readonly RestMember[] = [
  { name: "SipMaxSize", assumed: true, value: { kind: "item", item: "SIP Advanced SipMaxSize" } },
  { name: "SipTcpConnectTimeout", assumed: true, value: { kind: "item", item: "SIP Advanced SipTcpConnectTimeout" } },
];

const revocation: readonly RestMember[] = [
  {
    name: "CertificateRevocationCheckingMode",
    assumed: true,
    value: { kind: "item", item: "SIP TLS Certificate Revocation Checking Mode" },
  },
  {
    name: "UseOCSP",
    assumed: true,
    value: { kind: "item", item: "SIP TLS Certificate Revocation Checking OCSP Mode" },
  },
  {
    name: "UseCRLs",
    assumed: true,
    value: { kind: "item", item: "SIP TLS Certificate Revocation Checking CRL Mode" },
  },
  {
    name: "AllowCRLDownloads",
    assumed: true,
    value: { kind: "item", item: "SIP TLS Certificate Revocation Checking CRL Network Fetch Mode" },
  },
  {
    name: "FallbackBehavior",
    assumed: true,
    value: { kind: "item", item: "SIP TLS Certificate Revocation Checking Source Inaccessibility Behavior" },
  },
];

const registration: readonly RestMember[] = [
  {
    name: "StandardRefreshStrategy",
    assumed: true,
    value: { kind: "item", item: "SIP Registration Standard Refresh Strategy" },
  },
  {
    name: "StandardRefreshMinimum",
    assumed: true,
    value: { kind: "item", item: "SIP Registration Standard Refresh Minimum" },
  },
  {
    name: "StandardRefreshMaximum",
    assumed: true,
    value: { kind: "item", item: "SIP Registration Standard Refresh Maximum" },
  },
  {
    name: "OutboundRefreshStrategy",
    assumed: true,
    value: { kind: "item", item: "SIP Registration Outbound Refresh Strategy" },
  },
  {
    name: "OutboundRefreshMinimum",
    assumed: true,
    value: { kind: "item", item: "SIP Registration Outbound Refresh Minimum" },
  },
  {
    name: "OutboundRefreshMaximum",
    assumed: true,
    value: { kind: "item", item: "SIP Registration Outbound Refresh Maximum" },
  },
  { name: "ProxyMode", assumed: true, value: { kind: "item", item: "SIP Registration Proxy Mode" } },
];

const messages = { PUT: "Successfully updated the SIP Configuration" } as const;

/** Configuration > Protocols > SIP: read as a whole, written in parts. */
export const sipResources: readonly RestResource[] = [
  {
    path: "/api/provisioning/common/protocol/sip",
    methods: ["GET"],
    category: "common",
    since: "X8.10",
    sources: ["RG810", "CLI-PY"],
    noun: "SIP",
    served: { kind: "single", members: [...configuration, ...advanced, ...revocation, ...registration] },
  },
  {
    path: "/api/provisioning/common/protocol/sip/configuration",
    methods: ["PUT"],
    category: "common",
    since: "X8.10",
    sources: ["RG810", "CLI-PY"],
    noun: "SIP configuration",
    messages,
    served: { kind: "single", members: configuration },
  },
  {
    path: "/api/provisioning/common/protocol/sip/advanced",
    methods: ["PUT"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "SIP advanced configuration",
    methodsAssumed: true,
    messages,
    served: { kind: "single", members: advanced },
  },
  {
    path: "/api/provisioning/common/protocol/sip/certrevokecheck",
    methods: ["PUT"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "SIP certificate revocation checking",
    methodsAssumed: true,
    messages,
    served: { kind: "single", members: revocation },
  },
  {
    path: "/api/provisioning/common/protocol/sip/registrationcontrol",
    methods: ["PUT"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "SIP registration controls",
    methodsAssumed: true,
    messages,
    served: { kind: "single", members: registration },
  },
];
