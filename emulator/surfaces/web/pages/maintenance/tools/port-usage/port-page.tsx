import { csvText } from "../../../../../../../protocol/csv/csv-text.ts";
import type { Device } from "../../../../../../peer/device.ts";
import type { UsedPort } from "../../../../../../peer/network/port-usage/port-usage.ts";
import { Form, SubmitButton } from "../../../../form/form.tsx";
import type { Page } from "../../../../page.ts";
import { arrange, readArrangement } from "../../../../records/arrange.ts";
import { Records } from "../../../../records/records.tsx";
import type { Visit } from "../../../../visit.ts";

/** The Administrator Guide names the pages, not their columns: assumed. */
const columns = [
  { heading: "Purpose", cell: ({ purpose }: UsedPort) => purpose },
  { heading: "Description", cell: ({ description }: UsedPort) => description },
  { heading: "Protocol", cell: ({ protocol }: UsedPort) => protocol },
  { heading: "IP address", cell: ({ address }: UsedPort) => address },
  {
    heading: "Port",
    cell: ({ ports }: UsedPort) => portText(ports),
    order: ({ ports }: UsedPort) => ports?.first ?? 0,
  },
] as const;

/** A page of the ports that are in use, in the order that is asked for; its button sends them as a file. */
export const portPage = (name: string, portsOf: (device: Device) => readonly UsedPort[]): Page => ({
  view: (visit) => (
    <>
      <Ports visit={visit} ports={portsOf(visit.device)} />
      <Form visit={visit}>
        <div class="buttons">
          <SubmitButton label="Export to CSV" minor />
        </div>
      </Form>
    </>
  ),
  submit: ({ device, query }) => {
    const rows = arrange(portsOf(device), columns, readArrangement(query, columns));
    const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
    return { kind: "file", name: `${name}.csv`, bytes: Buffer.from(csvText(lines)) };
  },
});

function Ports({ visit, ports }: { readonly visit: Visit; readonly ports: readonly UsedPort[] }) {
  if (ports.length === 0) return <p class="none">There are no such ports: nothing is configured that uses any.</p>;
  return <Records visit={visit} columns={columns} rows={ports} keyOf={keyOf} />;
}

const portText = (ports: UsedPort["ports"]): string => {
  if (!ports) return "";
  return ports.first === ports.last ? String(ports.first) : `${ports.first}-${ports.last}`;
};

const keyOf = ({ purpose, description, protocol, address, ports }: UsedPort): string =>
  [purpose, description, protocol, address, portText(ports)].join(" ");
