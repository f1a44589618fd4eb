import type { ConfigurationList } from "../types.ts";

// Rows written in place: the device always has all of them (X7.2.1 capture prints peers 1 to 6 and policy servers 1 to 3 empty).
const fixedLists = [
  { path: "Option [1..64]", rows: "fixed", emptyRows: "hidden" },
  { path: "Ethernet [1..2]", rows: "fixed" },
  { path: "Registration RestrictionPolicy Service Server [1..3]", rows: "fixed" },
  { path: "Alternates Peer [1..6]", rows: "fixed" },
  { path: "Authentication ADS DC [1..5]", rows: "fixed" },
  { path: "Authentication ADS KDC [1..5]", rows: "fixed" },
  { path: "Zones Zone [1..1000] Neighbor Peer [1..6]", rows: "fixed" },
  { path: "Zones Zone [1..1000] TraversalClient Peer [1..6]", rows: "fixed" },
  { path: "Policy AdministratorPolicy Service Server [1..3]", rows: "fixed" },
  { path: "Policy Services Service [1..20] Server [1..3]", rows: "fixed" },
  { path: "DNS PerDomainServer [1..5]", rows: "fixed" },
  { path: "DNS Server [1..5]", rows: "fixed" },
  { path: "Logger Network [1..6]", rows: "fixed" },
  { path: "NTP Server [1..5]", rows: "fixed" },
  { path: "Remote Syslog [1..4]", rows: "fixed" },
] as const satisfies readonly ConfigurationList[];

// Rows added and removed by commands such as ZoneAdd and ZoneDelete.
const createdLists = [
  { path: "Login User [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "IP Route [1..50]", rows: "created" },
  { path: "Registration AllowList [1..2500]", rows: "created" },
  { path: "Registration DenyList [1..2500]", rows: "created" },
  { path: "Transform [1..100]", rows: "created" },
  { path: "SIP Domain [1..200]", rows: "created", uniqueItem: "Name" },
  { path: "SIP Routes Route [1..20]", rows: "created" },
  { path: "Authentication Account Admin Account [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "Authentication Account Admin Group [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "Authentication Account FindMe Account [1..10000]", rows: "created", uniqueItem: "Name" },
  { path: "Authentication Account FindMe Group [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "Authentication Credential [1..2500]", rows: "created", uniqueItem: "Name" },
  { path: "Zones LocalZone SubZones MembershipRules Rule [1..3000]", rows: "created" },
  { path: "Zones LocalZone SubZones SubZone [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "Zones Policy SearchRules Rule [1..2000]", rows: "created" },
  { path: "Zones Zone [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "Bandwidth Link [1..3000]", rows: "created", uniqueItem: "Name" },
  { path: "Bandwidth Pipe [1..1000]", rows: "created", uniqueItem: "Name" },
  { path: "Policy Services Service [1..20]", rows: "created", uniqueItem: "Name" },
  { path: "Firewall Rule [1..500]", rows: "created" },
  { path: "Firewall ActiveRule [1..500]", rows: "created" },
  { path: "IntrusionProtection Exemption [1..1000]", rows: "created" },
  { path: "Applications B2BUA MicrosoftLync TrustedHost [1..25]", rows: "created", uniqueItem: "Name" },
  { path: "Applications B2BUA MicrosoftLync Transcoder [1..25]", rows: "created", uniqueItem: "Address" },
  { path: "Applications B2BUA MicrosoftLync Transcoders PolicyRule [1..100]", rows: "created", uniqueItem: "Name" },
  { path: "Applications B2BUA TURN Server [1..10]", rows: "created", uniqueItem: "Address" },
  { path: "Zones DefaultZone AccessRules Rule [1..10000]", rows: "created", uniqueItem: "Name" },
  { path: "Policy AdministratorPolicy Rule [1..1000]", rows: "created" },
  { path: "CollaborationEdge UnifiedCM [1..50]", rows: "created", uniqueItem: "Address" },
  { path: "CollaborationEdge IMP [1..50]", rows: "created", uniqueItem: "Address" },
  { path: "Applications External Status [1..10]", rows: "created", uniqueItem: "Name" },
] as const satisfies readonly ConfigurationList[];

/** Every list of rows in the configuration, one entry for each index range that occurs in an item's path. */
export const configurationLists: readonly ConfigurationList[] = Object.freeze([...fixedLists, ...createdLists]);
