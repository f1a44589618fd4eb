import { protocolName } from "../../../call-words.ts";
import { ListTable } from "../../../list-table.tsx";
import type { Page } from "../../../page.ts";
import { Paged } from "../../../paging.tsx";
import { peerName, shownTime } from "../../../peer-names.ts";
import { uptimeText } from "../uptime-text.ts";
import { deviceType } from "./registration-words.ts";

/** Administrator Guide, "Registration history". */
const columns = ["Name", "Type", "Protocol", "Creation time", "End time", "Duration", "Address", "Peer"] as const;

/** Status > Registrations > History: the registrations with this peer that are over, newest first. */
export const registrationHistory: Page = {
  view: (visit) => {
    const { device } = visit;
    const past = device.registrations.history.all();
    if (past.length === 0) return <p class="none">There are no past registrations.</p>;
    return (
      <Paged visit={visit} rows={past}>
        {(shown) => (
          <ListTable
            columns={columns}
            rows={shown.map((registration) => ({
              key: registration.serialNumber,
              cells: [
                registration.alias,
                deviceType(registration),
                protocolName(registration.protocol),
                shownTime(device, registration.since),
                shownTime(device, registration.endedAt),
                uptimeText(Math.floor((registration.endedAt - registration.since) / 1000)),
                registration.address,
                peerName(device),
              ],
            }))}
          />
        )}
      </Paged>
    );
  },
};
