import type { ResourceKey } from "../../../peer/calls/bandwidth/resources.ts";
import type { Device } from "../../../peer/device.ts";
import type { Column } from "../records/columns.ts";
import { Records } from "../records/records.tsx";
import type { Visit } from "../visit.ts";
import { useOf } from "./bandwidth-usage.ts";

/** Something that calls take bandwidth of. */
export interface Used {
  readonly key: ResourceKey;
  readonly name: string;
  /** What goes into further columns. */
  readonly more?: readonly string[];
}

export interface UseTableProps {
  readonly visit: Visit;
  /** The heading over the names. */
  readonly heading: string;
  readonly used: readonly Used[];
  readonly moreHeadings?: readonly string[];
}

/** What the calls of this peer take of a resource, and those of all peers. */
export const useColumns = <Row,>(device: Device, keyOf: (row: Row) => ResourceKey): readonly Column<Row>[] => [
  { heading: "Calls", cell: (row) => useOf(device, keyOf(row)).calls },
  { heading: "Bandwidth used", cell: (row) => useOf(device, keyOf(row)).own },
  { heading: "Used in the cluster", cell: (row) => useOf(device, keyOf(row)).cluster },
];

/** Administrator Guide, status of subzones, links and pipes; what the other peers' calls take has a column of its own. */
export function UseTable({ visit, heading, used, moreHeadings = [] }: UseTableProps) {
  const columns: readonly Column<Used>[] = [
    { heading, cell: ({ name }) => name },
    ...useColumns<Used>(visit.device, ({ key }) => key),
    ...moreHeadings.map((more, place) => ({ heading: more, cell: (row: Used) => row.more?.[place] })),
  ];
  return <Records visit={visit} columns={columns} rows={used} keyOf={({ key }) => key} />;
}
