import { logKinds } from "../../model/logs/log-kinds.ts";
import { microsoftLync } from "./pages/applications/b2bua/microsoft-lync.tsx";
import { conferenceFactory } from "./pages/applications/conference-factory.ts";
import { findMe } from "./pages/applications/find-me.ts";
import { presence } from "./pages/applications/presence.ts";
import { activeDirectoryService } from "./pages/configuration/authentication/active-directory-service.ts";
import { h350DirectoryService } from "./pages/configuration/authentication/h350-directory-service.ts";
import { localDatabase } from "./pages/configuration/authentication/local-database.ts";
import { bandwidthConfiguration } from "./pages/configuration/bandwidth/configuration.ts";
import { links } from "./pages/configuration/bandwidth/links.ts";
import { pipes } from "./pages/configuration/bandwidth/pipes.ts";
import { callPolicyConfiguration } from "./pages/configuration/call-policy.ts";
import { callRouting } from "./pages/configuration/call-routing.ts";
import { dialPlanConfiguration } from "./pages/configuration/dial-plan/configuration.ts";
import { policyServices } from "./pages/configuration/dial-plan/policy-services.ts";
import { searchRules } from "./pages/configuration/dial-plan/search-rules.ts";
import { transforms } from "./pages/configuration/dial-plan/transforms.ts";
import { domains } from "./pages/configuration/domains.ts";
import { defaultSubzone } from "./pages/configuration/local-zone/default-subzone.ts";
import { subzoneMembershipRules } from "./pages/configuration/local-zone/subzone-membership-rules.ts";
import { subzones } from "./pages/configuration/local-zone/subzones.ts";
import { traversalSubzone } from "./pages/configuration/local-zone/traversal-subzone.ts";
import { h323 } from "./pages/configuration/protocols/h323.ts";
import { interworking } from "./pages/configuration/protocols/interworking.ts";
import { sip } from "./pages/configuration/protocols/sip.ts";
import { registrationConfiguration } from "./pages/configuration/registration/configuration.ts";
import { allowList, denyList } from "./pages/configuration/registration/restriction-lists.ts";
import { locallyRegisteredEndpoints } from "./pages/configuration/traversal/locally-registered-endpoints.ts";
import { traversalPorts } from "./pages/configuration/traversal/ports.ts";
import { turn } from "./pages/configuration/traversal/turn.tsx";
import { unifiedCommunications } from "./pages/configuration/unified-communications.ts";
import { createZone } from "./pages/configuration/zones/create-zone.tsx";
import { defaultZone } from "./pages/configuration/zones/default-zone.ts";
import { editZone } from "./pages/configuration/zones/edit-zone.tsx";
import { zones } from "./pages/configuration/zones/zones.tsx";
import { backupAndRestore } from "./pages/maintenance/backup-and-restore.tsx";
import { systemSnapshot } from "./pages/maintenance/diagnostics/system-snapshot.tsx";
import { language } from "./pages/maintenance/language.ts";
import { logging } from "./pages/maintenance/logging.ts";
import { maintenanceMode } from "./pages/maintenance/maintenance-mode.tsx";
import { optionKeys } from "./pages/maintenance/option-keys.tsx";
import { restartOptions } from "./pages/maintenance/restart-options.tsx";
import { checkPattern } from "./pages/maintenance/tools/check-pattern.tsx";
import { locate } from "./pages/maintenance/tools/locate.tsx";
import { dnsLookup } from "./pages/maintenance/tools/network-utilities/dns-lookup.tsx";
import { localInboundPorts } from "./pages/maintenance/tools/port-usage/local-inbound-ports.tsx";
import { certificateBasedAuthentication } from "./pages/maintenance/security-certificates/certificate-based-authentication.ts";
import { clientCertificateTesting } from "./pages/maintenance/security-certificates/client-certificate-testing.tsx";
import { crlManagement } from "./pages/maintenance/security-certificates/crl-management.tsx";
import { generateCsr } from "./pages/maintenance/security-certificates/generate-csr.tsx";
import { serverCertificate } from "./pages/maintenance/security-certificates/server-certificate.tsx";
import { trustedCaCertificate } from "./pages/maintenance/security-certificates/trusted-ca-certificate.tsx";
import { upgrade } from "./pages/maintenance/upgrade.tsx";
import { alarms } from "./pages/status/alarms.tsx";
import { linkStatus } from "./pages/status/bandwidth/links.tsx";
import { pipeStatus } from "./pages/status/bandwidth/pipes.tsx";
import { callDetails } from "./pages/status/calls/call-details.tsx";
import { callHistory } from "./pages/status/calls/call-history.tsx";
import { calls } from "./pages/status/calls/calls.tsx";
import { localZoneStatus } from "./pages/status/local-zone.tsx";
import { logPage } from "./pages/status/logs/log-page.tsx";
import { overview } from "./pages/status/overview.tsx";
import { policyServiceStatus } from "./pages/status/policy-services.tsx";
import { registrationsByAlias, registrationsByDevice } from "./pages/status/registrations/registered.tsx";
import { registrationHistory } from "./pages/status/registrations/registration-history.tsx";
import { searchDetails } from "./pages/status/search-details.tsx";
import { searchHistory } from "./pages/status/search-history.tsx";
import { ethernetStatus } from "./pages/status/system/ethernet.tsx";
import { information } from "./pages/status/system/information.tsx";
import { ipStatus } from "./pages/status/system/ip.tsx";
import { resourceUsage } from "./pages/status/system/resource-usage.tsx";
import { turnRelays, turnRelayUsage } from "./pages/status/turn-relay-usage.tsx";
import { zoneStatus } from "./pages/status/zones.tsx";
import { administration } from "./pages/system/administration.ts";
import { clustering } from "./pages/system/clustering.tsx";
import { dns } from "./pages/system/dns.ts";
import { ethernet } from "./pages/system/ethernet.tsx";
import { externalManager } from "./pages/system/external-manager.tsx";
import { ip } from "./pages/system/ip.ts";
import { qualityOfService } from "./pages/system/quality-of-service.ts";
import { snmp } from "./pages/system/snmp.ts";
import { blockedAddresses } from "./pages/system/protection/blocked-addresses.tsx";
import { editProtectionCategory } from "./pages/system/protection/edit-category.tsx";
import { exemptions } from "./pages/system/protection/exemptions.ts";
import { automatedDetection } from "./pages/system/protection/overview.tsx";
import { time } from "./pages/system/time.tsx";
import { activeAdministratorSessions } from "./pages/users/active-administrator-sessions.tsx";
import { administratorAccounts } from "./pages/users/administrator-accounts.tsx";
import { administratorGroups } from "./pages/users/administrator-groups.ts";
import { changePassword } from "./pages/users/change-password.tsx";
import { createAdministratorAccount } from "./pages/users/create-administrator-account.tsx";
import { editUser } from "./pages/users/edit-user.tsx";
import { ldapConfiguration } from "./pages/users/ldap-configuration.tsx";
import { passwordSecurity } from "./pages/users/password-security.ts";
import { rowEntries, type PageEntry } from "./page-directory.ts";

