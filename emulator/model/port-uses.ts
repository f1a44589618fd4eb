import type { ItemTemplate } from "./configuration/index.ts";

/** What the port tables call it: IPsec AH is a protocol of its own, without ports. */
export type PortProtocol = "TCP" | "UDP" | "AH";

/** A number, or the item that holds it. */
export type PortSource = number | ItemTemplate;

/** The item has to have this value. */
export interface PortCondition {
  readonly item: ItemTemplate;
  readonly value: string;
}

interface PortUse {
  readonly purpose: string;
  readonly description: string;
  /** All of them have to hold. */
  readonly when?: readonly PortCondition[];
}

/** Ports of a peer that people and programs come in by, as programs that start a lab are told of them. */
export type PortName = "https" | "http" | "ssh" | "ras" | "turn";

/** Ports of this system: those on which it listens, or from which it asks. Without ports for a protocol that has none. */
export interface LocalPortUse extends PortUse {
  readonly name?: PortName;
  /** Of the product alone: the twin never listens there. */
  readonly notOpened?: true;
  readonly protocol: PortProtocol;
  readonly ports?: readonly [first: PortSource, last: PortSource];
}

/** Ports on which other systems listen for this one. Index ranges of all items are those of `address`. */
export interface RemotePortUse extends PortUse {
  readonly address: ItemTemplate;
  readonly protocol: PortProtocol | { readonly item: ItemTemplate };
  readonly ports?: readonly [first: PortSource, last: PortSource];
}

const turnIsOn = [{ item: "Traversal Server TURN Mode", value: "On" }] as const;
const h323IsOn = [{ item: "H323 Mode", value: "On" }] as const;

const management = "Messages between the peers of a cluster about their state.";
const synchronization = "Synchronization of the database between the peers of a cluster.";

const sipOver = (transport: "UDP" | "TCP" | "TLS"): readonly PortCondition[] => [
  { item: "SIP Mode", value: "On" },
  { item: `SIP ${transport} Mode`, value: "On" },
];

const ras = "H.323 RAS; bandwidth updates between the peers of a cluster.";
const relayed = "Media that the TURN server relays.";

/**
 * Ports on which the product listens. Those that the twin opens are what is named to programs, exposed by the image and
 * found by clients; of the others the page says that they are not opened. Purposes: guide, Appendix 2; Administrator Guide,
 * "Port reference". Descriptions are ours.
 */
export const inboundPortUses: readonly LocalPortUse[] = [
  { name: "https", purpose: "HTTPS", description: "Encrypted web administration.", protocol: "TCP", ports: [443, 443] },
  {
    name: "http",
    purpose: "HTTP",
    description: "Web administration; leads to HTTPS.",
    protocol: "TCP",
    ports: [80, 80],
  },
  {
    name: "ssh",
    purpose: "SSH",
    description: "Encrypted command line administration.",
    protocol: "TCP",
    ports: [22, 22],
  },
  {
    purpose: "Clustering",
    description: "Key exchange between the peers of a cluster.",
    protocol: "UDP",
    ports: [500, 500],
  },
  {
    // Whatever is configured: the peers of a cluster have no other.
    name: "ras",
    purpose: "H.323 registration, clustering",
    description: ras,
    protocol: "UDP",
    ports: [1719, 1719],
  },
  {
    purpose: "H.323 registration, clustering",
    description: ras,
    protocol: "UDP",
    ports: ["H323 Gatekeeper Registration UDP Port", "H323 Gatekeeper Registration UDP Port"],
    when: h323IsOn,
    notOpened: true,
  },
  {
    purpose: "H.323 call signaling",
    description: "H.225 call signaling; answers to location requests lead there.",
    protocol: "TCP",
    ports: ["H323 Gatekeeper CallSignaling TCP Port", "H323 Gatekeeper CallSignaling TCP Port"],
    when: h323IsOn,
    notOpened: true,
  },
  { purpose: "Clustering", description: management, protocol: "UDP", ports: [4369, 4380] },
  {
    purpose: "Clustering",
    description: `${synchronization} A stand-in for IPsec AH.`,
    protocol: "TCP",
    ports: [4370, 4370],
  },
  { purpose: "Clustering", description: synchronization, protocol: "AH", notOpened: true },
  ...(["UDP", "TCP", "TLS"] as const).map((transport): LocalPortUse => ({
    purpose: `SIP ${transport}`,
    description: `SIP messages by ${transport}.`,
    protocol: transport === "UDP" ? "UDP" : "TCP",
    ports: [`SIP ${transport} Port`, `SIP ${transport} Port`],
    when: sipOver(transport),
    notOpened: true,
  })),
  ...(["V1", "V2c", "V3"] as const).map((version): LocalPortUse => ({
    purpose: "SNMP",
    description: `Requests of SNMP managers, ${version.toLowerCase()}.`,
    protocol: "UDP",
    ports: [161, 161],
    when: [{ item: `SNMP ${version}Mode`, value: "On" }],
    notOpened: true,
  })),
  {
    name: "turn",
    purpose: "TURN services",
    description: "Requests of TURN clients.",
    protocol: "UDP",
    ports: ["Traversal Server TURN Port", "Traversal Server TURN Port"],
  },
  {
    purpose: "TURN relay media",
    description: relayed,
    protocol: "UDP",
    ports: ["Traversal Server TURN Media Port Start", "Traversal Server TURN Media Port End"],
  },
];

