import { microsoftLync } from "./pages/applications/b2bua/microsoft-lync.tsx";
import { callRouting } from "./pages/configuration/call-routing.ts";
import { h323 } from "./pages/configuration/protocols/h323.ts";
import { sip } from "./pages/configuration/protocols/sip.ts";
import { createZone } from "./pages/configuration/zones/create-zone.tsx";
import { defaultZone } from "./pages/configuration/zones/default-zone.ts";
import { editZone } from "./pages/configuration/zones/edit-zone.tsx";
import { zones } from "./pages/configuration/zones/zones.tsx";
import { logging } from "./pages/maintenance/logging.ts";
import { maintenanceMode } from "./pages/maintenance/maintenance-mode.tsx";
import { restartOptions } from "./pages/maintenance/restart-options.tsx";
import { alarms } from "./pages/status/alarms.tsx";
import { eventLog } from "./pages/status/logs/event-log.tsx";
import { overview } from "./pages/status/overview.tsx";
import { administration } from "./pages/system/administration.ts";
import { clustering } from "./pages/system/clustering.tsx";
import { dns } from "./pages/system/dns.ts";
import { ethernet } from "./pages/system/ethernet.tsx";
import { ip } from "./pages/system/ip.ts";
import { time } from "./pages/system/time.tsx";
import type { PageEntry } from "./page-directory.ts";

/** Every page, in the order of the menus (Administrator Guide X8.1, contents). A page that is not here is in no menu. */
export const menu: readonly PageEntry[] = [
  { menu: ["Status", "Overview"], page: overview },
  { menu: ["Status", "Alarms"], page: alarms },
  { menu: ["Status", "Logs", "Event Log"], page: eventLog },
  { menu: ["System", "Administration"], page: administration, alsoAt: ["system"] },
  { menu: ["System", "Ethernet"], page: ethernet },
  { menu: ["System", "IP"], page: ip },
  { menu: ["System", "DNS"], page: dns },
  { menu: ["System", "Time"], page: time },
  { menu: ["System", "Clustering"], page: clustering },
  { menu: ["Configuration", "Protocols", "H.323"], page: h323 },
  { menu: ["Configuration", "Protocols", "SIP"], page: sip },
  { menu: ["Configuration", "Call routing"], page: callRouting },
  { menu: ["Configuration", "Zones", "Zones"], page: zones },
  { menu: ["Configuration", "Zones", "Zones", "Create zone"], page: createZone, hidden: true },
  { menu: ["Configuration", "Zones", "Zones", "Edit zone"], page: editZone, hidden: true },
  { menu: ["Configuration", "Zones", "Zones", "Default Zone"], page: defaultZone, hidden: true },
  { menu: ["Applications", "B2BUA", "Microsoft Lync", "Configuration"], page: microsoftLync, at: "lyncb2bua" },
  { menu: ["Maintenance", "Logging"], page: logging },
  { menu: ["Maintenance", "Maintenance mode"], page: maintenanceMode },
  { menu: ["Maintenance", "Restart options"], page: restartOptions, alsoAt: ["restart"] },
];
