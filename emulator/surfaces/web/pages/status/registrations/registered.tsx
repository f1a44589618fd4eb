import type { Registration } from "../../../../../peer/registrations/registrations.ts";
import { protocolName } from "../../../call-words.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { ListTable } from "../../../list-table.tsx";
import type { Page, Visit } from "../../../page.ts";
import { Paged } from "../../../paging.tsx";
import { peerName, shownTime } from "../../../peer-names.ts";
import { SelectAll } from "../../../select-all.tsx";
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
        <Form visit={visit}>
          <Paged visit={visit} rows={all}>
            {(shown) => <Registered list={list} visit={visit} shown={shown} />}
          </Paged>
          <div class="buttons">
            <SubmitButton label="Unregister" />
            <SelectAll visit={visit} />
          </div>
        </Form>
      );
    },
    submit: ({ device }, sent) => {
      if (sent.button !== "Unregister")
        return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
      const selected = new Set(sent.all("registration"));
      if (selected.size === 0) return { kind: "refused", reason: "no registration is selected" };
      // One that has ended by itself in the meantime is what was asked for, too.
      for (const { alias, serialNumber } of device.registrations.all())
        if (selected.has(serialNumber)) device.registrations.remove(alias);
      return { kind: "done", text: selected.size === 1 ? "Registration removed" : "Registrations removed" };
    },
  };
}

interface RegisteredProps {
  readonly list: RegistrationList;
  readonly visit: Visit;
  readonly shown: readonly Registration[];
}

function Registered({ list: { heading, type }, visit: { device, query }, shown }: RegisteredProps) {
  return (
    <ListTable
      columns={["", heading, "Type", "Protocol", "Creation time", "Address", "Peer"]}
      rows={shown.map((registration) => ({
        key: registration.serialNumber,
        cells: [
          <input
            type="checkbox"
            name="registration"
            value={registration.serialNumber}
            checked={query.get("select") === "all"}
            aria-label={`Select ${registration.alias}`}
          />,
          registration.alias,
          type(registration),
          protocolName(registration.protocol),
          shownTime(device, registration.since),
          registration.address,
          peerName(device),
        ],
      }))}
    />
  );
}
