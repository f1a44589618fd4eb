import type { ItemTemplate } from "./configuration/index.ts";
import { firewallRuleItems } from "./configuration/firewall.ts";
import { intrusionCategories } from "./intrusion-categories.ts";
import { portItems } from "./port-uses.ts";

const protection = Object.fromEntries(
  intrusionCategories.flatMap((category) => {
    if (!("ports" in category)) return [];
    const { word, ports } = category;
    const of = `IntrusionProtection Category ${word}`;
    const closed = ports.length === 1 ? `port ${ports.join()}` : `ports ${ports.join(" and ")}`;
    return [
      [`${of} Mode`, `On: addresses that fail too often are kept from ${closed}`],
      [`${of} TriggerLevel`, "how many failures that takes"],
      [`${of} DetectionWindow`, "in which time"],
      [`${of} BlockDuration`, "for how long"],
      [`IntrusionProtection Exemption [1..1000] ${word}`, "whether the exemption is from this category"],
    ];
  }),
) as Readonly<Partial<Record<ItemTemplate, string>>>;

const firewall = Object.fromEntries(
  firewallRuleItems
    .filter((item) => item !== "Description")
    .flatMap((item) => [
      [`Firewall Rule [1..500] ${item}`, "what the next activation puts in force"],
      [`Firewall ActiveRule [1..500] ${item}`, "what the peer lets in"],
    ]),
) as Readonly<Partial<Record<ItemTemplate, string>>>;

/**
 * The configuration items that the twin acts on, and how. All others are stored only: they can be read, set, copied and set back
 * on every surface, and nothing follows from them. docs/fidelity.md is made from this.
 */
