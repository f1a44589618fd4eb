import type { ResourceKey } from "../../peer/bandwidth/resources.ts";
import type { Device } from "../../peer/device.ts";
import { useOf } from "./bandwidth-use.ts";
import { ListTable } from "./list-table.tsx";

/** Something that calls take bandwidth of. */
export interface Used {
  readonly key: ResourceKey;
  readonly name: string;
  /** What goes into further columns. */
  readonly more?: readonly string[];
}

export interface UseTableProps {
  readonly device: Device;
  /** The heading over the names. */
  readonly heading: string;
  readonly used: readonly Used[];
  readonly moreHeadings?: readonly string[];
}

/** Administrator Guide, status of subzones, links and pipes; what the other peers' calls take has a column of its own. */
export function UseTable({ device, heading, used, moreHeadings = [] }: UseTableProps) {
  return (
    <ListTable
      columns={[heading, "Calls", "Bandwidth used", "Used in the cluster", ...moreHeadings]}
      rows={used.map(({ key, name, more = [] }) => {
        const { calls, own, cluster } = useOf(device, key);
        return { key, cells: [name, calls, own, cluster, ...more] };
      })}
    />
  );
}
