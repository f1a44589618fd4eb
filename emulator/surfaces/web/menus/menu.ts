import { applicationsMenu } from "./applications.ts";
import { configurationMenu } from "./configuration.ts";
import { diagnosticsMenu } from "./diagnostics.ts";
import { statusMenu } from "./status.ts";
import { backupAndRestore } from "../pages/maintenance/backup-and-restore.tsx";
import { language } from "../pages/maintenance/language.tsx";
import { logging } from "../pages/maintenance/logging.ts";
import { maintenanceMode } from "../pages/maintenance/maintenance-mode.tsx";
import { optionKeys } from "../pages/maintenance/option-keys.tsx";
import { restartOptions } from "../pages/maintenance/restart-options.tsx";
import { checkPattern } from "../pages/maintenance/tools/check-pattern.tsx";
import { locate } from "../pages/maintenance/tools/locate.tsx";
import { dnsLookup } from "../pages/maintenance/tools/network-utilities/dns-lookup.tsx";
import { ping, tracepath, traceroute } from "../pages/maintenance/tools/network-utilities/echo-pages.ts";
import {
  localInboundPorts,
  localOutboundPorts,
  remoteListeningPorts,
} from "../pages/maintenance/tools/port-usage/port-pages.ts";
import { certificateBasedAuthentication } from "../pages/maintenance/security-certificates/certificate-based-authentication.ts";
import { clientCertificateTesting } from "../pages/maintenance/security-certificates/client-certificate-testing.tsx";
import { crlManagement } from "../pages/maintenance/security-certificates/crl-management.tsx";
import { generateCsr } from "../pages/maintenance/security-certificates/generate-csr.tsx";
import { serverCertificate } from "../pages/maintenance/security-certificates/server-certificate.tsx";
import { trustedCaCertificate } from "../pages/maintenance/security-certificates/trusted-ca-certificate.tsx";
import { upgrade } from "../pages/maintenance/upgrade.tsx";
import { administration } from "../pages/system/administration.ts";
import { clustering } from "../pages/system/clustering.tsx";
import { dns } from "../pages/system/dns.ts";
import { ethernet } from "../pages/system/ethernet.tsx";
import { externalManager } from "../pages/system/external-manager.tsx";
import { ip } from "../pages/system/ip.ts";
import { loginPageSettings } from "../pages/system/login-page.tsx";
import { qualityOfService } from "../pages/system/quality-of-service.ts";
import { snmp } from "../pages/system/snmp.ts";
import { blockedAddresses } from "../pages/system/protection/blocked-addresses.tsx";
import { editProtectionCategory } from "../pages/system/protection/edit-category.tsx";
import { activeFirewallRules } from "../pages/system/protection/firewall/active-rules.tsx";
import { firewallConfirmation } from "../pages/system/protection/firewall/confirmation.tsx";
import { createRule, editRule } from "../pages/system/protection/firewall/rule-pages.tsx";
import { firewallRules } from "../pages/system/protection/firewall/rules.tsx";
import { exemptions } from "../pages/system/protection/exemptions.ts";
import { automatedDetection } from "../pages/system/protection/overview.tsx";
import { tmsProvisioningExtension } from "../pages/system/tms-provisioning-extension.ts";
import { time } from "../pages/system/time.tsx";
import { activeAdministratorSessions } from "../pages/users/active-administrator-sessions.tsx";
import { activeFindMeSessions } from "../pages/users/active-find-me-sessions.tsx";
import { administratorAccounts } from "../pages/users/administrator-accounts.tsx";
import { administratorGroups } from "../pages/users/administrator-groups.ts";
import { changePassword } from "../pages/users/change-password.tsx";
import { createAdministratorAccount } from "../pages/users/create-administrator-account.tsx";
import { editUser } from "../pages/users/edit-user.tsx";
import { findMeAccounts, findMeGroups } from "../pages/users/find-me.ts";
import { ldapConfiguration } from "../pages/users/ldap-configuration.tsx";
import { passwordSecurity } from "../pages/users/password-security.ts";
import { rowEntries, type PageEntry } from "../page-directory.ts";

const DETECTION: PageEntry["menu"] = ["System", "Protection", "Automated detection"];

const CERTIFICATES: PageEntry["menu"] = ["Maintenance", "Security certificates"];

const FIREWALL: PageEntry["menu"] = ["System", "Protection", "Firewall rules"];

const ACCOUNTS: PageEntry["menu"] = ["Users", "Administrator accounts"];

