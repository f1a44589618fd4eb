import type { ComponentChildren } from "preact";
import type { FormField, FormSection } from "../../../form/form-section.ts";
import {
  authenticationPolicyWords,
  h323TraversalWords,
  mediaEncryptionWords,
  zoneProfileWords,
} from "../../../form/option-words.ts";
import type { Visit } from "../../../visit.ts";

const PEERS = [1, 2, 3, 4, 5, 6] as const;

/** What a profile of one's own sets, which the others have ready-made (Administrator Guide, "Zone profiles"). */
const neighborProfile = [
  "Monitor",
  "H323 SearchAutoResponse",
  "SIP SearchAutoResponse",
  "Interworking SIP EmptyInviteAllowed",
  "SIP Poison Mode",
  "SIP Encryption Mode",
  "SIP MIME Strip Mode",
  "SIP UPDATE Strip Mode",
  "Interworking SIP Search Strategy",
  "SIP UDP BFCP Filter Mode",
  "SIP Record Route Address Type",
  "SIP ProxyRequire Strip List",
] as const;

const dnsProfile = [
  "SIP SearchAutoResponse",
  "Interworking SIP EmptyInviteAllowed",
  "SIP Poison Mode",
  "SIP UDP BFCP Filter Mode",
  "SIP Record Route Address Type",
] as const;

/** What stands beside each peer address that is filled in. */
export type PeerState = (visit: Visit, address: string) => ComponentChildren;

/** What decides which fields a zone has. */
export interface ZoneKind {
  readonly type: string;
  /** That of a neighbor or DNS zone; `Custom` has settings of its own. */
  readonly profile: string;
}

/** The fields of a zone (Administrator Guide, "Configuring zones"). */
export function zoneSections(zone: number, { type, profile }: ZoneKind, peerState: PeerState): readonly FormSection[] {
  switch (type) {
    case "Neighbor":
      return neighborSections(zone, profile, peerState);
    case "TraversalClient":
      return traversalClientSections(zone, peerState);
    case "TraversalServer":
      return traversalServerSections(zone);
    case "ENUM":
      return [
        { title: "Location", fields: [{ item: `Zones Zone ${zone} ENUM DNSSuffix` }] },
        { title: "H.323", fields: [h323Mode(zone)] },
        { title: "SIP", fields: [sipMode(zone)] },
      ];
    case "DNS":
      return dnsSections(zone, profile);
    default:
      return [];
  }
}

const h323Mode = (zone: number): FormField => ({ item: `Zones Zone ${zone} H323 Mode`, label: "Mode" });
const sipMode = (zone: number): FormField => ({ item: `Zones Zone ${zone} SIP Mode`, label: "Mode" });

function neighborSections(zone: number, profile: string, peerState: PeerState): readonly FormSection[] {
  const neighbor = `Zones Zone ${zone} Neighbor` as const;
  return [
    { title: "H.323", fields: [h323Mode(zone), { item: `${neighbor} H323 Port` }] },
    {
      title: "SIP",
      fields: [
        sipMode(zone),
        { item: `${neighbor} SIP Port` },
        { item: `${neighbor} SIP Transport` },
        { item: `${neighbor} SIP TLS Verify Mode` },
        { item: `${neighbor} Registrations` },
        { item: `${neighbor} SIP Media Encryption Mode`, words: mediaEncryptionWords },
        { item: `${neighbor} SIP Media ICE Support` },
      ],
    },
    {
      title: "Authentication",
      fields: [
        { item: `${neighbor} Authentication Mode`, words: authenticationPolicyWords },
        { item: `${neighbor} SIP Authentication Trust Mode` },
      ],
    },
    locationSection(
      PEERS.map((peer) => `${neighbor} Peer ${peer} Address` as const),
      peerState,
    ),
    {
      title: "Advanced",
      fields: [
        { item: `${neighbor} ZoneProfile`, words: zoneProfileWords },
        ...(profile === "Custom" ? neighborProfile.map((item) => ({ item: `${neighbor} ${item}` }) as const) : []),
      ],
    },
  ];
}

