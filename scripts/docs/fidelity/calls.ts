import type { FidelityNote } from "./note.ts";

export const callsNotes: readonly FidelityNote[] = [
  {
    topic: "Calls",
    product: "Set up by SIP and H.323 signalling, with media",
    twin: "Made by the lab (`xtwin call`): searched, admitted, routed, counted, listed, disconnected and remembered as the product does it; no signalling on 5060, 5061 and 1720 and no media",
    kind: "differs",
  },
  {
    topic: "Ports of call signalling",
    product: "Listens on TCP 1720, TCP and UDP 5060 and TCP 5061; location confirms and SRV records lead there",
    twin: "Opens none of them. A location confirm names TCP 1720 as the product does, and the lab's DNS has the SRV records that the guide asks for: whoever calls there is refused. Maintenance > Tools > Port usage says so",
    kind: "differs",
  },
  {
    topic: "Registrations",
    product: "A VCS takes them by SIP and H.323; an Expressway X8.1 takes none",
    twin: "The lab registers endpoints with a VCS; nobody is registered over the network, and no registration is copied or expires",
    kind: "differs",
  },
  {
    topic: "Registration restriction policy",
    product: "Allow List, Deny List, a directory or a policy service decides who may register",
    twin: "The two lists decide when an endpoint registers; a policy that is not emulated lets nobody in and says so. Endpoints that are registered already stay",
    kind: "assumed",
  },
  {
    topic: "Search of an alias",
    product: "Transforms, search rules, policy services, DNS and ENUM zones, by SIP and H.323",
    twin: "Transforms and search rules; the Local Zone, other peers and neighbor zones by location requests on UDP 1719. DNS, ENUM and traversal zones, policy services and searches by SIP answer that they are not implemented",
    kind: "missing",
  },
  {
    topic: "Option keys",
    product: "Check digits bound to the serial number by a secret",
    twin: "The same form with check digits of our own: no key of a real box is good here, and `optionKeys` of a topology and `xtwin keys` make those that are",
    kind: "differs",
  },
  {
    topic: "Release key",
    product: "16 characters, bound to serial number and software by a secret; 30006 and 30008 go with it",
    twin: "16 hex digits of our own, for a serial number and a major version; entered on Option keys or with an upgrade, looked at when the peer starts. The text of 30006, and that it is about release keys, are assumed",
    kind: "assumed",
  },
  {
    topic: "Provisioning licenses and the TMS",
    product: "The limit comes from TMS over its Provisioning Extension services (HTTPS, SOAP), which are not published",
    twin: "JSON over HTTP or HTTPS, invented (the lab's TMS speaks HTTP only): each VCS with the key tells its provisioned devices every minute and at each change, and is told the limit and the other systems' devices. Two that register at the same moment may exceed it by one. The External manager is Active where that works; its Path is not used. Users, phone books and templates are not there",
    kind: "assumed",
  },
  {
    topic: "SIP and H.323 signalling, SNMP",
    product: "All of them",
    twin: "Configuration of them is stored only; nothing listens",
    kind: "missing",
  },
  {
    topic: "TURN services",
    product: "RFC 5766 over UDP, IPv4 and IPv6, on both LAN interfaces; TCP came with later releases",
    twin: "RFC 5766 over UDP and IPv4 on LAN 1: relays carry real data, take licenses, expire. DONT-FRAGMENT is answered as an attribute that is not known. A large peer serves its six ports",
    kind: "differs",
  },
  {
    topic: "Limits of TURN relays",
    product:
      "A server whose relays are all allocated names another of the cluster (administrator guide); other answers are not documented",
    twin: "300 Try Alternate with the peer that has most left, 508 when there is none; 486 when the licenses are used up. The relay's port is the next of the media range that is free",
    kind: "assumed",
  },
  {
    topic: "Credentials of TURN clients",
    product: "The local authentication database, H.350, Active Directory, or another box by delegation",
    twin: "The local authentication database, held as `Authentication Credential` rows, which X8.1 has no words for. Delegation is off as shipped; while it is on, requests get 500 Server Error and a note that it is not implemented. A nonce lasts an hour",
    kind: "assumed",
  },
  {
    topic: "State of a zone by SIP",
    product: "Far systems are asked by OPTIONS",
    twin: "Nobody is asked by SIP: On where SIP mode is On. By H.323 neighbors are asked and shown as Active, Failed, Checking",
    kind: "differs",
  },
];
