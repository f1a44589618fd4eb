import { firewallRuleItems } from "./firewall.ts";
import type { ConfigurationList, CreatedList, FixedList, PlaceCommands, RowCommands } from "./list.ts";

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
  {
    path: "DNS PerDomainServer [1..5]",
    rows: "fixed",
    commands: {
      add: "DNSPerDomainServerAdd",
      remove: "DNSPerDomainServerDelete",
      reportedBy: ["Address"],
      placeArgument: "Index",
      items: { Address: "Address", Domain1: "Domain1", Domain2: "Domain2" },
    },
  },
  {
    path: "DNS Server [1..5]",
    rows: "fixed",
    commands: {
      add: "DNSServerAdd",
      remove: "DNSServerDelete",
      reportedBy: ["Address"],
      placeArgument: "Index",
      items: { Address: "Address" },
    },
  },
  { path: "Logger Network [1..6]", rows: "fixed" },
  {
    path: "NTP Server [1..5]",
    rows: "fixed",
    commands: {
      add: "NTPServerAdd",
      remove: "NTPServerDelete",
      reportedBy: ["Address"],
      items: { Address: "Address" },
    },
  },
  {
    path: "Remote Syslog [1..4]",
    rows: "fixed",
    commands: {
      add: "RemoteSyslogAdd",
      remove: "RemoteSyslogDelete",
      reportedBy: ["Address", "Port", "Transport"],
      items: {
        Address: "Address",
        Crlcheck: "Crlcheck",
        Format: "Format",
        Loglevel: "Loglevel",
        Mode: "Mode",
        Port: "Port",
        Transport: "Transport",
      },
    },
  },
] as const satisfies readonly FixedList[];

