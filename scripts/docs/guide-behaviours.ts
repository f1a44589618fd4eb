/** The behaviours of the cluster guide (X8.1, December 2013) that the twin emulates, numbered. An id never changes; tests cite ids. */
export const guideBehaviours = [
  {
    id: "G1.1",
    behaviour: "Peers share routing, zones and all other cluster-wide configuration, copied from the primary.",
  },
  { id: "G1.2", behaviour: "Peers share bandwidth usage: a pipe or link limit holds for the cluster as a whole." },
  {
    id: "G1.3",
    behaviour: "Call licenses form one pool: a call on any peer may use a license installed on any other.",
  },
  {
    id: "G1.4",
    behaviour:
      "Licenses of a peer that is out of contact stay in the pool for two weeks from the loss of contact, across restarts of the remaining peers; then they leave it; they return with the peer.",
  },
  { id: "G1.5", behaviour: "A peer never carries more calls than its own platform can, however large the pool is." },
  {
    id: "G1.6",
    behaviour:
      "Any peer can find an endpoint or route a call on behalf of any other (location requests between peers over H.323).",
  },
  { id: "G1.7", behaviour: "At most 6 peers; a seventh address cannot be entered." },
  {
    id: "G2.1",
    behaviour:
      "Same software version on all; different versions only while upgrading, and then the cluster is partitioned by version.",
  },
  {
    id: "G2.2",
    behaviour: "SRV record for the cluster name with A/AAAA of each peer; forward and reverse look-up of every peer.",
  },
  { id: "G2.3", behaviour: "Every peer has its own IPv4 (and IPv6) address." },
  { id: "G2.4", behaviour: "Round trip to every other peer of at most 30 ms." },
  { id: "G2.5", behaviour: "Directly routable, no NAT between peers; firewall open on the ports of G14." },
  { id: "G2.6", behaviour: "Equivalent hardware platform (small, medium, large VM)." },
  { id: "G2.7", behaviour: "Identical option keys apart from the number of call licenses." },
  { id: "G2.8", behaviour: "Some option keys ask for a restart before they are active." },
  { id: "G2.9", behaviour: "A different system name on each peer." },
  { id: "G2.10", behaviour: "H.323 mode On, even for SIP-only use." },
  { id: "G3.1", behaviour: "Software version is shown." },
  {
    id: "G3.2",
    behaviour: "Maintenance > Backup and restore makes a backup file that can be downloaded and restored.",
  },
  { id: "G3.3", behaviour: "System > Ethernet shows and sets a valid speed; System > IP address and gateway." },
  {
    id: "G3.4",
    behaviour:
      "System > DNS: servers, system host name, domain name used as suffix of unqualified names; host.domain = FQDN.",
  },
  { id: "G3.5", behaviour: 'System > Time: NTP servers; State shows "Synchronized" when it truly is.' },
  { id: "G3.6", behaviour: "System > Clustering: Peer 1..6 IP address, all blank at first." },
  {
    id: "G3.7",
    behaviour: "Configuration > Zones > Zones lists neighbor and traversal zones with their peer addresses.",
  },
  { id: "G3.8", behaviour: "Configuration > Call routing: Call signaling optimization On." },
  {
    id: "G3.9",
    behaviour:
      "Maintenance > Maintenance mode On, with a confirmation dialog; new calls are refused, present calls go on.",
  },
  {
    id: "G3.10",
    behaviour: "Status > Calls lists calls; tick and Disconnect ends them; calls also end by themselves.",
  },
  {
    id: "G3.11",
    behaviour:
      'Cluster name, Configuration primary 1, pre-shared key, Peer 1 = own address; Save; "This system" appears to the right, perhaps only after a refresh.',
  },
  { id: "G3.12", behaviour: "With advanced networking, the peer address must be LAN 1 and LAN 1 must not have NAT." },
  {
    id: "G3.13",
    behaviour:
      "Maintenance > Restart options > Restart, confirm OK; the peer goes away and comes back with its configuration.",
  },
  {
    id: "G3.14",
    behaviour: 'Status > Alarms: a "restart required" alarm where a change needs one; it clears with the restart.',
  },
  { id: "G3.15", behaviour: "Maintenance mode goes off with a restart." },
  { id: "G4.1", behaviour: "The primary may not list the new peer in a neighbor or traversal zone." },
  {
    id: "G4.2",
    behaviour:
      'New address typed in the first empty field on the primary: state "Unknown", after a refresh "Failed", until the peer is completely added.',
  },
  {
    id: "G4.3",
    behaviour:
      "A cluster communication failure alarm rises on the primary and all present peers; it clears later by itself.",
  },
  {
    id: "G4.4",
    behaviour:
      "Replication is suspended cluster-wide until the new peer is completely added: changes made meanwhile are not copied, and are copied afterwards.",
  },
  { id: "G4.5", behaviour: "Every other peer gets the same cluster name, key, primary and list by hand." },
  {
    id: "G4.6",
    behaviour:
      "On the new peer: `xcommand DefaultValueSet Level: 2` then `xcommand DefaultLinksAdd`; LDAP authentication settings go; the web admin password is what remains.",
  },
  { id: "G4.7", behaviour: "Users > Administrator accounts: all but the default admin deleted." },
  {
    id: "G4.8",
    behaviour:
      "Saving the cluster settings on the new peer raises a communication failure alarm there; it clears after the restart.",
  },
  {
    id: "G4.9",
    behaviour:
      "After the restart, about 2 minutes to the first copy from the primary: the new peer's cluster-wide configuration is deleted and replaced.",
  },
  {
    id: "G4.10",
    behaviour: 'Up to 5 minutes until System > Clustering reports cluster database status "Active" on every peer.',
  },
  { id: "G4.11", behaviour: "Certificates (trusted CA, server) are per peer and must be installed on the new one." },
  { id: "G5.1", behaviour: "Cluster settings." },
  { id: "G5.2", behaviour: "Ethernet speed." },
  { id: "G5.3", behaviour: "LAN addresses, gateway, static routes (but not the IP protocol)." },
  { id: "G5.4", behaviour: "System name." },
  { id: "G5.5", behaviour: "DNS servers, host name, domain." },
  { id: "G5.6", behaviour: "NTP servers, time zone." },
  { id: "G5.7", behaviour: "SNMP." },
  { id: "G5.8", behaviour: "Event log, configuration log, log level, syslog servers." },
  { id: "G5.9", behaviour: "Certificates and CRLs." },
  { id: "G5.10", behaviour: "Administration access: serial, SSH, HTTPS, HTTP redirect, automated protection." },
  { id: "G5.11", behaviour: "Option keys (rich media session and TURN relay licenses are shared)." },
  {
    id: "G5.12",
    behaviour:
      "A cluster-wide item changed on a non-primary peer: at best overwritten at the next copy, at worst replication fails with an alarm.",
  },
  {
    id: "G6.1",
    behaviour:
      "On the peer: new cluster name, key deleted, all addresses deleted, Save: an alarm rises until the restart.",
  },
  { id: "G6.2", behaviour: "Applications > B2BUA > Microsoft Lync > Configuration can be disabled." },
  {
    id: "G6.3",
    behaviour: "On the primary the address is deleted and the list closed up; Configuration primary follows its peer.",
  },
  { id: "G6.4", behaviour: "The other peers get the same list." },
  { id: "G6.5", behaviour: "The removed peer keeps its configuration and works alone." },
  { id: "G7.1", behaviour: "Same edits on the remaining peers, without the dead one." },
  {
    id: "G7.2",
    behaviour:
      "It may not come back uncleared: reconnected with its old settings it disturbs its former peers (alarms on both sides).",
  },
  {
    id: "G7.3",
    behaviour:
      "root over SSH or serial: `factory-reset` asks seven questions in order (keep option keys, keep IP configuration, keep SSH keys, keep root and admin passwords, save log files, replace hard disk, sure to continue), prints progress, drops the connection, is away for a long time, then comes back reset.",
  },
  { id: "G7.4", behaviour: "`xcommand DefaultLinksAdd` afterwards restores the default links." },
  {
    id: "G8.1",
    behaviour:
      "Non-primary peers first, one at a time, then the primary; each keeps its configuration and works alone.",
  },
  {
    id: "G9.1",
    behaviour:
      'On the new primary, then on the old one, then on the rest, Configuration primary is set to the new number. Between the steps: "Cluster primary mismatch" and "Cluster replication error" alarms; about 2 minutes after the last step they are gone.',
  },
  {
    id: "G9.2",
    behaviour: "Works with the old primary dead (then G7). An old primary that returns must be added anew (G4).",
  },
  { id: "G10.1", behaviour: "Remove, change the address, add again." },
  { id: "G11.1", behaviour: "Remove (dead or alive), add the replacement." },
  { id: "G12.1", behaviour: "Cluster name not configured." },
  { id: "G12.2", behaviour: "manual synchronization of configuration is required." },
  {
    id: "G12.3",
    behaviour:
      "cannot find primary or this subordinate's peer configuration file, manual synchronization of configuration is required.",
  },
  {
    id: "G12.4",
    behaviour: "configuration primary ID is inconsistent, manual synchronization of configuration is required.",
  },
  {
    id: "G12.5",
    behaviour:
      "this peer's configuration conflicts with the primary's configuration, manual synchronization of configuration is required.",
  },
  { id: "G12.6", behaviour: "the NTP server is unreachable." },
  { id: "G12.7", behaviour: "the local Expressway does not appear in the list of peers." },
  {
    id: "G12.8",
    behaviour:
      "automatic replication of configuration has been temporarily disabled because an upgrade is in progress.",
  },
  { id: "G12.9", behaviour: "Invalid clustering configuration: H.323 mode must be turned On." },
  { id: "G12.10", behaviour: "Expressway database failure." },
  {
    id: "G12.11",
    behaviour:
      "`xcommand ForceConfigUpdate` on the subordinate deletes its configuration, copies the primary's and clears G12.2-G12.5.",
  },
  {
    id: "G12.12",
    behaviour:
      "Database failure: system snapshot, remove, restore a backup of that peer, add again; or, as root, `clusterdb_destroy_and_purge_data.sh` before the restore.",
  },
  {
    id: "G12.13",
    behaviour: "Peer addresses that are not LAN 1, or a LAN 1 with static NAT: replication does not work.",
  },
  {
    id: "G13.1",
    behaviour:
      "Maintenance > Tools > Network utilities > DNS lookup: host and query type; answers laid out as dig lays them out (question, answer, authority, additional, query time, server).",
  },
  {
    id: "G13.2",
    behaviour:
      "`_sips._tcp`, `_sip._tcp`, `_sip._udp`, `_h323ls._udp`, `_h323cs._tcp` SRV records of the cluster name, with priority and weight.",
  },
  { id: "G13.3", behaviour: 'NAPTR records for a domain ("s", "se") and for ENUM ("u" with a regular expression).' },
  {
    id: "G14.1",
    behaviour:
      "UDP 500 ISAKMP: main mode, pre-shared key, peer identified by its IP address, AES-256, SHA-256, group modp4096. A wrong key or a blocked port: no database synchronization, communication failure alarms.",
  },
  { id: "G14.2", behaviour: "Database synchronization (IP protocol 51 on the real product)." },
  { id: "G14.3", behaviour: "UDP 1719 bandwidth updates." },
  {
    id: "G14.4",
    behaviour:
      "Cluster management on UDP ephemeral ports; 4369-4380 must not be dropped by the peer's own firewall rules.",
  },
  { id: "G14.5", behaviour: "SIP (5060, 5061) and H.323 (1719, 1720) signalling for calls." },
  {
    id: "G14.6",
    behaviour: "System > Protection > Firewall rules: a rule that drops one of these ports has its real effect.",
  },
] as const satisfies readonly { readonly id: string; readonly behaviour: string }[];
