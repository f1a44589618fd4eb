import type { Registration } from "../../../../../peer/registrations/registrations.ts";
import { protocolName } from "../../../call-words.ts";
import { byButton } from "../../../form/by-button.ts";
import { SubmitButton } from "../../../form/form.tsx";
import type { Outcome, Page, Visit } from "../../../page.ts";
import { peerName, shownTime } from "../../../peer-names.ts";
import type { Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { SelectAll } from "../../../records/select-all.tsx";
import { selectColumn } from "../../../records/select-box.tsx";
import type { SentFields } from "../../../sent-fields.ts";
import { aliasType, deviceType } from "./registration-words.ts";

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
          <SubmitButton label="Unregister" />
          <SelectAll visit={visit} />
        </Records>
      );
    },
    submit: byButton({ Unregister: unregister }),
  };
}

function unregister({ device }: Visit, sent: SentFields): Outcome {
  const selected = new Set(sent.all("registration"));
  if (selected.size === 0) return { kind: "refused", reason: "no registration is selected" };
  // One that has ended by itself in the meantime is what was asked for, too.
  for (const { alias, serialNumber } of device.registrations.all())
    if (selected.has(serialNumber)) device.registrations.remove(alias);
  return { kind: "done", text: selected.size === 1 ? "Registration removed" : "Registrations removed" };
}

const columnsFor = ({ heading, type }: RegistrationList, visit: Visit): readonly Column<Registration>[] => [
  selectColumn(visit, { name: "registration", value: ({ serialNumber }) => serialNumber, label: ({ alias }) => alias }),
  { heading, cell: ({ alias }) => alias },
  { heading: "Type", cell: type },
  { heading: "Protocol", cell: ({ protocol }) => protocolName(protocol) },
  { heading: "Creation time", cell: ({ since }) => shownTime(visit.device, since) },
  { heading: "Address", cell: ({ address }) => address },
  { heading: "Peer", cell: () => peerName(visit.device) },
];
