import { alarmsNotes } from "./alarms.ts";
import { callsNotes } from "./calls.ts";
import { clusterNotes } from "./cluster.ts";
import { maintenanceNotes } from "./maintenance.ts";
import { pagesNotes } from "./pages.ts";
import { programsNotes } from "./programs.ts";
import { securityNotes } from "./security.ts";
import { shellsNotes } from "./shells.ts";
import type { FidelityNote } from "./note.ts";

/** The notes by subject, in the order of the page. */
export const fidelityNotes: readonly { readonly subject: string; readonly notes: readonly FidelityNote[] }[] = [
  { subject: "The cluster", notes: clusterNotes },
  { subject: "Shells and files", notes: shellsNotes },
  { subject: "Accounts and security", notes: securityNotes },
  { subject: "Calls, registrations and licenses", notes: callsNotes },
  { subject: "Alarms about settings", notes: alarmsNotes },
  { subject: "Commands, REST and feedback", notes: programsNotes },
  { subject: "Maintenance and logs", notes: maintenanceNotes },
  { subject: "Pages and applications", notes: pagesNotes },
];
