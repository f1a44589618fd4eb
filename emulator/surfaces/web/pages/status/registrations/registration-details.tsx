import type { PastRegistration } from "../../../../../peer/calls/registrations/registration-history.ts";
import type { Registration } from "../../../../../peer/calls/registrations/registration.ts";
import type { Page } from "../../../page.ts";
import { ACTIONS, type Column } from "../../../records/columns.ts";
import { protocolName } from "../../../tables/call-words.ts";
import { peerName, shownTime } from "../../../tables/peer-names.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";
import { uptimeText } from "../uptime-text.ts";
import { aliasType, deviceType } from "./registration-words.ts";

/** Ended, where it is over. */
type KnownRegistration = Registration & Partial<Pick<PastRegistration, "endedAt">>;

function registrationOf({ device: { registrations }, query }: Visit): KnownRegistration | undefined {
  const isAsked = ({ serialNumber }: Registration): boolean => serialNumber === query.get("id");
  return registrations.all().find(isAsked) ?? registrations.history.all().find(isAsked);
}

/** Status > Registrations > View: one registration, present or over, `/registrationdetails?id=<serial number>`. */
export const registrationDetails: Page = {
  exists: (visit) => registrationOf(visit) !== undefined,
  view: (visit) => {
    const registration = registrationOf(visit);
    return registration && <Details visit={visit} registration={registration} />;
  },
};

interface DetailsProps {
  readonly visit: Visit;
  readonly registration: KnownRegistration;
}

function Details({ visit: { device }, registration }: DetailsProps) {
  const { alias, address, serialNumber, since, subzone, protocol, provisioned, endedAt } = registration;
  const until = endedAt ?? device.clock.now();
  return (
    <>
      <StatusTable
        number={1}
        title="Registration"
        rows={[
          ["Alias", alias],
          ["Alias type", aliasType(registration)],
          ["Device type", deviceType(registration)],
          ["Protocol", protocolName(protocol)],
          ["Address", address],
          ["Subzone", subzone],
          ["Provisioned", provisioned ? "Yes" : "No"],
          ["Creation time", shownTime(device, since)],
          ...(endedAt === undefined ? [] : [["End time", shownTime(device, endedAt)] as const]),
          ["Duration", uptimeText(Math.floor((until - since) / 1000))],
          ["Peer", peerName(device)],
          ["Serial number", serialNumber],
        ]}
      />
      <ul class="related">
        <li>
          <a href={`/eventlog?${new URLSearchParams({ string: alias })}`}>View all events of this alias</a>
        </li>
      </ul>
    </>
  );
}

/** The way to the page of a registration. */
export const registrationLink: Column<Registration> = {
  heading: ACTIONS,
  cell: ({ alias, serialNumber }) => (
    <a href={`/registrationdetails?id=${serialNumber}`} aria-label={`View ${alias}`}>
      View
    </a>
  ),
};
