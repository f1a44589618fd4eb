import { itemOfRow } from "../../../form/row-fields.ts";
import type { RowColumn } from "../../../form/row-list-page.tsx";
import { rowPages } from "../../../form/row-pages.tsx";
import { useOf } from "../../../tables/bandwidth-usage.ts";
import type { Visit } from "../../../visit.ts";
import { nodeNames, pipesOrNone } from "../nodes.ts";

const value = ({ device }: Visit, row: number, item: string): string =>
  device.configuration.get(itemOfRow("Bandwidth Link", row, item));

const column = (heading: string, item: string): RowColumn => ({
  heading,
  cell: (visit, row) => value(visit, row, item),
});

/** Configuration > Bandwidth > Links (Administrator Guide, "Links"). */
export const links = rowPages({
  rows: "Bandwidth Link",
  noun: "link",
  nameItem: "Name",
  columns: [
    column("Name", "Name"),
    column("Node 1", "Node1 Name"),
    column("Node 2", "Node2 Name"),
    column("Pipe 1", "Pipe1 Name"),
    column("Pipe 2", "Pipe2 Name"),
    { heading: "Calls", cell: (visit, row) => useOf(visit.device, `link ${value(visit, row, "Name")}`).calls },
    { heading: "Bandwidth used", cell: (visit, row) => useOf(visit.device, `link ${value(visit, row, "Name")}`).own },
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "Node1 Name", choices: nodeNames },
        { item: "Node2 Name", choices: nodeNames },
        { item: "Pipe1 Name", choices: pipesOrNone },
        { item: "Pipe2 Name", choices: pipesOrNone },
      ],
    },
  ],
});
