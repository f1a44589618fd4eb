import type { Allocation } from "../../../../peer/calls/turn/allocation.ts";
import { formatEndpoint } from "../../../../world/network.ts";
import type { Page } from "../../page.ts";
import type { Column } from "../../records/columns.ts";
import { Records } from "../../records/records.tsx";
import { shownTime } from "../../tables/peer-names.ts";
import type { Visit } from "../../visit.ts";
import { uptimeText } from "./uptime-text.ts";

type Client = readonly [address: string, relays: readonly Allocation[]];

/** Administrator Guide, "TURN relay usage". */
const clientColumns: readonly Column<Client>[] = [
  { heading: "Client", cell: ([address]) => <a href={`/turnrelays?client=${address}`}>{address}</a> },
  {
    heading: "Media destinations",
    cell: ([, relays]) => [...new Set(relays.flatMap(({ permitted }) => permitted))].join(", "),
  },
  { heading: "Connection protocol", cell: () => "UDP" },
  { heading: "Relays", cell: ([, relays]) => relays.length },
];

/** Status > TURN relay usage: the clients of this peer's TURN server. */
export const turnRelayUsage: Page = {
  view: (visit) => {
    const clients = [...visit.device.turn.clients()];
    if (clients.length === 0) return <p class="none">There are no TURN clients.</p>;
    return <Records visit={visit} columns={clientColumns} rows={clients} keyOf={([address]) => address} />;
  },
};

const relaysOfClient = ({ device, query }: Visit): readonly Allocation[] =>
  device.turn.clients().get(query.get("client") ?? "") ?? [];

const relayColumnsFor = ({ device }: Visit): readonly Column<Allocation>[] => [
  { heading: "Relay", cell: ({ facts }) => formatEndpoint(facts.relayed) },
  { heading: "Client port", cell: ({ facts }) => facts.client.port },
  { heading: "User", cell: ({ facts }) => facts.username },
  { heading: "Media destinations", cell: ({ permitted }) => permitted.join(", ") },
  { heading: "Creation time", cell: ({ facts }) => shownTime(device, facts.createdAt) },
  {
    heading: "Time to expiry",
    cell: ({ remaining }) => uptimeText(Math.ceil(remaining / 1000)),
    order: ({ remaining }) => remaining,
  },
  { heading: "To media destinations", cell: ({ traffic }) => trafficText(traffic.toPeers) },
  { heading: "To client", cell: ({ traffic }) => trafficText(traffic.toClient) },
];

/** Status > TURN relay usage > a client: its relays, `/turnrelays?client=<address>`. */
export const turnRelays: Page = {
  exists: (visit) => relaysOfClient(visit).length > 0,
  view: (visit) => (
    <>
      <p>The relays of the client at {visit.query.get("client")}:</p>
      <Records
        visit={visit}
        columns={relayColumnsFor(visit)}
        rows={relaysOfClient(visit)}
        keyOf={({ facts }) => facts.serialNumber}
      />
    </>
  ),
};

const trafficText = ({ packets, bytes }: Allocation["traffic"]["toPeers"]): string =>
  `${packets} packets, ${bytes} bytes`;