const actedOn: Readonly<Partial<Record<ItemTemplate, string>>> = {
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
  "DNS Server [1..5] Address": "look-ups of NTP servers by name, and by DNSLookup",
  "DNS PerDomainServer [1..5] Address": "look-ups of names in the two domains of the server",
  "DNS PerDomainServer [1..5] Domain1": "names in this domain are asked of the server",
  "DNS PerDomainServer [1..5] Domain2": "names in this domain, too",
  "IP DNS Domain Name": "suffix of unqualified names",
  "IP DNS Hostname": "host of log lines, subject of the first certificate",
  "Language Default": "shown in the footer",
  "Login Page Title": "shown on the log-in page",
  "Login Page Message": "shown on the log-in page",
  "TimeZone Name": "local time on pages and in status",
  "Logger Network [1..6] Level": "lines of a higher level are not written to the Network Log; 25019",
  "ErrorReport Mode": "On: incident reports that were not sent yet are posted",
  "ErrorReport Url": "where they are posted",
  "ErrorReport Contact": "goes along with them as the header From",
  "ErrorReport Proxy": "they go by way of it, unless the URL is one of HTTPS",
  "ErrorReport CoreDump": "a change asks for a restart (15014); no core is dumped",
  "Log Level": "events of a higher level are not written to the Event Log",
  "Remote Syslog [1..4] Address": "who is sent each line of the Event Log and the Configuration Log",
  "Remote Syslog [1..4] Port": "the port that the lines are sent to",
  "Remote Syslog [1..4] Mode": "format and transport of the lines",
  "Remote Syslog [1..4] Format": "format of the lines, for the mode user_defined",
  "Remote Syslog [1..4] Transport": "transport of the lines, for the mode user_defined",
  "Remote Syslog [1..4] Crlcheck":
    "On: over TLS nothing is sent to a server whose certificate a revocation list names, or of an issuer without a list",
  "Remote Syslog [1..4] Loglevel": "less severe lines are not sent",
  "Administration HTTPS Mode": "whether the web server listens, from the next restart",
  "Administration HTTP Mode": "whether port 80 redirects, from the next restart",
  "Administration SSH Mode": "whether SSH listens, from the next restart",
  "Management Session InactivityTimeout": "ends idle sessions",
  "Management Session MaxConcurrentSessionsUser": "sessions beyond it are refused, of pages and over SSH",
  "Management Session MaxConcurrentSessionsTotal": "sessions of all accounts together beyond it are refused",
  "Authentication Account Admin Account [1..1000] Name": "an administrator who logs in, on every peer of a cluster",
  "Authentication Account Admin Account [1..1000] Password": "kept as a hash",
  "Authentication Account Admin Account [1..1000] AccessLevel": "which pages open, and whether anything may be changed",
  "Authentication Account Admin Account [1..1000] AccessWeb": "Off keeps the account from the pages",
  "Authentication Account Admin Account [1..1000] AccessAPI": "Off keeps the account from XML and REST",
  "Authentication Account Admin Account [1..1000] Enabled": "Off keeps the account from everything",
  "Authentication Account Admin Group [1..1000] Name": "members of the directory's group of that name log in",
  "Authentication Account Admin Group [1..1000] AccessLevel":
    "which pages open to them, and whether they may change anything",
  "Authentication Account Admin Group [1..1000] AccessWeb": "Off keeps them from the pages",
  "Authentication Account Admin Group [1..1000] AccessAPI": "Off keeps them from XML and REST",
  "Authentication Account Admin Group [1..1000] Enabled": "Off: the group counts for nothing",
  "Login Source Admin": "whether administrators are looked for on the peer, in the directory, or both; 35004, 40029",
  "Login Remote LDAP Server Address": "the directory server, or with SRV record its domain",
  "Login Remote LDAP Server FQDNResolution": "how the address of the directory server is looked up",
  "Login Remote LDAP Server Port": "its port; 636 and 3269 begin with TLS, others ask for it with StartTLS",
  "Login Remote LDAP CRLCheck":
    "the revocation lists within the file of CA certificates judge the server's certificate",
  "Authentication Certificate Mode":
    "from the next restart: the web server serves clients with a valid certificate only; Authentication: who they are is read from it",
  "Authentication Certificate Crlcheck": "how far revocation lists are asked for certificates of clients",
  "Authentication Certificate Crlinaccessible": "whether a client is refused for whose issuer there is no list",
  "Authentication Certificate UsernameRegex": "takes the user name from a client's certificate",
  "Authentication Certificate UsernameTemplate": "what the user name is made of",
  "Login Remote LDAP Encryption": "TLS to the directory server, whose certificate the peer's CA certificates must know",
  "Login Remote LDAP SASL": "DIGEST-MD5: binds prove the password without sending it; None sends it",
  "Login Remote LDAP VCS BindDN": "what the peer binds with before it searches, where SASL is None",
  "Login Remote LDAP VCS BindUsername": "what the peer binds with before it searches, where SASL is DIGEST-MD5",
  "Login Remote LDAP VCS BindPassword": "the password that goes with it",
  "Login Remote LDAP BaseDN Accounts": "where accounts are searched",
  "Login Remote LDAP BaseDN Groups": "where groups are searched; blank is that of accounts",
  "Login Remote LDAP SearchOptimize NestedDepth": "how deep groups within groups are followed",
  "Authentication StrictPassword Enabled": "new passwords have to keep to the other rules of this page",
  "Authentication StrictPassword MinimumLength": "a rule for new passwords, where strict passwords are enforced",
  "Authentication StrictPassword MinimumDigits": "a rule for new passwords, where strict passwords are enforced",
  "Authentication StrictPassword MinimumUpperCase": "a rule for new passwords, where strict passwords are enforced",
  "Authentication StrictPassword MinimumLowerCase": "a rule for new passwords, where strict passwords are enforced",
  "Authentication StrictPassword MinimumOther": "a rule for new passwords, where strict passwords are enforced",
  "Authentication StrictPassword MinimumClasses": "a rule for new passwords, where strict passwords are enforced",
  "Authentication StrictPassword MaximumConsecutiveRepeated":
    "a rule for new passwords, where strict passwords are enforced",
  "ExternalManager Address": "the TMS that a VCS with Device Provisioning asks for licenses; 30018",
  "ExternalManager Protocol": "whether it is asked by HTTP or HTTPS",
  "ExternalManager Server Certificate Verification Mode":
    "Off: by HTTPS its certificate, and that of a server that feedback is posted to, is taken as it is",
  "Option [1..64] Key": "features and licenses; 25006, 30009, 30025",
  "Traversal Server TURN Mode": "TURN services on an Expressway-E; without TURN relay licenses alarm 30011",
  "Traversal Server TURN Port": "where TURN requests are served",
  "Traversal Server TURN PortRangeStart": "where TURN requests are served on a large peer, from this port",
  "Traversal Server TURN PortRangeEnd": "where TURN requests are served on a large peer, to this port",
  "Traversal Server TURN Media Port Start": "the first port of relays",
  "Traversal Server TURN Media Port End": "the last port of relays",
  "Traversal Server TURN Authentication Mode": "whether TURN requests need credentials",
  "Traversal Server TURN Authentication Realm": "what TURN clients are challenged with",
  "Traversal Server TURN Authentication Remote Mode": "On: TURN requests are refused, delegation is not emulated",
  "Authentication Credential [1..2500] Name": "who may use TURN services",
  "Authentication Credential [1..2500] Password": "what their TURN requests are signed with",
  "Zones Zone [1..1000] Name": "default links are named after it",
  "Zones Zone [1..1000] Type": "which links come with it, which items it shows",
  "Zones Zone [1..1000] HopCount": "cuts the hop count of searches that go on to it",
  "Zones Zone [1..1000] H323 Mode": "On for a neighbor: it is asked whether it is there, and searched",
  "Zones Zone [1..1000] Neighbor H323 Port": "where its systems are asked",
  "Zones Zone [1..1000] Neighbor Peer [1..6] Address": "the systems that are asked",
  "Transform [1..100] Pattern String": "aliases are changed before a search",
  "Transform [1..100] Pattern Type": "how an alias is compared with the pattern",
  "Transform [1..100] Pattern Behavior": "what the transform makes of an alias that matches",
  "Transform [1..100] Pattern Replace": "what it puts in place of the match, or adds to it",
  "Transform [1..100] State": "Disabled: the transform is passed over",
  "Transform [1..100] Priority": "the first transform that matches is applied",
  "Zones Policy SearchRules Rule [1..2000] Priority": "the order in which rules are searched",
  "Zones Policy SearchRules Rule [1..2000] Name": "names the rule in Status > Search history",
  "Zones Policy SearchRules Rule [1..2000] State": "Disabled: the rule is passed over",
  "Zones Policy SearchRules Rule [1..2000] Protocol": "searches by another protocol pass over the rule",
  "Zones Policy SearchRules Rule [1..2000] Source Mode": "searches from elsewhere pass over the rule",
  "Zones Policy SearchRules Rule [1..2000] Source Name": "the zone or subzone that searches have to come from",
  "Zones Policy SearchRules Rule [1..2000] Mode": "which aliases the rule takes",
  "Zones Policy SearchRules Rule [1..2000] Pattern Type": "how an alias is compared with the pattern",
  "Zones Policy SearchRules Rule [1..2000] Pattern String": "the aliases that the rule takes",
  "Zones Policy SearchRules Rule [1..2000] Pattern Behavior": "what is made of the alias before the search goes on",
  "Zones Policy SearchRules Rule [1..2000] Pattern Replace": "what goes in place of the match",
  "Zones Policy SearchRules Rule [1..2000] Progress": "Stop ends the search with the rule",
  "Zones Policy SearchRules Rule [1..2000] Target Name": "where the alias is looked for",
  "Zones Policy SearchRules Rule [1..2000] Target Type": "whether that is a zone or a policy service",
  "Bandwidth Default": "bandwidth of a call that asks for none",
  "Bandwidth Downspeed PerCall Mode": "a call beyond a per-call limit gets less, or is refused",
  "Bandwidth Downspeed Total Mode": "a call beyond a total limit gets less, or is refused",
  "Bandwidth Pipe [1..1000] Name": "links name the pipe by it",
  "Bandwidth Pipe [1..1000] Bandwidth Total Mode": "whether the limit below it holds",
  "Bandwidth Pipe [1..1000] Bandwidth Total Limit": "holds for the calls of the whole cluster",
  "Bandwidth Pipe [1..1000] Bandwidth PerCall Mode": "whether the limit below it holds",
  "Bandwidth Pipe [1..1000] Bandwidth PerCall Limit": "holds for each call",
  "Zones LocalZone TraversalSubZone Bandwidth Total Mode": "whether the limit below it holds",
  "Zones LocalZone TraversalSubZone Bandwidth Total Limit": "holds for the calls of the whole cluster",
  "Zones LocalZone TraversalSubZone Bandwidth PerCall Mode": "whether the limit below it holds",
  "Zones LocalZone TraversalSubZone Bandwidth PerCall Limit": "holds for each call",
  "Zones LocalZone DefaultSubZone Bandwidth Total Mode": "whether the limit below it holds",
  "Zones LocalZone DefaultSubZone Bandwidth Total Limit": "holds for the calls of the whole cluster",
  "Zones LocalZone DefaultSubZone Bandwidth PerCall Inter Mode": "whether the limit below it holds",
  "Zones LocalZone DefaultSubZone Bandwidth PerCall Inter Limit": "holds for each call into or out of the subzone",
  "Zones LocalZone DefaultSubZone Bandwidth PerCall Intra Mode": "whether the limit below it holds",
  "Zones LocalZone DefaultSubZone Bandwidth PerCall Intra Limit": "holds for each call within the subzone",
  "Zones LocalZone SubZones SubZone [1..1000] Name": "links name the subzone by it",
  "Zones LocalZone SubZones SubZone [1..1000] Bandwidth Total Mode": "whether the limit below it holds",
  "Zones LocalZone SubZones SubZone [1..1000] Bandwidth Total Limit": "holds for the calls of the whole cluster",
  "Zones LocalZone SubZones SubZone [1..1000] Bandwidth PerCall Inter Mode": "whether the limit below it holds",
  "Zones LocalZone SubZones SubZone [1..1000] Bandwidth PerCall Inter Limit":
    "holds for each call into or out of the subzone",
  "Zones LocalZone SubZones SubZone [1..1000] Bandwidth PerCall Intra Mode": "whether the limit below it holds",
  "Zones LocalZone SubZones SubZone [1..1000] Bandwidth PerCall Intra Limit": "holds for each call within the subzone",
  "Registration RestrictionPolicy Mode": "a VCS refuses endpoints by its Allow List or Deny List",
  "Registration AllowList [1..2500] Pattern String": "aliases that may register",
  "Registration AllowList [1..2500] Pattern Type": "how the aliases that may register are compared",
  "Registration DenyList [1..2500] Pattern String": "aliases that may not register",
  "Registration DenyList [1..2500] Pattern Type": "how the aliases that may not register are compared",
  "SIP Domain [1..200] Name": "%localdomains% in patterns",
  "ResourceUsage Warning Activation Level": "the share at which capacity alarms rise",
  "Bandwidth Link [1..3000] Name": "45002, 45006, 45007, 45008 when a default link is missing",
  "Bandwidth Link [1..3000] Node1 Name": "one end of the link, for the routes of calls and for those alarms",
  "Bandwidth Link [1..3000] Node2 Name": "the other end of the link",
  "Bandwidth Link [1..3000] Pipe1 Name": "the pipe whose limits hold for calls over the link",
  "Bandwidth Link [1..3000] Pipe2 Name": "the second pipe whose limits hold for calls over the link",
  "IntrusionProtection Service Mode": "whether any address is blocked",
  "IntrusionProtection Exemption [1..1000] Address": "which addresses are never blocked",
  "IntrusionProtection Exemption [1..1000] PrefixLength": "how many addresses that are",
  ...protection,
  ...firewall,
};

/** Items that are stored only, and yet seen elsewhere than in the configuration. */
const shown: Readonly<Partial<Record<ItemTemplate, string>>> = {
  ...Object.fromEntries(portItems.map((item) => [item, "shown on Maintenance > Tools > Port usage"])),
  "Ethernet [1..2] IP V4 SubnetMask": "shown in the status of the interface",
  "Ethernet [1..2] Speed": "LAN 1 of an appliance shows it as its speed",
  "IP Gateway": "shown in the status of IP",
  "Applications B2BUA MicrosoftLync Mode": "Enabled: there is a service to be restarted (55001)",
  IPProtocol: "shown in the status of IP",
  "Zones Zone [1..1000] TraversalClient Peer [1..6] Address": "shown with the zone and among its ports",
};

type Told = Readonly<Record<string, string | undefined>>;

/** What follows from an item, by the path of its row; undefined for one that is stored only. */
export const actionOf = (template: string): string | undefined => (actedOn as Told)[template];

/** What the twin makes of an item, in words: what follows from it, or that it is stored only. */
export function useOf(template: string): string {
  const seen = (shown as Told)[template];
  return actionOf(template) ?? (seen === undefined ? "stored only" : `stored only; ${seen}`);
}
