import type { ItemTemplate } from "./configuration/index.ts";

/**
 * The configuration items that the twin acts on, and how. All others are held: they can be read, set, copied and set back
 * on every surface, and nothing follows from them. docs/fidelity.md is made from this.
 */
export const actedOn: Readonly<Partial<Record<ItemTemplate, string>>> = {
  "SystemUnit Name": "shown on pages and in the footer",
  "SystemUnit Maintenance Mode": "alarm 15015; off after a restart",
  "Ethernet [1..2] IP V4 Address": "LAN 1 is where the peer listens after the next restart",
  "Ethernet [1..2] IP V4 StaticNAT Mode": "On for LAN 1 stops replication (20015)",
  "Alternates ConfigurationPrimary": "which peer is copied from",
  "Alternates Cluster Name": "compared between peers; 20012, 20019",
  "Alternates Cluster PreSharedKey": "the key exchange between peers",
  "Alternates Peer [1..6] Address": "membership of the cluster",
  "H323 Mode": "Off stops replication (20018)",
  "NTP Server [1..5] Address": "the peer's NTP client; 20010, 25002, 25021",
  "DNS Server [1..5] Address": "look-ups of NTP servers by name",
  "IP DNS Domain Name": "suffix of unqualified names",
  "IP DNS Hostname": "host of log lines, subject of the first certificate",
  "TimeZone Name": "local time on pages and in status",
  "Administration HTTPS Mode": "whether the web server listens, from the next restart",
  "Administration HTTP Mode": "whether port 80 redirects, from the next restart",
  "Administration SSH Mode": "whether SSH listens, from the next restart",
  "Management Session InactivityTimeout": "ends idle sessions",
  "Option [1..64] Key": "features and licenses; 25006, 30009, 30025",
  "Traversal Server TURN Mode": "On without TURN relay licenses: alarm 30011",
  "Zones Zone [1..1000] Name": "default links are named after it",
  "Zones Zone [1..1000] Type": "which links come with it, which items it shows",
  "Bandwidth Link [1..3000] Name": "45002, 45006, 45007, 45008 when a default link is missing",
  "Bandwidth Link [1..3000] Node1 Name": "the same",
  "Bandwidth Link [1..3000] Node2 Name": "the same",
};