/** Every page, in the order of the menus (Administrator Guide X8.1, contents). A page that is not here is in no menu. */
export const menu: readonly PageEntry[] = [
  ...statusMenu,
  {
    menu: ["System", "Administration"],
    page: administration,
    title: "System administration",
    alsoAt: ["system"],
    related: ["restartoptions"],
  },
  { menu: ["System", "Ethernet"], page: ethernet },
  { menu: ["System", "IP"], page: ip, related: ["dns", "restartoptions"] },
  { menu: ["System", "DNS"], page: dns, related: ["dnslookup"] },
  { menu: ["System", "Time"], page: time },
  { menu: ["System", "SNMP"], page: snmp },
  { menu: ["System", "Clustering"], page: clustering, related: ["restartoptions", "alarms", "time"] },
  { menu: ["System", "Quality of Service"], page: qualityOfService },
  { menu: ["System", "External manager"], page: externalManager },
  { menu: ["System", "Login page"], page: loginPageSettings },
  {
    menu: [...FIREWALL, "Configuration"],
    page: firewallRules,
    at: "firewallrules",
    title: "Firewall rules configuration",
    alsoAt: ["firewallrulesconfig"],
  },
  {
    menu: [...FIREWALL, "Configuration", "Create firewall rule"],
    page: createRule,
    hidden: true,
    openTo: "ReadWrite",
  },
  { menu: [...FIREWALL, "Configuration", "Edit firewall rule"], page: editRule, hidden: true },
  {
    menu: [...FIREWALL, "Configuration", "Firewall rules confirmation"],
    page: firewallConfirmation,
    hidden: true,
    openTo: "ReadWrite",
  },
  {
    menu: [...FIREWALL, "Current active rules"],
    page: activeFirewallRules,
    at: "firewallrulesactive",
    title: "Current active firewall rules",
  },
  {
    menu: [...DETECTION, "Configuration"],
    page: automatedDetection,
    at: "protectionoverview",
    title: "Automated detection overview",
  },
  {
    menu: [...DETECTION, "Configuration", "Edit category"],
    page: editProtectionCategory,
    at: "editprotectioncategory",
    hidden: true,
  },
  ...rowEntries([...DETECTION, "Exemptions"], "exemption", exemptions, { title: "Automated detection exemptions" }),
  { menu: [...DETECTION, "Blocked addresses"], page: blockedAddresses, title: "Automated detection blocked addresses" },
  {
    menu: ["System", "TMS Provisioning Extension services"],
    page: tmsProvisioningExtension,
    at: "tmsprovisioningextension",
    registrarOnly: true,
  },
  ...configurationMenu,
  ...applicationsMenu,
  { menu: ["Users", "Password security"], page: passwordSecurity, related: ["adminaccounts"] },
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
  ...rowEntries(["Users", "FindMe accounts"], "FindMe account", findMeAccounts, {
    registrarOnly: true,
    related: ["findme"],
  }),
  ...rowEntries(["Users", "FindMe groups"], "FindMe group", findMeGroups, {
    registrarOnly: true,
    related: ["ldapconfiguration"],
  }),
  {
    menu: ["Users", "LDAP configuration"],
    page: ldapConfiguration,
    alsoAt: ["loginldap"],
    related: ["administratorgroups"],
  },
  { menu: ["Users", "Active administrator sessions"], page: activeAdministratorSessions },
  { menu: ["Users", "Active FindMe sessions"], page: activeFindMeSessions, registrarOnly: true },
  { menu: ["Maintenance", "Upgrade"], page: upgrade, openTo: "ReadWrite", related: ["backuprestore"] },
  { menu: ["Maintenance", "Logging"], page: logging, related: ["eventlog", "configurationlog"] },
  { menu: ["Maintenance", "Option keys"], page: optionKeys, related: ["restartoptions"] },
  {
    menu: ["Maintenance", "Tools", "Check pattern"],
    page: checkPattern,
    changesNothing: true,
    related: ["locate", "searchrules", "transforms"],
  },
  {
    menu: ["Maintenance", "Tools", "Locate"],
    page: locate,
    changesNothing: true,
    related: ["checkpattern", "searchhistory"],
  },
  {
    menu: ["Maintenance", "Tools", "Port usage", "Local inbound ports"],
    page: localInboundPorts,
    alsoAt: ["localportlist"],
    changesNothing: true,
  },
  {
    menu: ["Maintenance", "Tools", "Port usage", "Local outbound ports"],
    page: localOutboundPorts,
    changesNothing: true,
  },
  {
    menu: ["Maintenance", "Tools", "Port usage", "Remote listening ports"],
    page: remoteListeningPorts,
    changesNothing: true,
  },
  { menu: ["Maintenance", "Tools", "Network utilities", "Ping"], page: ping, changesNothing: true },
  { menu: ["Maintenance", "Tools", "Network utilities", "Traceroute"], page: traceroute, changesNothing: true },
  { menu: ["Maintenance", "Tools", "Network utilities", "Tracepath"], page: tracepath, changesNothing: true },
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
  {
    menu: ["Maintenance", "Backup and restore"],
    page: backupAndRestore,
    at: "backuprestore",
    openTo: "ReadWrite",
    related: ["upgrade"],
  },
  ...diagnosticsMenu,
  { menu: ["Maintenance", "Maintenance mode"], page: maintenanceMode },
  { menu: ["Maintenance", "Language"], page: language },
  { menu: ["Maintenance", "Restart options"], page: restartOptions, alsoAt: ["restart"], openTo: "ReadWrite" },
];
