import { activeDirectoryService } from "../pages/configuration/authentication/active-directory-service.ts";
import { h350DirectoryService } from "../pages/configuration/authentication/h350-directory-service.ts";
import { localDatabase } from "../pages/configuration/authentication/local-database.ts";
import { outboundConnectionCredentials } from "../pages/configuration/authentication/outbound-connection-credentials.ts";
import { bandwidthConfiguration } from "../pages/configuration/bandwidth/configuration.ts";
import { links } from "../pages/configuration/bandwidth/links.ts";
import { pipes } from "../pages/configuration/bandwidth/pipes.ts";
import { callPolicyConfiguration } from "../pages/configuration/call-policy/configuration.tsx";
import { callPolicyRules } from "../pages/configuration/call-policy/rules.tsx";
import { callRouting } from "../pages/configuration/call-routing.ts";
import { dialPlanConfiguration } from "../pages/configuration/dial-plan/configuration.ts";
import { policyServices } from "../pages/configuration/dial-plan/policy-services.ts";
import { searchRules } from "../pages/configuration/dial-plan/search-rules.ts";
import { transforms } from "../pages/configuration/dial-plan/transforms.ts";
import { domains } from "../pages/configuration/domains.ts";
import { defaultSubzone } from "../pages/configuration/local-zone/default-subzone.ts";
import { subzoneMembershipRules } from "../pages/configuration/local-zone/subzone-membership-rules.ts";
import { subzones } from "../pages/configuration/local-zone/subzones.ts";
import { traversalSubzone } from "../pages/configuration/local-zone/traversal-subzone.ts";
import { h323 } from "../pages/configuration/protocols/h323.ts";
import { interworking } from "../pages/configuration/protocols/interworking.ts";
import { sip } from "../pages/configuration/protocols/sip.ts";
import { registrationConfiguration } from "../pages/configuration/registration/configuration.ts";
import { allowList, denyList } from "../pages/configuration/registration/restriction-lists.ts";
import { locallyRegisteredEndpoints } from "../pages/configuration/traversal/locally-registered-endpoints.ts";
import { traversalPorts } from "../pages/configuration/traversal/ports.ts";
import { turn } from "../pages/configuration/traversal/turn.tsx";
import { unifiedCommunications } from "../pages/configuration/unified-communications/configuration.ts";
import { impServers, unifiedCmServers } from "../pages/configuration/unified-communications/publishers.ts";
import { createZone } from "../pages/configuration/zones/create-zone.tsx";
import { defaultZoneAccessRules } from "../pages/configuration/zones/default-zone-access-rules.ts";
import { defaultZone } from "../pages/configuration/zones/default-zone.ts";
import { editZone } from "../pages/configuration/zones/edit-zone.tsx";
import { zones } from "../pages/configuration/zones/zones.tsx";
import { rowEntries, type PageEntry } from "../page-directory.ts";

const REGISTRAR_ONLY = { registrarOnly: true } as const;

