import type { FidelityNote } from "./note.ts";

export const maintenanceNotes: readonly FidelityNote[] = [
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
    topic: "System snapshot",
    product: "Status, logs or both, made in the background",
    twin: "`xStatus`, `xConfiguration`, the Event Log, the Configuration Log and the Network Log as a `.tar.gz`, at once",
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
    twin: "Levels of five are stored only and count for 25019; nothing is written",
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
];