function traversalClientSections(zone: number, peerState: PeerState): readonly FormSection[] {
  const client = `Zones Zone ${zone} TraversalClient` as const;
  return [
    {
      title: "Connection credentials",
      fields: [{ item: `${client} Authentication UserName` }, { item: `${client} Authentication Password` }],
    },
    {
      title: "H.323",
      fields: [
        h323Mode(zone),
        { item: `${client} H323 Protocol`, words: h323TraversalWords },
        { item: `${client} H323 Port` },
      ],
    },
    {
      title: "SIP",
      fields: [
        sipMode(zone),
        { item: `${client} SIP Port` },
        { item: `${client} SIP Transport` },
        { item: `${client} SIP TLS Verify Mode` },
        { item: `${client} Registrations` },
        { item: `${client} SIP Media Encryption Mode`, words: mediaEncryptionWords },
        { item: `${client} SIP Media ICE Support` },
        { item: `${client} SIP Poison Mode` },
      ],
    },
    {
      title: "Authentication",
      fields: [{ item: `${client} Authentication Mode`, words: authenticationPolicyWords }],
    },
    { title: "Client settings", fields: [{ item: `${client} RetryInterval` }] },
    locationSection(
      PEERS.map((peer) => `${client} Peer ${peer} Address` as const),
      peerState,
    ),
  ];
}

function traversalServerSections(zone: number): readonly FormSection[] {
  const server = `Zones Zone ${zone} TraversalServer` as const;
  return [
    { title: "Connection credentials", fields: [{ item: `${server} Authentication UserName` }] },
    {
      title: "H.323",
      fields: [
        h323Mode(zone),
        { item: `${server} H323 Protocol`, words: h323TraversalWords },
        { item: `${server} H323 Port` },
        { item: `${server} H323 H46019 Demultiplexing Mode` },
      ],
    },
    {
      title: "SIP",
      fields: [
        sipMode(zone),
        { item: `${server} SIP Port` },
        { item: `${server} SIP Transport` },
        { item: `${server} SIP TLS Verify Mode` },
        { item: `${server} SIP TLS Verify Subject Name` },
        { item: `${server} Registrations` },
        { item: `${server} SIP Media Encryption Mode`, words: mediaEncryptionWords },
        { item: `${server} SIP Media ICE Support` },
        { item: `${server} SIP Poison Mode` },
      ],
    },
    {
      title: "Authentication",
      fields: [{ item: `${server} Authentication Mode`, words: authenticationPolicyWords }],
    },
    {
      title: "UDP / TCP probes",
      fields: [
        { item: `${server} UDPProbe RetryInterval` },
        { item: `${server} UDPProbe RetryCount` },
        { item: `${server} UDPProbe KeepAliveInterval` },
        { item: `${server} TCPProbe RetryInterval` },
        { item: `${server} TCPProbe RetryCount` },
        { item: `${server} TCPProbe KeepAliveInterval` },
      ],
    },
  ];
}

function dnsSections(zone: number, profile: string): readonly FormSection[] {
  const dns = `Zones Zone ${zone} DNS` as const;
  return [
    { title: "H.323", fields: [h323Mode(zone)] },
    {
      title: "SIP",
      fields: [
        sipMode(zone),
        { item: `${dns} SIP TLS Verify Mode` },
        { item: `${dns} SIP TLS Verify Subject Name` },
        { item: `${dns} SIP Default Transport` },
        { item: `${dns} SIP Media Encryption Mode`, words: mediaEncryptionWords },
        { item: `${dns} SIP Media ICE Support` },
      ],
    },
    {
      title: "Advanced",
      fields: [
        { item: `${dns} IncludeAddressRecord` },
        { item: `${dns} ZoneProfile`, words: zoneProfileWords },
        ...(profile === "Custom" ? dnsProfile.map((item) => ({ item: `${dns} ${item}` }) as const) : []),
      ],
    },
  ];
}

function locationSection(items: readonly FormField["item"][], peerState: PeerState): FormSection {
  return {
    title: "Location",
    fields: items.map((item) => ({
      item,
      beside: (visit) => {
        const address = visit.device.configuration.get(item);
        return address === "" ? undefined : peerState(visit, address);
      },
    })),
  };
}