/** The pages of Configuration, in the order of the menu (Administrator Guide X8.1, contents). */
export const configurationMenu: readonly PageEntry[] = [
  { menu: ["Configuration", "Protocols", "H.323"], page: h323 },
  { menu: ["Configuration", "Protocols", "SIP"], page: sip },
  { menu: ["Configuration", "Protocols", "Interworking"], page: interworking },
  {
    menu: ["Configuration", "Registration", "Configuration"],
    page: registrationConfiguration,
    at: "registration",
    title: "Registration configuration",
    registrarOnly: true,
  },
  ...rowEntries(["Configuration", "Registration", "Allow List"], "allow list pattern", allowList, {
    ...REGISTRAR_ONLY,
    title: "Registration Allow List",
  }),
  ...rowEntries(["Configuration", "Registration", "Deny List"], "deny list pattern", denyList, {
    ...REGISTRAR_ONLY,
    title: "Registration Deny List",
  }),
  {
    menu: ["Configuration", "Authentication", "Devices", "Local database"],
    page: localDatabase.list,
    at: "credentials",
    title: "Local authentication database",
  },
  {
    menu: ["Configuration", "Authentication", "Devices", "Local database", "Create credential"],
    page: localDatabase.create,
    hidden: true,
  },
  {
    menu: ["Configuration", "Authentication", "Devices", "Local database", "Edit credential"],
    page: localDatabase.edit,
    hidden: true,
  },
  {
    menu: ["Configuration", "Authentication", "Devices", "Active Directory Service"],
    page: activeDirectoryService,
    alsoAt: ["ntlm"],
  },
  { menu: ["Configuration", "Authentication", "Devices", "H.350 directory service"], page: h350DirectoryService },
  {
    menu: ["Configuration", "Authentication", "Outbound connection credentials"],
    page: outboundConnectionCredentials,
  },
  { menu: ["Configuration", "Call routing"], page: callRouting },
  { menu: ["Configuration", "Local Zone", "Default Subzone"], page: defaultSubzone },
  { menu: ["Configuration", "Local Zone", "Traversal Subzone"], page: traversalSubzone },
  ...rowEntries(["Configuration", "Local Zone", "Subzones"], "subzone", subzones),
  ...rowEntries(
    ["Configuration", "Local Zone", "Subzone membership rules"],
    "subzone membership rule",
    subzoneMembershipRules,
  ),
  { menu: ["Configuration", "Zones", "Zones"], page: zones, related: ["searchrules", "links", "zonestatus"] },
  { menu: ["Configuration", "Zones", "Zones", "Create zone"], page: createZone, hidden: true, openTo: "ReadWrite" },
  { menu: ["Configuration", "Zones", "Zones", "Edit zone"], page: editZone, hidden: true },
  { menu: ["Configuration", "Zones", "Zones", "Default Zone"], page: defaultZone, hidden: true },
  ...rowEntries(
    ["Configuration", "Zones", "Default Zone access rules"],
    "Default Zone access rule",
    defaultZoneAccessRules,
    { related: ["defaultzone"] },
  ),
  ...rowEntries(["Configuration", "Domains"], "domain", domains),
  {
    menu: ["Configuration", "Unified Communications", "Configuration"],
    page: unifiedCommunications,
    at: "unifiedcommunications",
    title: "Unified Communications configuration",
  },
  ...rowEntries(
    ["Configuration", "Unified Communications", "Unified CM servers"],
    "Unified CM server",
    unifiedCmServers,
    { controlOnly: true },
  ),
  ...rowEntries(
    ["Configuration", "Unified Communications", "IM and Presence servers"],
    "IM and Presence server",
    impServers,
    { controlOnly: true },
  ),
  {
    menu: ["Configuration", "Traversal", "Ports"],
    page: traversalPorts,
    at: "traversalports",
    title: "Traversal ports",
    edgeOnly: true,
  },
  { menu: ["Configuration", "Traversal", "TURN"], page: turn, edgeOnly: true },
  {
    menu: ["Configuration", "Traversal", "Locally registered endpoints"],
    page: locallyRegisteredEndpoints,
    edgeOnly: true,
  },
  {
    menu: ["Configuration", "Dial plan", "Configuration"],
    page: dialPlanConfiguration,
    at: "dialplan",
    title: "Dial plan configuration",
  },
  ...rowEntries(["Configuration", "Dial plan", "Transforms"], "transform", transforms, {
    related: ["checkpattern", "searchrules"],
  }),
  ...rowEntries(["Configuration", "Dial plan", "Search rules"], "search rule", searchRules, {
    related: ["checkpattern", "locate", "transforms"],
  }),
  ...rowEntries(["Configuration", "Dial plan", "Policy services"], "policy service", policyServices),
  {
    menu: ["Configuration", "Bandwidth", "Configuration"],
    page: bandwidthConfiguration,
    at: "bandwidth",
    title: "Bandwidth configuration",
  },
  ...rowEntries(["Configuration", "Bandwidth", "Links"], "link", links, { related: ["pipes", "linkstatus"] }),
  ...rowEntries(["Configuration", "Bandwidth", "Pipes"], "pipe", pipes, { related: ["links", "pipestatus"] }),
  {
    menu: ["Configuration", "Call Policy", "Configuration"],
    page: callPolicyConfiguration,
    at: "adminpolicy",
    title: "Call Policy configuration",
  },
  ...rowEntries(["Configuration", "Call Policy", "Rules"], "Call Policy rule", callPolicyRules, {
    title: "Call Policy rules",
  }),
];
