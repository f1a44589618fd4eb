import type { FidelityNote } from "./note.ts";

export const pagesNotes: readonly FidelityNote[] = [
  {
    topic: "Status > Alarms",
    product:
      'Alarms of all peers, with a Peer column; what "This system has N alarms" counts in a cluster is not published',
    twin: "Alarms of all peers, the own ones first; one of another peer has a link to that peer in place of its check box, since it is acknowledged there. The count is of the peer's own",
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
    twin: "Its settings and lists are stored only, under paths and commands of ours. While it is enabled, a change of its ports raises 55001, which a restart of the service clears; which settings ask for one is our reading. No call goes through it",
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
    twin: "Inbound ports are the sockets that are open; those that only the product listens on have a row that says that the emulator does not open them, with the ports that are configured. Outbound and remote ports are those of the administrator guide's port reference and the guide's Appendix 2, with the values that are configured now; the twin itself asks from ports that the machine gives it",
    kind: "assumed",
  },
  {
    topic: "Files that are refused",
    product: "Not documented, but for the kinds of file that are taken",
    twin: "Images without their end, archives with members that are not theirs, several files in a field, files in fields that a page does not have",
    kind: "assumed",
  },
];