const REGISTRAR_ONLY = { registrarOnly: true } as const;

const DETECTION: PageEntry["menu"] = ["System", "Protection", "Automated detection"];

const CERTIFICATES: PageEntry["menu"] = ["Maintenance", "Security certificates"];

const ACCOUNTS: PageEntry["menu"] = ["Users", "Administrator accounts"];

/** Every page, in the order of the menus (Administrator Guide X8.1, contents). A page that is not here is in no menu. */
export const menu: readonly PageEntry[] = [
  { menu: ["Status", "Overview"], page: overview, openTo: "Auditor" },
  { menu: ["Status", "System", "Information"], page: information },
  { menu: ["Status", "System", "Ethernet"], page: ethernetStatus, at: "ethernetstatus" },
  { menu: ["Status", "System", "IP"], page: ipStatus, at: "ipstatus" },
  { menu: ["Status", "System", "Resource usage"], page: resourceUsage },
  {
    menu: ["Status", "Registrations", "By device"],
    page: registrationsByDevice,
    at: "registrationsbydevice",
    registrarOnly: true,
  },
  {
    menu: ["Status", "Registrations", "By alias"],
    page: registrationsByAlias,
    at: "registrationsbyalias",
    registrarOnly: true,
  },
  {
    menu: ["Status", "Registrations", "History"],
    page: registrationHistory,
    at: "registrationhistory",
    registrarOnly: true,
  },
  { menu: ["Status", "Calls", "Calls"], page: calls },
  { menu: ["Status", "Calls", "Calls", "Call details"], page: callDetails, hidden: true },
  { menu: ["Status", "Calls", "History"], page: callHistory, at: "callhistory" },
  { menu: ["Status", "Search history"], page: searchHistory },
  { menu: ["Status", "Search history", "Search details"], page: searchDetails, hidden: true },
  { menu: ["Status", "Local Zone"], page: localZoneStatus },
  { menu: ["Status", "Zones"], page: zoneStatus, at: "zonestatus" },
  { menu: ["Status", "Bandwidth", "Links"], page: linkStatus, at: "linkstatus" },
  { menu: ["Status", "Bandwidth", "Pipes"], page: pipeStatus, at: "pipestatus" },
  { menu: ["Status", "Policy services"], page: policyServiceStatus, at: "policyservicestatus" },
  { menu: ["Status", "TURN relay usage"], page: turnRelayUsage, edgeOnly: true },
  { menu: ["Status", "TURN relay usage", "TURN relays"], page: turnRelays, hidden: true, edgeOnly: true },
  { menu: ["Status", "Alarms"], page: alarms, openTo: "Auditor" },
  ...logKinds.map((kind): PageEntry => ({
    menu: ["Status", "Logs", kind.title],
    page: logPage(kind),
    openTo: "Auditor",
    changesNothing: true,
  })),
  { menu: ["System", "Administration"], page: administration, alsoAt: ["system"] },
  { menu: ["System", "Ethernet"], page: ethernet },
  { menu: ["System", "IP"], page: ip },
  { menu: ["System", "DNS"], page: dns },
  { menu: ["System", "Time"], page: time },
  { menu: ["System", "SNMP"], page: snmp },
  { menu: ["System", "Clustering"], page: clustering },
  { menu: ["System", "Quality of Service"], page: qualityOfService },
  { menu: ["System", "External manager"], page: externalManager },
  { menu: [...DETECTION, "Configuration"], page: automatedDetection, at: "protectionoverview" },
  {
    menu: [...DETECTION, "Configuration", "Edit category"],
    page: editProtectionCategory,
    at: "editprotectioncategory",
    hidden: true,
  },
  ...rowEntries([...DETECTION, "Exemptions"], "exemption", exemptions),
  { menu: [...DETECTION, "Blocked addresses"], page: blockedAddresses },
  { menu: ["Configuration", "Protocols", "H.323"], page: h323 },
  { menu: ["Configuration", "Protocols", "SIP"], page: sip },
  { menu: ["Configuration", "Protocols", "Interworking"], page: interworking },
  {
    menu: ["Configuration", "Registration", "Configuration"],
    page: registrationConfiguration,
    at: "registration",
    registrarOnly: true,
  },
  ...rowEntries(["Configuration", "Registration", "Allow List"], "allow list pattern", allowList, REGISTRAR_ONLY),
  ...rowEntries(["Configuration", "Registration", "Deny List"], "deny list pattern", denyList, REGISTRAR_ONLY),
  {
    menu: ["Configuration", "Authentication", "Devices", "Local database"],
    page: localDatabase.list,
    at: "credentials",
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
  { menu: ["Configuration", "Call routing"], page: callRouting },
  { menu: ["Configuration", "Local Zone", "Default Subzone"], page: defaultSubzone },
  { menu: ["Configuration", "Local Zone", "Traversal Subzone"], page: traversalSubzone },
  ...rowEntries(["Configuration", "Local Zone", "Subzones"], "subzone", subzones),
  ...rowEntries(
    ["Configuration", "Local Zone", "Subzone membership rules"],
    "subzone membership rule",
    subzoneMembershipRules,
  ),
  { menu: ["Configuration", "Zones", "Zones"], page: zones },
  { menu: ["Configuration", "Zones", "Zones", "Create zone"], page: createZone, hidden: true, openTo: "ReadWrite" },
  { menu: ["Configuration", "Zones", "Zones", "Edit zone"], page: editZone, hidden: true },
  { menu: ["Configuration", "Zones", "Zones", "Default Zone"], page: defaultZone, hidden: true },
  ...rowEntries(["Configuration", "Domains"], "domain", domains),
  {
    menu: ["Configuration", "Unified Communications", "Configuration"],
    page: unifiedCommunications,
    at: "unifiedcommunications",
  },
  { menu: ["Configuration", "Traversal", "Ports"], page: traversalPorts, at: "traversalports", edgeOnly: true },
  { menu: ["Configuration", "Traversal", "TURN"], page: turn, edgeOnly: true },
  {
    menu: ["Configuration", "Traversal", "Locally registered endpoints"],
    page: locallyRegisteredEndpoints,
    edgeOnly: true,
  },
  { menu: ["Configuration", "Dial plan", "Configuration"], page: dialPlanConfiguration, at: "dialplan" },
  ...rowEntries(["Configuration", "Dial plan", "Transforms"], "transform", transforms),
  ...rowEntries(["Configuration", "Dial plan", "Search rules"], "search rule", searchRules),
  ...rowEntries(["Configuration", "Dial plan", "Policy services"], "policy service", policyServices),
  { menu: ["Configuration", "Bandwidth", "Configuration"], page: bandwidthConfiguration, at: "bandwidth" },
  ...rowEntries(["Configuration", "Bandwidth", "Links"], "link", links),
  ...rowEntries(["Configuration", "Bandwidth", "Pipes"], "pipe", pipes),
  { menu: ["Configuration", "Call Policy", "Configuration"], page: callPolicyConfiguration, at: "adminpolicy" },
  { menu: ["Applications", "B2BUA", "Microsoft Lync", "Configuration"], page: microsoftLync, at: "lyncb2bua" },
  { menu: ["Applications", "Conference Factory"], page: conferenceFactory, registrarOnly: true },
  { menu: ["Applications", "Presence"], page: presence, registrarOnly: true },
  { menu: ["Applications", "FindMe"], page: findMe, registrarOnly: true },
  { menu: ["Users", "Password security"], page: passwordSecurity },
  { menu: ACCOUNTS, page: administratorAccounts, at: "adminaccounts", alsoAt: ["administratoraccounts"] },
  {
    menu: [...ACCOUNTS, "Create administrator account"],
    page: createAdministratorAccount,
    hidden: true,
    openTo: "ReadWrite",
  },
  { menu: [...ACCOUNTS, "Edit user"], page: editUser, hidden: true },
  { menu: [...ACCOUNTS, "Change password"], page: changePassword, hidden: true, openTo: "ReadWrite" },
  ...rowEntries(["Users", "Administrator groups"], "administrator group", administratorGroups),
  { menu: ["Users", "LDAP configuration"], page: ldapConfiguration, alsoAt: ["loginldap"] },
  { menu: ["Users", "Active administrator sessions"], page: activeAdministratorSessions },
  { menu: ["Maintenance", "Upgrade"], page: upgrade, openTo: "ReadWrite" },
  { menu: ["Maintenance", "Logging"], page: logging },
  { menu: ["Maintenance", "Option keys"], page: optionKeys },
  { menu: ["Maintenance", "Tools", "Check pattern"], page: checkPattern, changesNothing: true },
  { menu: ["Maintenance", "Tools", "Locate"], page: locate, changesNothing: true },
  {
    menu: ["Maintenance", "Tools", "Port usage", "Local inbound ports"],
    page: localInboundPorts,
    alsoAt: ["localportlist"],
  },
  { menu: ["Maintenance", "Tools", "Network utilities", "DNS lookup"], page: dnsLookup, changesNothing: true },
  { menu: [...CERTIFICATES, "Trusted CA certificate"], page: trustedCaCertificate },
  { menu: [...CERTIFICATES, "Server certificate"], page: serverCertificate },
  {
    menu: [...CERTIFICATES, "Server certificate", "Generate CSR"],
    page: generateCsr,
    hidden: true,
    openTo: "ReadWrite",
  },
  { menu: [...CERTIFICATES, "CRL management"], page: crlManagement, alsoAt: ["crlupdater"] },
  { menu: [...CERTIFICATES, "Client certificate testing"], page: clientCertificateTesting, changesNothing: true },
  {
    menu: [...CERTIFICATES, "Certificate-based authentication configuration"],
    page: certificateBasedAuthentication,
    at: "certificatebasedauthentication",
  },
  { menu: ["Maintenance", "Backup and restore"], page: backupAndRestore, at: "backuprestore", openTo: "ReadWrite" },
  { menu: ["Maintenance", "Diagnostics", "System snapshot"], page: systemSnapshot, openTo: "ReadWrite" },
  { menu: ["Maintenance", "Maintenance mode"], page: maintenanceMode },
  { menu: ["Maintenance", "Language"], page: language },
  { menu: ["Maintenance", "Restart options"], page: restartOptions, alsoAt: ["restart"], openTo: "ReadWrite" },
];
