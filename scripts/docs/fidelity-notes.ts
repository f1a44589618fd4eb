import { virtualFiles } from "../../emulator/peer/files/file-table.ts";

const assumedPaths = virtualFiles.flatMap(({ path, assumed }) => (assumed ? [`\`${path}\``] : [])).join(", ");

/** What no table can tell: where the twin is true to the product, where it is our reading, where it differs. */
export const fidelityNotes = [
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
    twin: "`emulator/peer/cluster/replication-conditions.ts`; the first that fails stops the copy and raises its alarm",
    kind: "assumed",
  },
  {
    topic: "An edit on a subordinate",
    product: "At best overwritten, at worst replication fails (guide)",
    twin: "Overwritten at the next copy, unless the primary changed the same item since the last copy: then 20011 until ForceConfigUpdate",
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
    twin: "Active, Initializing, Failed",
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
    topic: "xPreferences, echo",
    product: "Known of sister products; in no text about this one",
    twin: "xPreferences xmlcommandresult and xmlstatusfeedback print XML in one shell, the other preferences are not implemented; echo off hides what a terminal types",
    kind: "assumed",
  },
  {
    topic: "A wrong password over SSH",
    product: "Linux with PAM: the answer comes after about two seconds",
    twin: "The same, two seconds of the lab's time or of the machine's, whichever pass first; six wrong passwords end a connection",
    kind: "assumed",
  },
  {
    topic: "The root shell",
    product: "BusyBox on Linux",
    twin: "The commands of `emulator/surfaces/shell/root/`, quotes and pipes. `tail -f` follows the logs, the only files that grow, alone or through `grep`. Variables, redirections and other tools are refused as not implemented. `netstat -l` lists the sockets that the peer really has",
    kind: "differs",
  },
  {
    topic: "`free`, `df` and `ps` of root",
    product: "A virtual machine with memory and disk for its size, and the processes on it",
    twin: "Memory is 4 GB, of a large peer 6, what is used of it is what the twin's whole process takes, with all peers of the lab; the disk is 132 GB, and used are the files of the table; `ps` lists the parts of the peer that run, by our names",
    kind: "differs",
  },
  {
    topic: "Files of root",
    product: "A file system. The guides name the release key, the image and its key in `/tmp`",
    twin: `Those of \`emulator/peer/files/file-table.ts\`, made by what the peer knows; no others can be made, changed or taken away. Guessed paths: ${assumedPaths}. Modes and times that a client sets are not taken over`,
    kind: "assumed",
  },
  {
    topic: "When a server certificate is used that was uploaded on its page",
    product: "From the next restart on, as alarm 15028 says, which later releases than X8.1 have",
    twin: "New HTTPS connections get it at once; nothing else of the twin serves a certificate. So no alarm is raised, and none for a certificate without a common name (40052, of later releases): the page warns",
    kind: "assumed",
  },
  {
    topic: "Trusted CA certificates and server certificate as shipped",
    product: "From X8.1 on a temporary CA, and a server certificate issued by it",
    twin: "A server certificate that has signed itself, and no CA; resetting brings these back. A certificate of CA:FALSE that has not signed itself is refused as a CA",
    kind: "differs",
  },
  {
    topic: "Certificate signing requests",
    product: "Names for the FQDNs of a cluster, its peers and Unified Communications domains are offered",
    twin: "Alternative names are typed, and the common name is one of them. RSA of 2048 or 4096 bits, SHA-256 to SHA-512; what is checked of the names is assumed",
    kind: "assumed",
  },
  {
    topic: "Revocation lists",
    product:
      "Uploaded as PEM, or fetched daily as PEM, DER, ZIP or GZIP; OCSP and distribution points within certificates for SIP TLS",
    twin: "The same without ZIP, OCSP and what SIP needs. DER can be uploaded too. Signatures by RSA (PKCS#1) and ECDSA count. Fetched lists stay when a later update fails. That 40006 is of a file that did not come and 40002 of one that is no list is assumed; a policy server is never asked. The revocation of a server is judged after the TLS handshake, before anything is sent",
    kind: "assumed",
  },
  {
    topic: "Certificates of clients",
    product:
      "Certificate validation, Certificate-based authentication; the user name is presented to the local or remote mechanism",
    twin: "The same for pages, XML and REST, from the restart on, with CRL checking and fallback as configured; a client that is refused loses its connection after the handshake, with the reason in the Event Log. The account has to be one of this peer's: the directory is not asked without a password. The regex is JavaScript's, not PCRE, applied to the text that the pages show, and what a group captures ends with the line. The shipped regex is read as `CN=`, without the space that documents print. Testing a certificate that the browser has loaded is missing",
    kind: "differs",
  },
  {
    topic: "Server certificate, private key and CA certificates over scp",
    product: "Files; what happens with a bad one is not documented",
    twin: "A file that is not PEM is refused, with the reason in the Event Log. Certificate and key are served from the next restart on, once they belong together and TLS takes them; until then the old ones stay. CA certificates are trusted at once",
    kind: "assumed",
  },
  {
    topic: "Upgrade over scp",
    product: "`/tmp/release-key`, then `/tmp/tandberg-image.tar.gz`, which is installed at once (administrator guide)",
    twin: "The same; an image that is refused is an error of the transfer",
    kind: "faithful",
  },
  {
    topic: "SSH host keys",
    product: "RSA",
    twin: "Ed25519 and ECDSA: clients of today refuse the old signatures",
    kind: "differs",
  },
  {
    topic: "Administrator accounts",
    product: "Accounts with a name, a password, an access level, web and API access; copied from the primary",
    twin: "The same, with passwords kept as scrypt hashes (the product: SHA-512). The item AccessLevel has a name and values of our own. The passwords of admin and root are kept on each peer and not copied; admin's web and API access stay on",
    kind: "assumed",
  },
  {
    topic: "DefaultValuesSet and administrator accounts",
    product: "The guide has accounts deleted by hand after level 2",
    twin: "No level deletes accounts or sets a password back",
    kind: "assumed",
  },
  {
    topic: "Who logs in by SSH",
    product: "admin and root alone (administrator guide of later releases)",
    twin: "The same; an administrator's access level makes no difference",
    kind: "assumed",
  },
  {
    topic: "Access level Read-only",
    product: "Sees all but some pages, of which Upgrade is named; changes nothing",
    twin: "No button that changes anything, and forms are refused. Closed: Upgrade, Backup and restore, System snapshot, Restart options and the pages that create something. XML is read and not put (403)",
    kind: "assumed",
  },
  {
    topic: "Access level Auditor",
    product: "Event Log, Configuration Log, Network Log, Alarms and Overview only",
    twin: "The same, without Acknowledge; XML and REST answer 403. Rights that change count with the next click",
    kind: "assumed",
  },
  {
    topic: "Strict passwords",
    product: "Counts of characters; runs such as abc, palindromes and dictionary words are refused too",
    twin: "The same without a dictionary, for administrators; passwords that are there already stay, and alarm 40018 is not raised",
    kind: "assumed",
  },
  {
    topic: "Default passwords of admin and root",
    product: "Alarms 40003 and 40005 until they are changed",
    twin: "Neither is raised: a lab begins without alarms",
    kind: "missing",
  },
  {
    topic: "Administrators of a directory",
    product: "Accounts of Active Directory, looked up by LDAP, with the highest rights of their groups",
    twin: "The same at any LDAP server: accounts by `sAMAccountName` or `uid`, groups by `member` or `uniqueMember`, by name without regard to case. With Both, an account of the peer goes before one of the directory; with Remote only, admin comes in over SSH alone. A right answer holds for a minute, and a session keeps the groups that it began with; rights of groups that change count at once",
    kind: "assumed",
  },
  {
    topic: "How a directory is asked",
    product:
      "Simple bind or SASL DIGEST-MD5, in clear text or by TLS, with revocation lists; whether TLS is LDAPS or StartTLS is not told",
    twin: "The same. Revocation lists are those within the file of CA certificates, as the guide says; with a check a list of each issuer has to be there, and lists are judged by the peer's clock. With DIGEST-MD5, the default, the peer's Bind username and whoever logs in prove their passwords by it (no signing or encryption of its own). TLS comes first on the ports 636 and 3269 and by StartTLS on others; the server's certificate has to be for the address that was entered, and is judged by the machine's date. Five seconds' patience for each answer; referrals are not followed",
    kind: "assumed",
  },
  {
    topic: "State of the connection to the directory",
    product:
      "Found out when the page is opened (administrator guide); the words are documented, xStatus LDAP is that of the predecessor",
    twin: "The same words, found out by each login, a second after a change and each minute while it has failed; the page shows what was found last",
    kind: "assumed",
  },
  {
    topic: "Administrator groups and DefaultValuesSet",
    product: "Not documented",
    twin: "Deleted from level 2 on, with the settings of remote logins",
    kind: "assumed",
  },
  {
    topic: "Calls",
    product: "Set up by SIP and H.323 signalling, with media",
    twin: "Made by the lab (`xtwin call`): searched, admitted, routed, counted, listed, disconnected and remembered as the product does it; no signalling on 5060, 5061 and 1720 and no media",
    kind: "differs",
  },
  {
    topic: "Registrations",
    product: "A VCS takes them by SIP and H.323; an Expressway X8.1 takes none",
    twin: "The lab registers endpoints with a VCS; nobody is registered over the network, and no registration is copied or expires",
    kind: "differs",
  },
  {
    topic: "Automated intrusion protection",
    product:
      "Reads the logs; the firewall drops new connections of a blocked address to the port, without an answer. Each peer counts and blocks for itself; a restart forgets it",
    twin: "The same for SSH authorization failures, SSH protocol violations and web login failures (log-in page, XML and REST together), but the connection is closed at once. The other categories are held and say so. Paths of the items, commands, trigger level, window and duration (those of fail2ban) and fields of the log lines are assumed",
    kind: "differs",
  },
  {
    topic: "Firewall rules",
    product:
      "IP tables: established sessions go on and return traffic is accepted, then rules of the applications (SNMP, gatekeeper discovery), then the configured ones; all else for the LAN addresses is accepted. Dropped traffic gets no answer, rejected traffic an ICMP message. Activated rules have 15 seconds to be accepted",
    twin: "The same order for what reaches the peer's sockets. The machine's own kernel completes TCP handshakes: a dropped connection is made and gets no answer, one that is rejected is reset; a rejected datagram is discarded without a message. Datagrams are judged one by one, but for answers to what the peer asked from a port of the system's choice: on the device a flow that both sides began at fixed ports, such as 4369, would go on. Rules for LAN 2 meet nothing. A rule about AH, or TCP 4370, shuts the stream that stands for IP protocol 51. Only the peer on which rules are activated has them on trial",
    kind: "differs",
  },
  {
    topic: "What may be in a firewall rule",
    product:
      "Priority, interface, address and prefix length, service, transport, ports, action, description; the list of services and of transports, ranges and the number of rules are not published",
    twin: "Services that the peers have, TCP, UDP, AH and All; priorities 1 to 65535; 500 rules. Paths of the items, commands, names of REST members and operations, and addresses of the pages beside `firewallrulesconfig` are ours. 40030 and 40034 stand from a refused activation until the rules are corrected or reverted; 40031, 40032 and 40100 have no cause here",
    kind: "assumed",
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
    topic: "Bandwidth updates between peers",
    product: "UDP 1719 (guide); their content is not published",
    twin: "H.225.0 non-standard messages with what all calls of a peer take, at each change and every 10 seconds; forgotten after 30 seconds of silence. The identifier in them is invented",
    kind: "assumed",
  },
  {
    topic: "A limit that two peers exceed at the same moment, or two halves of a cluster",
    product: "Not documented",
    twin: "As soon as all calls on it are known to all, the latest admitted are downspeeded or ended until the limit holds",
    kind: "assumed",
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
    topic: "Licenses of a lost peer",
    product:
      "In the pool for two weeks from the loss of contact (guide); alarms 30012 to 30017 in hours, days and after the removal",
    twin: "The same; the alarms rise after 12 hours, 7 days and 14 days",
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
    topic: "SIP and H.323 signalling, SNMP",
    product: "All of them",
    twin: "Configuration of them is held; nothing listens",
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
    topic: "REST: /api/management/status",
    product: "Tables of the whole cluster in one answer (X8.11)",
    twin: "Alarms and calls of the whole cluster, resource usage, registrations and licenses of the peer that is asked; 501 for everything else",
    kind: "assumed",
  },
  {
    topic: "REST: /api/provisioning",
    product:
      "From X8.8 on, not in X8.1; most names of members, the status of refusals and the frame of lists are not published",
    twin: "The paths of later releases over the configuration of X8.1, by the code of the CLI; names that no source gives are ours, after the labels of the pages. Refused: 400, 403, 404, 405 with a Message; created: 201; lists: an array. What X8.1 or the twin has nothing for: 501 with the reason, and counted. On a subordinate a change is taken and the next copy undoes it. No header against cross-site requests is asked for, as before X14.2",
    kind: "assumed",
  },
  {
    topic: "State of a zone by SIP",
    product: "Far systems are asked by OPTIONS",
    twin: "Nobody is asked by SIP: On where SIP mode is On. By H.323 neighbors are asked and shown as Active, Failed, Checking",
    kind: "differs",
  },
  {
    topic: "Status > Alarms",
    product:
      'Alarms of all peers, with a Peer column; what "This system has N alarms" counts in a cluster is not published',
    twin: "Alarms of all peers, the own ones first; one of another peer has a link to that peer in the place of its check box, since it is acknowledged there. The count is of the peer's own",
    kind: "assumed",
  },
  {
    topic: "Backup file",
    product: "A `.tar.gz`, `.enc` with a password; what is in it is not published",
    twin: "A `.tar.gz` of JSON and PEM files with a manifest of checksums; encrypted as `openssl enc -aes-256-cbc -pbkdf2` does. No file of a real box can be restored",
    kind: "differs",
  },
  {
    topic: "Restore",
    product: "Refused in a cluster and for another software version; another unit gives a warning",
    twin: "The same. The cluster name and key come back, the list of peers does not. A unit of another serial number keeps its option keys and its addresses",
    kind: "assumed",
  },
  {
    topic: "Factory reset",
    product: "Seven questions (guide), about 20 minutes; the last good image is installed anew",
    twin: "The same questions in the same order; the version that runs stays; the messages are the twin's own. A new hard disk has no log files on it. Without its IP configuration a peer has the address that the lab gave it, not 192.168.0.100",
    kind: "assumed",
  },
  {
    topic: "Upgrade",
    product: "An image with software, a release key for major versions",
    twin: "An image made by `xtwin image`, which holds a version alone, and a release key of the twin's own; 10 minutes. Downgrades are refused",
    kind: "assumed",
  },
  {
    topic: "Expressway database failure",
    product:
      "Alarm, snapshot, restore or `clusterdb_destroy_and_purge_data.sh` (guide); what a peer still does meanwhile is not documented",
    twin: "The damaged database is set aside; the peer starts anew with its own items and the values of a peer as unpacked, copies nothing and gives no copy. The script asks nothing and keeps LAN addresses, accounts, keys and logs",
    kind: "assumed",
  },
  {
    topic: "Feedback in a shell (`xFeedback`)",
    product:
      "Expressions of the command reference; prefixes of lines, limits and what an event holds are not published",
    twin: "`*e` and `*s`; events hold what the call history and the status know; 15 expressions a shell, as on kin of the product, and no limit for all shells together. A status is told of whole when more of it has changed than what changes as time passes",
    kind: "assumed",
  },
  {
    topic: "Feedback to a management server",
    product:
      "XML posted by HTTP or HTTPS; headers, identification, tries and what happens to a silent server are not published",
    twin: "A document as `/status.xml` writes it, without a block that identifies the sender; three tries ten seconds apart, then the Event Log tells of it and the server stays registered. Without an ID the lowest free place is taken, and the answer tells it. Over HTTPS the certificate of the server is judged as that of the external manager is (certificate verification mode, the peer's CA certificates); a certificate on a revocation list that the peer has is refused, a list that it has not is not missed",
    kind: "assumed",
  },
  {
    topic: "Events of feedback",
    product: "Names only",
    twin: "Bandwidth: a call in progress was downspeeded. AuthenticationFailure: wrong credentials for TURN. Locate: the result of `xCommand Locate`. RegistrationChanged and Status/LDAP are taken and never told of, which the answer says",
    kind: "assumed",
  },
  {
    topic: "System snapshot",
    product: "Status, logs or both, made in the background",
    twin: "`xStatus`, `xConfiguration`, the Event Log, the Configuration Log and the Network Log as a `.tar.gz`, at once",
    kind: "assumed",
  },
  {
    topic: "ZoneList, CheckBandwidth, FindRegistration",
    product:
      "Tell the zones of an alias by priority, the route and status between two nodes, the registration of an alias; their layout is not published",
    twin: "Answered from the dial plan, the links and the registrations of the peer, asking and taking nothing. ZoneList takes the rules of both protocols, for a search from the Local Zone; FindRegistration prints what xStatus Registrations does",
    kind: "assumed",
  },
  {
    topic: "DNSLookup",
    product: "The query tool of the DNS lookup page; the layout of the command is not published",
    twin: "Asks the peer's DNS servers, or those of the name's domain, and tells every record in the columns of the page of later releases. Names without a service are tried with the ten prefixes of the administrator guide; of a name that begins with a service, All asks for SRV alone, as in the guide; IPv6 addresses are not looked up",
    kind: "assumed",
  },
  {
    topic: "WarningRaise, WarningLower, WarningAcknowledge",
    product: "Names and arguments only",
    twin: "An alarm that an operator raised stands until an operator lowers it, or a restart; the text stands in the places of its description. One that follows a condition cannot be lowered while the condition holds",
    kind: "assumed",
  },
  {
    topic: "Event Log",
    product: "2 GB; names, levels and colors of the administrator guide; a MARK line after each idle hour",
    twin: "The newest 20,000 lines; the same names and levels, and some names of the twin's own (reference/events.md). Calls are logged as far as the twin knows them: without addresses of the endpoints. No MARK lines. Times are UTC",
    kind: "differs",
  },
  {
    topic: "Configuration Log",
    product: "30 MB, `System Configuration Changed` with item, values, user and address",
    twin: "The same. A change stands in the Event Log as well; the second line that the product's database writes is left out",
    kind: "faithful",
  },
  {
    topic: "Network Log",
    product: "What network.* modules write; levels by module",
    twin: "Lines in the form of those seen, of what the peer really sends and receives: RAS, DNS, LDAP, HTTP as a client, TCP connections of the peer's own; messages at Debug, repeats and silence at Info. No SIP. Which module has which number is assumed, and 20,000 lines are kept",
    kind: "assumed",
  },
  {
    topic: "Support Log",
    product: "Some 250 modules developer.*, at Info",
    twin: "Levels of five are held and count for 25019; nothing is written",
    kind: "differs",
  },
  {
    topic: "Diagnostic logging",
    product:
      "Starts and stops on all peers, raises the levels of the modules and restores them; an archive of texts and of tcpdump files, up to three of 20 MB for each interface",
    twin: "The same, told to the other peers in their probes. Levels count as raised and stay as configured. The archive is of X8.1, without dumps of status and configuration; one file of up to 60 MB has the UDP datagrams of the peer's own sockets, in packets made for them, and nothing of TCP; it is in memory and gone after a restart",
    kind: "differs",
  },
  {
    topic: "Incident reports",
    product: "Of each application that fails, with core dumps; sent to Cisco when that is On; form not documented",
    twin: "Of a crash and of a damaged database when the peer is back, and of errors in the twin's own software at once, with 15004 until the restart. A text, posted once over HTTP or HTTPS, over HTTP also by way of a proxy. No core is dumped; 15010, 15011 and 40017 are never raised",
    kind: "assumed",
  },
  {
    topic: "Remote syslog servers",
    product: "Up to four: legacy format or RFC 5424 over UDP, RFC 5424 over TLS",
    twin: "The same, and TCP as `user_defined`: octet counts (RFC 6587) for RFC 5424, line feeds for the legacy format. No structured data; a byte order mark before texts that are not ASCII. The program is the line's process, a change of configuration has facility local1, a line of the Network Log local6, all else local0; severities are in reference/events.md. A thousand lines wait for a server over TCP, which is tried every 30 seconds. Over TLS the server's certificate has to be issued by a CA of `ca.pem` and for the configured address; validity goes by the machine's clock; with the CRL check on, a list of every issuer of the chain has to be there, in date by the peer's clock",
    kind: "assumed",
  },
  {
    topic: "ClearAllStatus",
    product: "Wipes status and history",
    twin: "Empties the histories of calls, registrations and searches of the peer, and what the other peers list of its past calls; what goes on stays",
    kind: "assumed",
  },
  {
    topic: "Add and Delete commands of servers with fixed places",
    product: "Names and arguments only; Index 0 to 5",
    twin: "The first free place, or the one that Index names while it is free; the same server twice is refused. A Delete without the optional Address is refused. Policy services are held: nobody is asked",
    kind: "assumed",
  },
  {
    topic: "Login page",
    product: "Welcome title and text of the log-in page, an image (JPG, GIF, PNG), copied to all peers",
    twin: "The same; names and lengths of the items are ours, and the text is one line. The image is up to 512 kB, stays with its peer and is not in a backup",
    kind: "assumed",
  },
  {
    topic: "Call Policy",
    product: "An uploaded CPL script, or rules; the uploaded file and the XSD files can be shown",
    twin: "Both are kept, one excludes the other, and a script that is not CPL is refused; no call is judged by them. The file stays with its peer and is not in a backup. The XSD files are left out: they are the product's",
    kind: "missing",
  },
  {
    topic: "Default Zone access rules",
    product: "Rules about the names in the certificate of a system that connects by SIP over TLS",
    twin: "Held: nobody connects by SIP. Paths and commands are ours",
    kind: "missing",
  },
  {
    topic: "Microsoft Lync B2BUA",
    product: "A service on the peer, with trusted hosts, transcoders, policy rules and TURN servers",
    twin: "Its settings and lists are held, under paths and commands of ours. While it is enabled, a change of its ports raises 55001, which a restart of the service clears; which settings ask for one is our reading. No call goes through it",
    kind: "assumed",
  },
  {
    topic: "Unified CM and IM and Presence publishers",
    product: "CUCMConfigAdd and XMPPDiscovery ask a publisher for its cluster by AXL and keep what they find",
    twin: "The publisher is kept and not asked, as the journal notes; paths are ours",
    kind: "assumed",
  },
  {
    topic: "TMS Provisioning Extension services",
    product: "Users, FindMe, phone books and devices come from a server at intervals of each service's own",
    twin: "Held, under paths of ours; the status page says Not connected of a service that is on",
    kind: "missing",
  },
  {
    topic: "FindMe accounts and groups",
    product:
      "A VCS with the FindMe key calls the devices of a user whose FindMe ID is called; users log in to pages of their own, with passwords of the VCS or of a directory",
    twin: "Held, with the key or without: no call goes to a user's devices, nobody logs in, and Active FindMe sessions says so. An account has its first principal device alone. Names and FindMe IDs are unique whatever their case and unlike each other, passwords are kept as scrypt hashes under the strict rules. Paths, commands, most lengths and 1000 groups at most are ours; 10,000 accounts is the product's limit",
    kind: "missing",
  },
  {
    topic: "FindMe accounts, FindMe groups and DefaultValuesSet",
    product: "Not documented",
    twin: "Accounts are deleted from level 1 on, groups from level 2 on, as administrator groups are",
    kind: "assumed",
  },
  {
    topic: "Presence status, Lync users",
    product: "Publishers, presentities and subscribers; FindMe users that are registered with Lync",
    twin: "Pages that say that there are none, and why",
    kind: "missing",
  },
  {
    topic: "Language packs",
    product: "Packs (.tlp) are installed and removed; each browser may choose a language",
    twin: "English alone: packs are refused, and System default language is shown in the footer",
    kind: "missing",
  },
  {
    topic: "Related tasks",
    product: "Links at the foot of many pages",
    twin: "On the pages where the administrator guide has a task go on elsewhere; the choice of links is ours",
    kind: "assumed",
  },
  {
    topic: "Appliances, Status > Hardware",
    product:
      "Fan speeds, temperatures and voltages of an appliance, each with minimum and maximum; sensors and values are not published",
    twin: "Sensors and ranges of ours; a fault has one read another value. Out of its range 10001 stands, which of its types for fans, temperatures and voltages is our guess, and so are hardware version 1.0 and a LAN 1 speed of 1000full. An appliance carries what a virtual machine of its platform does, medium unless told",
    kind: "assumed",
  },
  {
    topic: "Fields and buttons that are left out",
    product:
      "NTP authentication, Flush DNS cache, Use dual network interfaces, SRV look-up of domain controllers, media demultiplexing ports, TLS handshake timeout, a bar for the strength of a password, the XSD files of CPL",
    twin: "xConfiguration of X8.1 has no items for the settings; names are not cached; the XSD files are the vendor's",
    kind: "missing",
  },
  {
    topic: "Help and the titles of pages",
    product:
      "Help opens the vendor's own pages in a new window; each page has a heading, often another than its name in the menu",
    twin: "Help tells of the fields of the page, from the tables of the twin. Headings are those of the VCS guide's chapters, as far as they are known",
    kind: "assumed",
  },
  {
    topic: "Pages that are left out",
    product: "Users > Login history (advanced account security), XMPP federation (Expressway-E)",
    twin: "A twin has no advanced account security mode; XMPP federation came with X8.2",
    kind: "missing",
  },
  {
    topic: "DNS lookup page",
    product: "Nslookup and Dig with their command lines, and the output of DiG 9.4.1 (guide, Appendix 4)",
    twin: "The same, of a real answer: flags, sections, query time by the lab's clock. Answers are asked for by UDP alone, so that one that does not fit is shown as far as it came, with the flag tc. Which servers Custom offers, and that each question has an output of its own, are our reading",
    kind: "faithful",
  },
  {
    topic: "Ping, Traceroute, Tracepath",
    product: "Network utilities on pages and as commands; what the commands print is not published",
    twin: "Real echo requests, sent with the machine's own ping (Linux, iputils) from the peer's address, one for each hop; in a simulation its network answers. Cuts and delays of the lab act on them, a peer that is off is silent, and firewall rules for all transports hold them off. A hop is waited for one second, and three silent ones in a row end a trace. Tracepath does not look for the largest packet. Without the program they say that they are not implemented",
    kind: "assumed",
  },
  {
    topic: "Port usage",
    product:
      "Local inbound, local outbound and remote listening ports, sortable, with Export to CSV; columns are not published",
    twin: "Inbound ports are the sockets that are open. Outbound and remote ports are those of the administrator guide's port reference and the guide's Appendix 2, with the values that are configured now; the twin itself asks from ports that the machine gives it",
    kind: "assumed",
  },
  {
    topic: "Modes on the CLI",
    product: "Fips, Securemode, Networkinterface",
    twin: "Not implemented, and say so",
    kind: "missing",
  },
  {
    topic: "Files that are refused",
    product: "Not documented, but for the kinds of file that are taken",
    twin: "Images without their end, archives with members that are not theirs, several files in a field, files in fields that a page does not have",
    kind: "assumed",
  },
] as const satisfies readonly {
  readonly topic: string;
  readonly product: string;
  readonly twin: string;
  readonly kind: "faithful" | "assumed" | "differs" | "missing";
}[];
