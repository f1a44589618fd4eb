import type { Allocation } from "../../../../peer/turn/allocation.ts";
import { formatEndpoint } from "../../../../world/network.ts";
import { ListTable } from "../../list-table.tsx";
import type { Page, Visit } from "../../page.ts";
import { Paged } from "../../paging.tsx";
import { shownTime } from "../../peer-names.ts";
import { uptimeText } from "./uptime-text.ts";

/** Administrator Guide, "TURN relay usage". */
const columns = ["Client", "Media destinations", "Connection protocol", "Relays"] as const;

/** Status > TURN relay usage: the clients of this peer's TURN server. */
export const turnRelayUsage: Page = {
  view: (visit) => {
    const clients = [...visit.device.turn.clients()];
    if (clients.length === 0) return <p class="none">There are no TURN clients.</p>;
    return (
      <Paged visit={visit} rows={clients}>
        {(shown) => (
          <ListTable
            columns={columns}
            rows={shown.map(([address, relays]) => ({
              key: address,
              cells: [
                <a href={`/turnrelays?client=${address}`}>{address}</a>,
                [...new Set(relays.flatMap(({ permitted }) => permitted))].join(", "),
                "UDP",
                relays.length,
              ],
            }))}
          />
        )}
      </Paged>
    );
  },
};

const relaysOfClient = ({ device, query }: Visit): readonly Allocation[] =>
  device.turn.clients().get(query.get("client") ?? "") ?? [];

const relayColumns = [
  "Relay",
  "Client port",
  "User",
  "Media destinations",
  "Creation time",
  "Time to expiry",
  "To media destinations",
  "To client",
] as const;

/** Status > TURN relay usage > a client: its relays, `/turnrelays?client=<address>`. */
export const turnRelays: Page = {
  exists: (visit) => relaysOfClient(visit).length > 0,
  view: (visit) => (
    <Paged visit={visit} rows={relaysOfClient(visit)}>
      {(shown) => (
        <ListTable
          columns={relayColumns}
          rows={shown.map(({ facts, permitted, remaining, traffic }) => ({
            key: facts.serialNumber,
            cells: [
              formatEndpoint(facts.relayed),
              facts.client.port,
              facts.username,
              permitted.join(", "),
              shownTime(visit.device, facts.createdAt),
              uptimeText(Math.ceil(remaining / 1000)),
              trafficText(traffic.toPeers),
              trafficText(traffic.toClient),
            ],
          }))}
        />
      )}
    </Paged>
  ),
};

const trafficText = ({ packets, bytes }: Allocation["traffic"]["toPeers"]): string =>
  `${packets} packets, ${bytes} bytes`;
