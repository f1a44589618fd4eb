import type { FidelityNote } from "./note.ts";

export const clusterNotes: readonly FidelityNote[] = [
  {
    topic: "Key exchange between peers",
    product: "IKE main mode on UDP 500, pre-shared key, AES-256, SHA-256, group modp4096",
    twin: "A challenge and response under the pre-shared key on UDP 500, in four messages of our own. Same outcomes: a wrong key, an unlisted address or a blocked port gives no association",
    kind: "differs",
  },
  {
    topic: "Database synchronization",
    product: "Under IP protocol 51 (AH)",
    twin: "A stream on TCP 4370, AES-256-GCM with keys from the association",
    kind: "differs",
  },
  {
    topic: "Cluster management",
    product: "UDP ephemeral ports; 4369 to 4380 may not be dropped",
    twin: "Probes every 10 seconds on UDP 4369, three misses until a peer is lost",
    kind: "assumed",
  },
  { topic: "Copy interval", product: "About 2 minutes (guide)", twin: "2 minutes", kind: "faithful" },
  {
    topic: "Order of the conditions for the copy",
    product: "Not documented",
    twin: "`emulator/peer/cluster/replication-conditions.ts`; the first that fails stops the copy. 20012, 20013, 20017 and 20018 stand whatever else fails; of the others only the first shows its alarm",
    kind: "assumed",
  },
  {
    topic: "An edit on a subordinate",
    product: "At best overwritten, at worst replication fails (guide)",
    twin: "Overwritten at the next copy, unless the primary changed the same item since the last copy: then 20011 until ForceConfigUpdate",
    kind: "assumed",
  },
  {
    topic: "H.323 mode Off (20018)",
    product: "An alarm (guide); whether configuration is still copied is not documented",
    twin: "The alarm stands and the copy goes on, or turning the mode on again on the primary would never arrive",
    kind: "assumed",
  },
  {
    topic: "Static NAT on LAN 1",
    product: "The cluster does not replicate correctly (guide)",
    twin: "The peer takes no copy and gives none, as its database channel does not answer: 20015 on it, 20006 at both ends, and 20016 on the others where it is the primary. No packet is translated",
    kind: "assumed",
  },
  {
    topic: "Peers that disagree about list, name or primary",
    product: "Equal everywhere, the order too; 20017 and the mismatch alarm while they differ (guide)",
    twin: "20013 and 20017 wherever two peers mean different primaries by number or by address, 20012 on every peer that sees another list or name, the primary among them; nothing is copied meanwhile. Names compare without regard to case",
    kind: "assumed",
  },
  {
    topic: "Peers of different software versions",
    product: "The cluster is partitioned by version (guide)",
    twin: "State words and 20008 stay; nothing is copied, and peers of two versions share no license, bandwidth or location",
    kind: "assumed",
  },
  {
    topic: "State words beside a peer's address",
    product: "This system, Unknown, Failed (guide), Active (administrator guide)",
    twin: "The same; Unknown until the first round of probes, Failed from the first round without an answer, or after three misses for a peer that was Active",
    kind: "faithful",
  },
  {
    topic: "Cluster database status",
    product: "Active when good; other words not documented",
    twin: "Active, Initializing, Failed, by the last real exchange with each peer: without one by 30 seconds after the announced copy it is Failed, with 20006 at both ends. Failed, too, where a condition with an alarm stops the copy to this peer, or the primary from giving any; Initializing while a peer is being added. Peers exchange tables whenever one of them is due to copy",
    kind: "assumed",
  },
  {
    topic: "Alarm ids for NTP and primary mismatch",
    product: "Not documented",
    twin: "20010 and 20013, with UUIDs of our own",
    kind: "assumed",
  },
  {
    topic: "Restart, reboot",
    product: "About 3 and 5 minutes",
    twin: "3 and 5 minutes of the lab's time; 2 seconds with `--quick`",
    kind: "faithful",
  },
  {
    topic: "DefaultValuesSet",
    product: "Item lists per level are no longer published",
    twin: "Levels as the administrator guide describes them in words. The shipped links go and come back with DefaultLinksAdd",
    kind: "assumed",
  },
  {
    topic: "A zone, subzone, pipe or policy service that is renamed",
    product: "Not documented",
    twin: "Links, search rules, membership rules and pipes of links that name it follow in the same change",
    kind: "assumed",
  },
  {
    topic: "Bandwidth updates between peers",
    product: "UDP 1719 (guide); their content is not published",
    twin: "H.225.0 non-standard messages with what all calls of a peer take, at each change and every 10 seconds; forgotten after 30 seconds of silence. The identifier in them is invented",
    kind: "assumed",
  },
  {
    topic: "A limit or a license pool that two peers exceed at the same moment, or two halves of a cluster",
    product: "Not documented",
    twin: "As soon as all calls on it are known to all, the latest admitted are downspeeded or ended until the limit holds. A pool that shrinks takes nothing back from the calls that were there",
    kind: "assumed",
  },
  {
    topic: "Licenses of a lost peer",
    product:
      "In the pool for two weeks from the loss of contact (guide); alarms 30012 to 30017 in hours, days and after the removal",
    twin: "The same, from the earliest moment of loss that any peer of the cluster knows until somebody sees the lost one again, told by how long ago it was, so that no wrong clock falsifies it; the alarms rise after 12 hours, 7 days and 14 days",
    kind: "assumed",
  },
  {
    topic: "A copy that cannot come out equal (20009)",
    product: "An error during automatic replication; causes are not published",
    twin: "A store that does not keep what is written to it, or a primary that is another product",
    kind: "assumed",
  },
  {
    topic: "Files of peers (20014)",
    product: "A configuration file of each subordinate, on the primary and on the peer; what is in it is not published",
    twin: "The fact that it is there: written with the first copy, lost by a fault or with the database, written again by ForceConfigUpdate",
    kind: "assumed",
  },
  {
    topic: "A removed peer that comes back uncleared",
    product: "Alarms on both sides; which is not documented",
    twin: "20004 on it, and 20004 on each former peer at which it knocks",
    kind: "assumed",
  },
  {
    topic: "A peer that crashes",
    product: "Its TCP connections end by timeout",
    twin: "The other side learns at once that a connection has ended",
    kind: "differs",
  },
  {
    topic: "Expressway database failure",
    product:
      "Alarm, snapshot, restore or `clusterdb_destroy_and_purge_data.sh` (guide); what a peer still does meanwhile is not documented",
    twin: "The damaged database is set aside; the peer starts anew with its own items and the values of a peer as unpacked, copies nothing and gives no copy. The script asks nothing and keeps LAN addresses, accounts, keys and logs",
    kind: "assumed",
  },
];