/** Source ports as they are configured. Guide, Appendix 2; Administrator Guide, "Port reference". */
export const outboundPortUses: readonly LocalPortUse[] = [
  { purpose: "NTP", description: "Requests for the time.", protocol: "UDP", ports: [123, 123] },
  {
    purpose: "DNS",
    description: "Requests to DNS servers.",
    protocol: "UDP",
    ports: ["IP DNS MinPort", "IP DNS MaxPort"],
    when: [{ item: "IP DNS UseEphemeralPortRange", value: "Off" }],
  },
  {
    purpose: "DNS",
    description: "Requests to DNS servers.",
    protocol: "UDP",
    ports: ["IP Ephemeral PortRange Start", "IP Ephemeral PortRange End"],
    when: [{ item: "IP DNS UseEphemeralPortRange", value: "On" }],
  },
  {
    purpose: "Clustering",
    description: "Key exchange between the peers of a cluster.",
    protocol: "UDP",
    ports: [500, 500],
  },
  { purpose: "Clustering", description: synchronization, protocol: "AH" },
  {
    purpose: "Clustering",
    description: management,
    protocol: "UDP",
    ports: ["IP Ephemeral PortRange Start", "IP Ephemeral PortRange End"],
  },
  {
    purpose: "H.323 registration, clustering",
    description: ras,
    protocol: "UDP",
    ports: ["H323 Gatekeeper Registration UDP Port", "H323 Gatekeeper Registration UDP Port"],
  },
  {
    purpose: "H.323 call signaling",
    description: "H.225 and H.245 call signaling.",
    protocol: "TCP",
    ports: ["H323 Gatekeeper CallSignaling PortRange Start", "H323 Gatekeeper CallSignaling PortRange End"],
    when: h323IsOn,
  },
  {
    purpose: "SIP UDP",
    description: "SIP messages by UDP.",
    protocol: "UDP",
    ports: ["SIP UDP Port", "SIP UDP Port"],
    when: sipOver("UDP"),
  },
  {
    purpose: "SIP TCP and TLS",
    description: "SIP connections to other systems.",
    protocol: "TCP",
    ports: ["SIP TCP Outbound Port Start", "SIP TCP Outbound Port End"],
    when: [{ item: "SIP Mode", value: "On" }],
  },
  {
    purpose: "Traversal media",
    description: "Media of calls that this system carries.",
    protocol: "UDP",
    ports: ["Traversal Media Port Start", "Traversal Media Port End"],
  },
  {
    purpose: "TURN relay media",
    description: relayed,
    protocol: "UDP",
    ports: ["Traversal Server TURN Media Port Start", "Traversal Server TURN Media Port End"],
    when: turnIsOn,
  },
  ...(["TCP", "UDP"] as const).map((protocol) => ({
    purpose: "Ephemeral ports",
    description: "Various purposes: LDAP, external manager, remote logging, provisioning.",
    protocol,
    ports: ["IP Ephemeral PortRange Start", "IP Ephemeral PortRange End"] as const,
  })),
];

const neighborAnd = (protocol: "H323" | "SIP"): readonly PortCondition[] => [
  { item: "Zones Zone [1..1000] Type", value: "Neighbor" },
  { item: `Zones Zone [1..1000] ${protocol} Mode`, value: "On" },
];

const traversalClientAnd = (protocol: "H323" | "SIP"): readonly PortCondition[] => [
  { item: "Zones Zone [1..1000] Type", value: "TraversalClient" },
  { item: `Zones Zone [1..1000] ${protocol} Mode`, value: "On" },
];

