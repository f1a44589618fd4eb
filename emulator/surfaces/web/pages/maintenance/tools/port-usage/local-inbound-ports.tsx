import { ListTable } from "../../../../records/list-table.tsx";
import type { Page } from "../../../../page.ts";

/** Maintenance > Tools > Port usage > Local inbound ports: the sockets that are open at this moment, as root's netstat has them. */
export const localInboundPorts: Page = {
  view: ({ device }) => (
    <ListTable
      columns={["Transport", "IP address", "Port"]}
      rows={device.openSockets().map(({ protocol, local: { address, port } }) => ({
        key: `${protocol} ${address} ${port}`,
        cells: [protocol.toUpperCase(), address, port],
      }))}
    />
  ),
};
