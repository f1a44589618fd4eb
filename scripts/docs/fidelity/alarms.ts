import type { FidelityNote } from "./note.ts";

export const alarmsNotes: readonly FidelityNote[] = [
  {
    topic: "Alarms about SIP settings (40033, 45014, 45016, 45017, 45018)",
    product: "The texts; whether they are raised while SIP mode is Off is not published",
    twin: "They are not: settings of SIP mean nothing then, nor those of a zone whose SIP mode is Off. 45016 is raised for zones with a transport of their own, not for DNS zones, where it is a fallback. A new DNS zone falls back to UDP, which a new peer does not speak: 45018 comes with it",
    kind: "assumed",
  },
  {
    topic: "Missing addresses and gateways (25003, 25004)",
    product: "The texts; no IPv4 item can be blank, and what stands for none is not published",
    twin: "The gateway of a new peer, 127.0.0.1, and the address 0.0.0.0. LAN 2 counts on an Expressway-E with Advanced Networking",
    kind: "assumed",
  },
  {
    topic: "Port conflicts (25018)",
    product: "The text; which functions are compared, and how they are called in it, is not published",
    twin: "Ports and ranges of H.323, SIP, traversal media, TURN and the ephemeral ports, for one protocol, while the function is on; two ports of traversal server zones are not compared, nor the range of DNS requests, by default all ports there are",
    kind: "assumed",
  },
  {
    topic: "Insufficient media ports (45019)",
    product: "Up to 20 ports for a traversal call (guide of X7.0)",
    twin: "20 ports for each rich media session or traversal call that the peer may carry: what the pool of the cluster has, as far as its platform goes",
    kind: "assumed",
  },
  {
    topic: "Active Directory (35003)",
    product: "No DNS servers are configured",
    twin: "Neither a default DNS server nor one for certain domains",
    kind: "assumed",
  },
];