// Rows added and removed by commands such as ZoneAdd and ZoneDelete.
const createdLists = [
  { path: "Login User [1..1000]", rows: "created", uniqueItem: "Name" },
  {
    path: "IP Route [1..50]",
    rows: "created",
    commands: {
      add: "RouteAdd",
      remove: "RouteDelete",
      id: "RouteId",
      items: { Address: "Address", PrefixLength: "PrefixLength", Gateway: "Gateway", Interface: "Interface" },
    },
  },
  {
    path: "Registration AllowList [1..2500]",
    rows: "created",
    commands: {
      add: "AllowListAdd",
      remove: "AllowListDelete",
      id: "AllowListId",
      items: { PatternString: "Pattern String", PatternType: "Pattern Type", Description: "Description" },
    },
  },
  {
    path: "Registration DenyList [1..2500]",
    rows: "created",
    commands: {
      add: "DenyListAdd",
      remove: "DenyListDelete",
      id: "DenyListId",
      items: { PatternString: "Pattern String", PatternType: "Pattern Type", Description: "Description" },
    },
  },
  {
    path: "Transform [1..100]",
    rows: "created",
    commands: {
      add: "TransformAdd",
      remove: "TransformDelete",
      id: "TransformId",
      items: {
        Pattern: "Pattern String",
        Type: "Pattern Type",
        Behavior: "Pattern Behavior",
        Replace: "Pattern Replace",
        Priority: "Priority",
        Description: "Description",
        State: "State",
      },
    },
  },
  {
    path: "SIP Domain [1..200]",
    rows: "created",
    uniqueItem: "Name",
    // `Edge` is what later releases tell apart as Edgesip and Edgexmpp; X8.1 has no XMPP federation.
    commands: {
      add: "DomainAdd",
      remove: "DomainDelete",
      id: "DomainId",
      items: { Name: "Name", Edgesip: "Edge", Sip: "Sip" },
      withoutItem: { Edgexmpp: "Off", Xmppfederation: "Off" },
    },
  },
  { path: "SIP Routes Route [1..20]", rows: "created" },
  {
    path: "Authentication Account Admin Account [1..1000]",
    rows: "created",
    uniqueItem: "Name",
    // Nobody deletes the own account, and the built-in ones are no rows.
    commands: {
      add: "AdminAccountAdd",
      remove: "AdminAccountDelete",
      id: "Name",
      namedBy: "Name",
      items: {
        Name: "Name",
        Password: "Password",
        AccessAPI: "AccessAPI",
        AccessWeb: "AccessWeb",
        Enabled: "Enabled",
      },
      handledByPart: true,
    },
  },
  {
    path: "Authentication Account Admin Group [1..1000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "AdminGroupAdd",
      remove: "AdminGroupDelete",
      id: "Name",
      namedBy: "Name",
      items: { Name: "Name", AccessAPI: "AccessAPI", AccessWeb: "AccessWeb", Enabled: "Enabled" },
    },
  },
  {
    path: "Authentication Account FindMe Account [1..10000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "FindMeAccountAdd",
      remove: "FindMeAccountDelete",
      id: "Name",
      namedBy: "Name",
      items: {
        Name: "Name",
        Password: "Password",
        FindMeID: "FindMeID",
        PrincipalDevice: "PrincipalDevice",
        DisplayName: "DisplayName",
        PhoneNumber: "PhoneNumber",
        FindMeType: "FindMeType",
      },
    },
  },
  {
    path: "Authentication Account FindMe Group [1..1000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "FindMeGroupAdd",
      remove: "FindMeGroupDelete",
      id: "Name",
      namedBy: "Name",
      items: { Name: "Name", Enabled: "Enabled" },
    },
  },
  {
    path: "Authentication Credential [1..2500]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "CredentialAdd",
      remove: "CredentialDelete",
      id: "Name",
      namedBy: "Name",
      items: { Name: "Name", Password: "Password" },
    },
  },
  {
    path: "Zones LocalZone SubZones MembershipRules Rule [1..3000]",
    rows: "created",
    commands: {
      add: "SubZoneMembershipRuleAdd",
      remove: "SubZoneMembershipRuleDelete",
      id: "SubZoneMembershipRuleId",
      items: { Name: "Name", Type: "Type", SubZoneName: "SubZoneName", Description: "Description" },
    },
  },
  {
    path: "Zones LocalZone SubZones SubZone [1..1000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "SubZoneAdd",
      remove: "SubZoneDelete",
      id: "SubZoneId",
      items: {
        SubZoneName: "Name",
        TotalMode: "Bandwidth Total Mode",
        Total: "Bandwidth Total Limit",
        PerCallInterMode: "Bandwidth PerCall Inter Mode",
        PerCallInter: "Bandwidth PerCall Inter Limit",
        PerCallIntraMode: "Bandwidth PerCall Intra Mode",
        PerCallIntra: "Bandwidth PerCall Intra Limit",
      },
    },
  },
  {
    path: "Zones Policy SearchRules Rule [1..2000]",
    rows: "created",
    commands: {
      add: "SearchRuleAdd",
      remove: "SearchRuleDelete",
      id: "SearchRuleId",
      items: { Name: "Name", ZoneName: "Target Name", Description: "Description" },
    },
  },
  {
    path: "Zones Zone [1..1000]",
    rows: "created",
    uniqueItem: "Name",
    commands: { add: "ZoneAdd", remove: "ZoneDelete", id: "ZoneId", items: { ZoneName: "Name", Type: "Type" } },
  },
  {
    path: "Bandwidth Link [1..3000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "LinkAdd",
      remove: "LinkDelete",
      id: "LinkId",
      items: {
        LinkName: "Name",
        Node1: "Node1 Name",
        Node2: "Node2 Name",
        Pipe1: "Pipe1 Name",
        Pipe2: "Pipe2 Name",
      },
    },
  },
  {
    path: "Bandwidth Pipe [1..1000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "PipeAdd",
      remove: "PipeDelete",
      id: "PipeId",
      items: {
        PipeName: "Name",
        TotalMode: "Bandwidth Total Mode",
        Total: "Bandwidth Total Limit",
        PerCallMode: "Bandwidth PerCall Mode",
        PerCall: "Bandwidth PerCall Limit",
      },
    },
  },
  {
    path: "Policy Services Service [1..20]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "PolicyServiceAdd",
      remove: "PolicyServiceDelete",
      id: "PolicyServiceId",
      items: {
        Name: "Name",
        Description: "Description",
        Protocol: "Protocol",
        Verify: "TLS Verify Mode",
        CRLCheck: "TLS CRLCheck Mode",
        Address: "Server 1 Address",
        Path: "Path",
        StatusPath: "Status Path",
        UserName: "UserName",
        Password: "Password",
        DefaultCPL: "DefaultCPL",
      },
    },
  },
  {
    path: "Firewall Rule [1..500]",
    rows: "created",
    // Rules that are in force keep their places although they were deleted here.
    commands: {
      add: "FirewallRuleAdd",
      remove: "FirewallRuleDelete",
      id: "RuleId",
      items: Object.fromEntries(firewallRuleItems.map((item) => [item, item])),
      alsoTakenIn: "Firewall ActiveRule",
    },
  },
  { path: "Firewall ActiveRule [1..500]", rows: "created" },
  {
    path: "IntrusionProtection Exemption [1..1000]",
    rows: "created",
    commands: {
      add: "IntrusionProtectionExemptionAdd",
      remove: "IntrusionProtectionExemptionDelete",
      id: "ExemptionId",
      items: { Address: "Address", PrefixLength: "PrefixLength" },
    },
  },
  {
    path: "Applications B2BUA MicrosoftLync TrustedHost [1..25]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "B2BUATrustedHostAdd",
      remove: "B2BUATrustedHostDelete",
      id: "TrustedHostId",
      items: { Name: "Name", Address: "Address", Type: "Type" },
    },
  },
  {
    path: "Applications B2BUA MicrosoftLync Transcoder [1..25]",
    rows: "created",
    uniqueItem: "Address",
    commands: {
      add: "B2BUATranscoderAdd",
      remove: "B2BUATranscoderDelete",
      id: "TranscoderId",
      items: { Address: "Address", Port: "Port" },
    },
  },
  {
    path: "Applications B2BUA MicrosoftLync Transcoders PolicyRule [1..100]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "B2BUATranscoderPolicyRuleAdd",
      remove: "B2BUATranscoderPolicyRuleDelete",
      id: "TranscoderPolicyRuleId",
      items: {
        Name: "Name",
        PatternString: "Pattern String",
        PatternType: "Pattern Type",
        Priority: "Priority",
        Action: "Action",
      },
    },
  },
  {
    path: "Applications B2BUA TURN Server [1..10]",
    rows: "created",
    uniqueItem: "Address",
    commands: {
      add: "B2BUATURNServerAdd",
      remove: "B2BUATURNServerDelete",
      id: "TURNServerId",
      items: { Address: "Address", Port: "Port" },
    },
  },
  {
    path: "Zones DefaultZone AccessRules Rule [1..10000]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "DefaultZoneAccessRuleAdd",
      remove: "DefaultZoneAccessRuleDelete",
      id: "DefaultZoneAccessRuleId",
      items: {
        Name: "Name",
        PatternString: "Pattern String",
        PatternType: "Pattern Type",
        Priority: "Priority",
        Action: "Action",
      },
    },
  },
  {
    path: "Policy AdministratorPolicy Rule [1..1000]",
    rows: "created",
    commands: {
      add: "CallPolicyRuleAdd",
      remove: "CallPolicyRuleDelete",
      id: "CallPolicyRuleId",
      items: { SourcePattern: "Source Pattern", DestinationPattern: "Destination Pattern", Action: "Action" },
    },
  },
  {
    path: "CollaborationEdge UnifiedCM [1..50]",
    rows: "created",
    uniqueItem: "Address",
    commands: {
      add: "CUCMConfigAdd",
      remove: "CUCMConfigDelete",
      id: "Address",
      namedBy: "Address",
      items: {
        Address: "Address",
        Axlusername: "AxlUserName",
        Axlpassword: "AxlPassword",
        CertValidationDisabled: "CertValidationDisabled",
      },
    },
  },
  {
    path: "CollaborationEdge IMP [1..50]",
    rows: "created",
    uniqueItem: "Address",
    commands: {
      add: "XMPPDiscovery",
      remove: "XMPPDelete",
      id: "Address",
      namedBy: "Address",
      items: {
        Address: "Address",
        Axlusername: "AxlUserName",
        Axlpassword: "AxlPassword",
        CertValidationDisabled: "CertValidationDisabled",
      },
    },
  },
  {
    path: "Applications External Status [1..10]",
    rows: "created",
    uniqueItem: "Name",
    commands: {
      add: "ExtAppStatusAdd",
      remove: "ExtAppStatusDelete",
      id: "Name",
      namedBy: "Name",
      items: { Name: "Name", Filename: "Filename" },
    },
  },
] as const satisfies readonly CreatedList[];

