import { diagnosticLogging } from "../pages/maintenance/diagnostics/diagnostic-logging.tsx";
import { incidentReporting } from "../pages/maintenance/diagnostics/incident-reporting.ts";
import { incidentDetail, incidentView } from "../pages/maintenance/diagnostics/incident-view.tsx";
import { networkLogConfiguration } from "../pages/maintenance/diagnostics/network-log-configuration.tsx";
import { supportLogConfiguration } from "../pages/maintenance/diagnostics/support-log-configuration.tsx";
import { systemSnapshot } from "../pages/maintenance/diagnostics/system-snapshot.tsx";
import type { PageEntry } from "../page-directory.ts";

const DIAGNOSTICS: PageEntry["menu"] = ["Maintenance", "Diagnostics"];
const INCIDENTS: PageEntry["menu"] = [...DIAGNOSTICS, "Incident reporting"];
const ADVANCED: PageEntry["menu"] = [...DIAGNOSTICS, "Advanced"];

/** The pages of Maintenance > Diagnostics, in the order of the menu (Administrator Guide X8.1, contents). */
export const diagnosticsMenu: readonly PageEntry[] = [
  {
    menu: [...DIAGNOSTICS, "Diagnostic logging"],
    page: diagnosticLogging,
    related: ["networklog", "eventlog", "systemsnapshot"],
  },
  {
    menu: [...INCIDENTS, "Configuration"],
    page: incidentReporting,
    at: "incidentreporting",
    title: "Incident reporting configuration",
    related: ["incidentview"],
  },
  {
    menu: [...INCIDENTS, "View"],
    page: incidentView,
    at: "incidentview",
    title: "Incident view",
    related: ["incidentreporting", "eventlog"],
  },
  { menu: [...INCIDENTS, "View", "Incident detail"], page: incidentDetail, hidden: true, changesNothing: true },
  { menu: [...DIAGNOSTICS, "System snapshot"], page: systemSnapshot, openTo: "ReadWrite" },
  { menu: [...ADVANCED, "Network Log configuration"], page: networkLogConfiguration, related: ["networklog"] },
  { menu: [...ADVANCED, "Support Log configuration"], page: supportLogConfiguration },
];
