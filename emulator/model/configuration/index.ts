import { administrationItems } from "./administration.ts";
import { alternatesItems } from "./alternates.ts";
import { applicationsItems } from "./applications.ts";
import { authenticationItems } from "./authentication.ts";
import { b2buaItems } from "./b2bua.ts";
import { bandwidthItems } from "./bandwidth.ts";
import { callPolicyRuleItems } from "./call-policy-rules.ts";
import { callItems } from "./call.ts";
import { collaborationEdgeItems } from "./collaboration-edge.ts";
import { dnsItems } from "./dns.ts";
import { edgeConfigServerItems } from "./edge-config-server.ts";
import { errorReportItems } from "./error-report.ts";
import { ethernetItems } from "./ethernet.ts";
import { externalManagerItems } from "./external-manager.ts";
import { findMeItems } from "./find-me.ts";
import { firewallItems } from "./firewall.ts";
import { h323Items } from "./h323.ts";
import { interworkingItems } from "./interworking.ts";
import { intrusionProtectionItems } from "./intrusion-protection.ts";
import { ipItems } from "./ip.ts";
import { languageItems } from "./language.ts";
import { logItems } from "./log.ts";
import { loggerItems } from "./logger.ts";
import { loginPageItems } from "./login-page.ts";
import { loginItems } from "./login.ts";
import { managementItems } from "./management.ts";
import { ntpItems } from "./ntp.ts";
import { optionItems } from "./option.ts";
import { policyItems } from "./policy.ts";
import { registrationItems } from "./registration.ts";
import { remoteItems } from "./remote.ts";
import { resourceUsageItems } from "./resource-usage.ts";
import { servicesItems } from "./services.ts";
import { sipItems } from "./sip.ts";
import { snmpItems } from "./snmp.ts";
import { systemUnitItems } from "./system-unit.ts";
import { timeZoneItems } from "./time-zone.ts";
import { transformItems } from "./transform.ts";
import { tmsProvisioningExtensionItems } from "./tms-provisioning-extension.ts";
import { traversalItems } from "./traversal.ts";
import { unifiedCommunicationsServerItems } from "./unified-communications-servers.ts";
import { defaultZoneAccessItems } from "./zones-default-zone.ts";
import { dnsZoneItems } from "./zones-dns.ts";
import { localZoneItems } from "./zones-local.ts";
import { neighborZoneItems } from "./zones-neighbor.ts";
import { searchRuleItems } from "./zones-search-rules.ts";
import { traversalClientZoneItems } from "./zones-traversal-client.ts";
import { traversalServerZoneItems } from "./zones-traversal-server.ts";
import { zoneItems } from "./zones-zone.ts";
import type { ConfigurationItem } from "../types.ts";

export { configurationLists } from "./lists.ts";

// The order in which a bare `xConfiguration` lists the items (X7.2.1 capture); what it left out follows in alphabetical order.
const tables = [
  loginItems,
  loginPageItems,
  systemUnitItems,
  optionItems,
  ethernetItems,
  ipItems,
  administrationItems,
  externalManagerItems,
  registrationItems,
  alternatesItems,
  transformItems,
  callItems,
  h323Items,
  sipItems,
  interworkingItems,
  traversalItems,
  authenticationItems,
  findMeItems,
  localZoneItems,
  defaultZoneAccessItems,
  searchRuleItems,
  zoneItems,
  neighborZoneItems,
  traversalClientZoneItems,
  traversalServerZoneItems,
  dnsZoneItems,
  bandwidthItems,
  policyItems,
  callPolicyRuleItems,
  applicationsItems,
  b2buaItems,
  resourceUsageItems,
  servicesItems,
  collaborationEdgeItems,
  unifiedCommunicationsServerItems,
  dnsItems,
  edgeConfigServerItems,
  errorReportItems,
  firewallItems,
  intrusionProtectionItems,
  languageItems,
  logItems,
  loggerItems,
  managementItems,
  ntpItems,
  remoteItems,
  snmpItems,
  timeZoneItems,
  tmsProvisioningExtensionItems,
] as const;

/** Every configuration item of the device, in the order of `xConfiguration`. */
export const configurationItems: readonly ConfigurationItem[] = Object.freeze(tables.flat());

/** The path of a table row, with index ranges: `Zones Zone [1..1000] Name`. */
export type ItemTemplate = (typeof tables)[number][number]["path"];

type Concrete<Path extends string> = Path extends `${infer Before}[${string}]${infer After}`
  ? `${Before}${number}${Concrete<After>}`
  : Path;

/** The path of one item of one row: `Zones Zone 3 Name`. */
export type ItemPath = Concrete<ItemTemplate>;
