import type { PastRegistration } from "../../../../../peer/calls/registrations/registration-history.ts";
import type { Page } from "../../../page.ts";
import type { Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { protocolName } from "../../../tables/call-words.ts";
import { peerName, shownTime } from "../../../tables/peer-names.ts";
import type { Visit } from "../../../visit.ts";
import { uptimeText } from "../uptime-text.ts";
import { registrationLink } from "./registration-details.tsx";
import { deviceType } from "./registration-words.ts";

const secondsOf = ({ since, endedAt }: PastRegistration): number => Math.floor((endedAt - since) / 1000);

/** Administrator Guide, "Registration history". */
const columnsFor = ({ device }: Visit): readonly Column<PastRegistration>[] => [
  { heading: "Name", cell: ({ alias }) => alias },
  { heading: "Type", cell: deviceType },
  { heading: "Protocol", cell: ({ protocol }) => protocolName(protocol) },
  { heading: "Creation time", cell: ({ since }) => shownTime(device, since) },
  { heading: "End time", cell: ({ endedAt }) => shownTime(device, endedAt) },
  { heading: "Duration", cell: (past) => uptimeText(secondsOf(past)), order: secondsOf },
  { heading: "Address", cell: ({ address }) => address },
  { heading: "Peer", cell: () => peerName(device) },
  registrationLink,
];

/** Status > Registrations > History: the registrations with this peer that are over, newest first. */
export const registrationHistory: Page = {
  view: (visit) => {
    const past = visit.device.registrations.history.all();
    if (past.length === 0) return <p class="none">There are no past registrations.</p>;
    return <Records visit={visit} columns={columnsFor(visit)} rows={past} keyOf={({ serialNumber }) => serialNumber} />;
  },
};
