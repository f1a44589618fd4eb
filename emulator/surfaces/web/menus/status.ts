import { logKinds } from "../../../model/logs/log-kinds.ts";
import { alarms } from "../pages/status/alarms.tsx";
import { lyncB2bua, lyncUsers } from "../pages/status/applications/lync.tsx";
import { tmsProvisioningExtensionStatus } from "../pages/status/applications/tms-provisioning-extension.tsx";
import { linkStatus } from "../pages/status/bandwidth/links.tsx";
import { pipeStatus } from "../pages/status/bandwidth/pipes.tsx";
import { callDetails } from "../pages/status/calls/call-details.tsx";
import { callHistory } from "../pages/status/calls/call-history.tsx";
import { calls } from "../pages/status/calls/calls.tsx";
import { hardwareStatus } from "../pages/status/hardware.tsx";
import { localZoneStatus } from "../pages/status/local-zone.tsx";
import { logPage } from "../pages/status/logs/log-page.tsx";
import { overview } from "../pages/status/overview.tsx";
import { policyServiceStatus } from "../pages/status/policy-services.tsx";
import { presentities, publishers, subscribers } from "../pages/status/presence.tsx";
import { registrationsByAlias, registrationsByDevice } from "../pages/status/registrations/registered.tsx";
import { registrationDetails } from "../pages/status/registrations/registration-details.tsx";
import { registrationHistory } from "../pages/status/registrations/registration-history.tsx";
import { searchDetails } from "../pages/status/search-details.tsx";
import { searchHistory } from "../pages/status/search-history.tsx";
import { ethernetStatus } from "../pages/status/system/ethernet.tsx";
import { information } from "../pages/status/system/information.tsx";
import { ipStatus } from "../pages/status/system/ip.tsx";
import { resourceUsage } from "../pages/status/system/resource-usage.tsx";
import { turnRelays, turnRelayUsage } from "../pages/status/turn-relay-usage.tsx";
import { unifiedCommunicationsStatus } from "../pages/status/unified-communications.tsx";
import { zoneStatus } from "../pages/status/zones.tsx";
import type { PageEntry } from "../page-directory.ts";

/** The pages of Status, in the order of the menu (Administrator Guide X8.1, contents). */
export const statusMenu: readonly PageEntry[] = [
  { menu: ["Status", "Overview"], page: overview, openTo: "Auditor" },
  { menu: ["Status", "System", "Information"], page: information, title: "System information" },
  { menu: ["Status", "System", "Ethernet"], page: ethernetStatus, at: "ethernetstatus", title: "Ethernet status" },
  { menu: ["Status", "System", "IP"], page: ipStatus, at: "ipstatus", title: "IP status" },
  { menu: ["Status", "System", "Resource usage"], page: resourceUsage },
  {
    menu: ["Status", "Registrations", "By device"],
    page: registrationsByDevice,
    at: "registrationsbydevice",
    title: "Registrations by device",
    registrarOnly: true,
  },
  {
    menu: ["Status", "Registrations", "By device", "Registration details"],
    page: registrationDetails,
    hidden: true,
    registrarOnly: true,
  },
  {
    menu: ["Status", "Registrations", "By alias"],
    page: registrationsByAlias,
    at: "registrationsbyalias",
    title: "Registrations by alias",
    registrarOnly: true,
  },
  {
    menu: ["Status", "Registrations", "History"],
    page: registrationHistory,
    at: "registrationhistory",
    title: "Registration history",
    registrarOnly: true,
  },
  { menu: ["Status", "Calls", "Calls"], page: calls, title: "Call status", related: ["callhistory", "searchhistory"] },
  { menu: ["Status", "Calls", "Calls", "Call details"], page: callDetails, hidden: true },
  {
    menu: ["Status", "Calls", "History"],
    page: callHistory,
    at: "callhistory",
    title: "Call history",
    related: ["calls", "searchhistory"],
  },
  { menu: ["Status", "Search history"], page: searchHistory, related: ["eventlog", "locate", "checkpattern"] },
  { menu: ["Status", "Search history", "Search details"], page: searchDetails, hidden: true },
  { menu: ["Status", "Local Zone"], page: localZoneStatus, title: "Local Zone status" },
  {
    menu: ["Status", "Zones"],
    page: zoneStatus,
    at: "zonestatus",
    title: "Zone status",
    related: ["zones", "searchrules"],
  },
  { menu: ["Status", "Bandwidth", "Links"], page: linkStatus, at: "linkstatus", title: "Link status" },
  { menu: ["Status", "Bandwidth", "Pipes"], page: pipeStatus, at: "pipestatus", title: "Pipe status" },
  {
    menu: ["Status", "Policy services"],
    page: policyServiceStatus,
    at: "policyservicestatus",
    title: "Policy service status",
  },
  { menu: ["Status", "TURN relay usage"], page: turnRelayUsage, edgeOnly: true },
  { menu: ["Status", "TURN relay usage", "TURN relays"], page: turnRelays, hidden: true, edgeOnly: true },
  {
    menu: ["Status", "Unified Communications"],
    page: unifiedCommunicationsStatus,
    at: "unifiedcommunicationsstatus",
    title: "Unified Communications status",
  },
  { menu: ["Status", "Presence", "Publishers"], page: publishers, title: "Presence publishers", registrarOnly: true },
  {
    menu: ["Status", "Presence", "Presentities"],
    page: presentities,
    title: "Presence presentities",
    registrarOnly: true,
  },
  {
    menu: ["Status", "Presence", "Subscribers"],
    page: subscribers,
    title: "Presence subscribers",
    registrarOnly: true,
  },
  { menu: ["Status", "Applications", "Lync users"], page: lyncUsers, title: "Lync user status" },
  {
    menu: ["Status", "Applications", "Lync B2BUA"],
    page: lyncB2bua,
    at: "lyncb2buastatus",
    title: "Lync B2BUA status",
  },
  {
    menu: ["Status", "Applications", "TMS Provisioning Extension services"],
    page: tmsProvisioningExtensionStatus,
    at: "tmsprovisioningextensionstatus",
    title: "TMS Provisioning Extension service status",
    registrarOnly: true,
  },
  {
    menu: ["Status", "Alarms"],
    page: alarms,
    openTo: "Auditor",
    related: ["eventlog"],
  },
  ...logKinds.map((kind): PageEntry => ({
    menu: ["Status", "Logs", kind.title],
    page: logPage(kind),
    openTo: "Auditor",
    changesNothing: true,
  })),
  { menu: ["Status", "Hardware"], page: hardwareStatus, title: "Hardware status", applianceOnly: true },
];