/** Where other systems have to listen, as far as this one is configured to reach them. Administrator Guide, "Port reference"; guide, Appendix 2. */
export const remotePortUses: readonly RemotePortUse[] = [
  ...(["DNS Server [1..5] Address", "DNS PerDomainServer [1..5] Address"] as const).map((address): RemotePortUse => ({
    purpose: "DNS",
    description: "Requests to a DNS server.",
    address,
    protocol: "UDP",
    ports: [53, 53],
  })),
  {
    purpose: "NTP",
    description: "Requests for the time.",
    address: "NTP Server [1..5] Address",
    protocol: "UDP",
    ports: [123, 123],
  },
  {
    purpose: "Remote logging",
    description: "Messages for a syslog server.",
    address: "Remote Syslog [1..4] Address",
    protocol: { item: "Remote Syslog [1..4] Transport" },
    ports: ["Remote Syslog [1..4] Port", "Remote Syslog [1..4] Port"],
  },
  {
    purpose: "LDAP account authentication",
    description: "Accounts and groups of administrators.",
    address: "Login Remote LDAP Server Address",
    protocol: "TCP",
    ports: ["Login Remote LDAP Server Port", "Login Remote LDAP Server Port"],
  },
  {
    purpose: "H.350 directory",
    description: "Credentials of devices.",
    address: "Authentication H350 LdapServerAddress",
    protocol: "TCP",
    ports: ["Authentication H350 LdapServerPort", "Authentication H350 LdapServerPort"],
    when: [{ item: "Authentication H350 Mode", value: "On" }],
  },
  ...(
    [
      ["HTTP", 80],
      ["HTTPS", 443],
    ] as const
  ).map(([value, port]): RemotePortUse => ({
    purpose: "External manager",
    description: "Connection to an external manager such as TMS.",
    address: "ExternalManager Address",
    protocol: "TCP",
    ports: [port, port],
    when: [{ item: "ExternalManager Protocol", value }],
  })),
  {
    purpose: "TMS Provisioning Extension services",
    description: "Users, devices, FindMe and phone books.",
    address: "TMSProvisioningExtension Server Address",
    protocol: "TCP",
    ports: ["TMSProvisioningExtension Server Port", "TMSProvisioningExtension Server Port"],
  },
  {
    purpose: "Clustering",
    description: "Key exchange with a peer of the cluster.",
    address: "Alternates Peer [1..6] Address",
    protocol: "UDP",
    ports: [500, 500],
  },
  {
    purpose: "Clustering",
    description: "Bandwidth updates and searches at a peer of the cluster.",
    address: "Alternates Peer [1..6] Address",
    protocol: "UDP",
    ports: [1719, 1719],
  },
  {
    purpose: "Clustering",
    description: management,
    address: "Alternates Peer [1..6] Address",
    protocol: "UDP",
    ports: [4369, 4380],
  },
  {
    purpose: "Clustering",
    description: synchronization,
    address: "Alternates Peer [1..6] Address",
    protocol: "AH",
  },
  {
    purpose: "Neighbor zone (H.323)",
    description: "H.323 RAS of a neighbor.",
    address: "Zones Zone [1..1000] Neighbor Peer [1..6] Address",
    protocol: "UDP",
    ports: ["Zones Zone [1..1000] Neighbor H323 Port", "Zones Zone [1..1000] Neighbor H323 Port"],
    when: neighborAnd("H323"),
  },
  {
    purpose: "Neighbor zone (H.323)",
    description: "H.323 call signaling of a neighbor.",
    address: "Zones Zone [1..1000] Neighbor Peer [1..6] Address",
    protocol: "TCP",
    ports: [
      "Zones Zone [1..1000] Neighbor H323 CallSignaling Port",
      "Zones Zone [1..1000] Neighbor H323 CallSignaling Port",
    ],
    when: neighborAnd("H323"),
  },
  {
    purpose: "Neighbor zone (SIP)",
    description: "SIP messages to a neighbor.",
    address: "Zones Zone [1..1000] Neighbor Peer [1..6] Address",
    protocol: { item: "Zones Zone [1..1000] Neighbor SIP Transport" },
    ports: ["Zones Zone [1..1000] Neighbor SIP Port", "Zones Zone [1..1000] Neighbor SIP Port"],
    when: neighborAnd("SIP"),
  },
  {
    purpose: "Traversal zone (H.323)",
    description: "H.323 RAS of a traversal server.",
    address: "Zones Zone [1..1000] TraversalClient Peer [1..6] Address",
    protocol: "UDP",
    ports: ["Zones Zone [1..1000] TraversalClient H323 Port", "Zones Zone [1..1000] TraversalClient H323 Port"],
    when: traversalClientAnd("H323"),
  },
  {
    purpose: "Traversal zone (SIP)",
    description: "SIP messages to a traversal server.",
    address: "Zones Zone [1..1000] TraversalClient Peer [1..6] Address",
    protocol: { item: "Zones Zone [1..1000] TraversalClient SIP Transport" },
    ports: ["Zones Zone [1..1000] TraversalClient SIP Port", "Zones Zone [1..1000] TraversalClient SIP Port"],
    when: traversalClientAnd("SIP"),
  },
];

const isItem = (source: PortSource): source is ItemTemplate => typeof source === "string";

const itemsOf = ({ ports, when = [] }: LocalPortUse | RemotePortUse): readonly ItemTemplate[] => {
  const sources: readonly PortSource[] = [...(ports ?? []), ...when.map(({ item }) => item)];
  return sources.filter(isItem);
};

/** The items that the tables read. */
export const portItems: readonly ItemTemplate[] = [
  ...[...inboundPortUses, ...outboundPortUses, ...remotePortUses].flatMap(itemsOf),
  ...remotePortUses.flatMap(({ address, protocol }) =>
    typeof protocol === "string" ? [address] : [address, protocol.item],
  ),
];