/** Every list of rows in the configuration, one entry for each index range that occurs in an item's path. */
export const configurationLists: readonly ConfigurationList[] = Object.freeze([...fixedLists, ...createdLists]);

type NameOf<Path extends string> = Path extends `${infer Name} [${string}` ? Name : never;

/** A list whose rows come and go, without its index range: `Zones Zone`. */
export type CreatedListName = NameOf<(typeof createdLists)[number]["path"]>;

/** One of them whose rows are made and deleted by commands. */
export type RowListName = NameOf<Extract<(typeof createdLists)[number], { readonly commands: unknown }>["path"]>;

/** A list whose places commands fill and empty: `NTP Server`. */
export type PlaceListName = NameOf<Extract<(typeof fixedLists)[number], { readonly commands: unknown }>["path"]>;

const nameOf = (path: string): string => path.slice(0, path.lastIndexOf(" ["));

/** The commands of some lists, by the names of those that have any. */
const commandsOf = <Commands>(lists: readonly { readonly path: string; readonly commands?: Commands }[]) =>
  lists.flatMap(({ path, commands }) => (commands ? [[nameOf(path), commands] as const] : []));

/** The commands of the lists whose rows come and go. */
export const rowCommands = Object.fromEntries(commandsOf<RowCommands>(createdLists)) as Readonly<
  Record<RowListName, RowCommands>
>;

/** The commands of the lists with a fixed number of places. */
export const placeCommands = Object.fromEntries(commandsOf<PlaceCommands>(fixedLists)) as Readonly<
  Record<PlaceListName, PlaceCommands>
>;

/** How many places a list has. */
export const placesOf = (list: PlaceListName): number =>
  Number(/(\d+)\]$/.exec(fixedLists.find(({ path }) => nameOf(path) === list)?.path ?? "")?.[1]);
