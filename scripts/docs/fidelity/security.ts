import type { FidelityNote } from "./note.ts";

export const securityNotes: readonly FidelityNote[] = [
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
    topic: "Automated intrusion protection",
    product:
      "Reads the logs; the firewall drops new connections of a blocked address to the port, without an answer. Each peer counts and blocks for itself; a restart forgets it",
    twin: "The same for SSH authorization failures, SSH protocol violations and web login failures (log-in page, XML and REST together), but the connection is closed at once. The other categories are stored only and say so. Paths of the items, commands, trigger level, window and duration (those of fail2ban) and fields of the log lines are assumed",
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
];
