import { formPage } from "../../../form/form-page.tsx";
import type { FormField } from "../../../form/form-section.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import { statusAt } from "../../../tables/status-value.ts";
import type { Visit } from "../../../visit.ts";

/** Configuration > Traversal > TURN (Administrator Guide, "Configuring TURN services"). */
export const turn = formPage({
  sections: (visit) => [
    {
      title: "Server",
      fields: [
        { item: "Traversal Server TURN Mode" },
        ...requestPorts(visit),
        { item: "Traversal Server TURN Authentication Remote Mode" },
        { item: "Traversal Server TURN Authentication Realm" },
        { item: "Traversal Server TURN Media Port Start" },
        { item: "Traversal Server TURN Media Port End" },
      ],
    },
  ],
  status: ({ device }) => (
    <>
      <StatusTable
        number={1}
        title="TURN server status"
        rows={[
          ["Status", statusAt(device, "TURN", "Server", "Status")],
          ["Listening address", statusAt(device, "TURN", "Server", "Interface")],
          ["Number of active TURN clients", String(device.turn.clients().size)],
          ["Number of active TURN relays", String(device.turn.count.Current)],
        ]}
      />
      <ul class="related">
        <li>
          <a href="/turnrelayusage">TURN relay usage</a>
        </li>
        <li>
          <a href="/credentials">Configure TURN client credentials in local database</a>
        </li>
      </ul>
    </>
  ),
});

/** A large system serves a range. */
const requestPorts = ({ device }: Visit): readonly FormField[] =>
  device.identity.platform === "large"
    ? [{ item: "Traversal Server TURN PortRangeStart" }, { item: "Traversal Server TURN PortRangeEnd" }]
    : [{ item: "Traversal Server TURN Port" }];
