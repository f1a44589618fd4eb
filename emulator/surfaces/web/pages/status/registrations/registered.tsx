import { denyAlias } from "../../../../../peer/calls/registrations/deny-alias.ts";
import type { Registration } from "../../../../../peer/calls/registrations/registration.ts";
import { byButton } from "../../../form/by-button.ts";
import { SubmitButton } from "../../../form/form.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import type { Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { SelectAll } from "../../../records/select-all.tsx";
import { selectColumn } from "../../../records/select-box.tsx";
import { protocolName } from "../../../tables/call-words.ts";
import { peerName, shownTime } from "../../../tables/peer-names.ts";
import type { Visit } from "../../../visit.ts";
import { registrationLink } from "./registration-details.tsx";
import { aliasType, deviceType } from "./registration-words.ts";

const UNREGISTER = "Unregister";
/** Administrator Guide, "Unregistering and blocking devices": while the restriction policy is Deny List. */
const BLOCK = "Unregister and block";

const NOTHING_SELECTED: Outcome = { kind: "refused", reason: "no registration is selected" };

/** One of the two orders in which the product lists registrations: what comes first, and what kind it is of. */
interface RegistrationList {
  readonly heading: string;
  readonly type: (registration: Registration) => string;
}

/** Status > Registrations > By device (Administrator Guide, "Registrations"). An endpoint of the twin has one alias. */
export const registrationsByDevice = registrationPage({ heading: "Name", type: deviceType });

/** Status > Registrations > By alias. */
export const registrationsByAlias = registrationPage({ heading: "Alias", type: aliasType });

/** The registrations with this peer; only the peer that an endpoint is registered with can end that. */
function registrationPage(list: RegistrationList): Page {
  return {
    view: (visit) => {
      const all = visit.device.registrations.all();
      if (all.length === 0) return <p class="none">There are no registrations.</p>;
      return (
        <Records visit={visit} columns={columnsFor(list, visit)} rows={all} keyOf={({ serialNumber }) => serialNumber}>
          <SubmitButton label={UNREGISTER} />
          {hasDenyList(visit) && <SubmitButton label={BLOCK} minor />}
          <SelectAll visit={visit} />
        </Records>
      );
    },
    submit: byButton({ [UNREGISTER]: unregister, [BLOCK]: unregisterAndBlock }),
  };
}

const hasDenyList = ({ device: { configuration } }: Visit): boolean =>
  configuration.get("Registration RestrictionPolicy Mode") === "DenyList";

/** The registrations of the boxes that are ticked. One that has ended by itself in the meantime is not among them. */
function selectedOf({ device }: Visit, sent: SentFields): readonly Registration[] {
  const selected = sent.all("registration");
  return device.registrations.all().filter(({ serialNumber }) => selected.includes(serialNumber));
}

function unregister(visit: Visit, sent: SentFields): Outcome {
  const count = sent.all("registration").length;
  if (count === 0) return NOTHING_SELECTED;
  for (const { alias } of selectedOf(visit, sent)) visit.device.registrations.remove(alias);
  return { kind: "done", text: count === 1 ? "Registration removed" : "Registrations removed" };
}

/** Nobody is unregistered who could register again at once. */
function unregisterAndBlock(visit: Visit, sent: SentFields): Outcome {
  const { configuration, registrations } = visit.device;
  if (!hasDenyList(visit)) return { kind: "refused", reason: "the registration restriction policy is not Deny List" };
  if (sent.all("registration").length === 0) return NOTHING_SELECTED;
  const selected = selectedOf(visit, sent);
  if (selected.length === 0) return { kind: "refused", reason: "none of what is selected is registered any more" };
  for (const { alias } of selected) {
    const denied = denyAlias(configuration, alias, visit.actor);
    if (!denied.ok) return { kind: "refused", reason: `${alias}: ${denied.reason}` };
    registrations.remove(alias);
  }
  return {
    kind: "done",
    text: selected.length === 1 ? "Registration removed and blocked" : "Registrations removed and blocked",
  };
}

const columnsFor = ({ heading, type }: RegistrationList, visit: Visit): readonly Column<Registration>[] => [
  selectColumn(visit, { name: "registration", value: ({ serialNumber }) => serialNumber, label: ({ alias }) => alias }),
  { heading, cell: ({ alias }) => alias },
  { heading: "Type", cell: type },
  { heading: "Protocol", cell: ({ protocol }) => protocolName(protocol) },
  { heading: "Creation time", cell: ({ since }) => shownTime(visit.device, since) },
  { heading: "Address", cell: ({ address }) => address },
  { heading: "Peer", cell: () => peerName(visit.device) },
  registrationLink,
];
