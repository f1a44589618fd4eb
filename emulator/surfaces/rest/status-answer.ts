import type { Device } from "../../peer/device.ts";
import type { StatusRecord, StatusTable } from "./status-table.ts";

/** A peer that stands alone calls itself so. */
const ALONE = "127.0.0.1";

/** The records of one peer. */
interface PeerRecords {
  readonly peer: string;
  readonly num_recs: number;
  readonly local_peer: boolean;
  readonly records: readonly StatusRecord[];
}

export type StatusAnswer =
  { readonly ok: true; readonly peers: readonly PeerRecords[] } | { readonly ok: false; readonly reason: string };

/**
 * The records of a table that pass the filters of an address, `active/true/uuid/<uuid>`: one object for each peer whose
 * records are known here. A filter that matches nothing leaves no records.
 */
export function statusAnswer(device: Device, table: StatusTable, filters: readonly string[]): StatusAnswer {
  if (filters.length % 2 !== 0) return { ok: false, reason: `the filter ${filters.at(-1)} has no value` };
  const wanted: (readonly [name: string, value: string])[] = [];
  for (let place = 0; place < filters.length; place += 2) {
    const [name = "", value = ""] = filters.slice(place, place + 2);
    if (!table.members.includes(name)) {
      return { ok: false, reason: `there is no filter "${name}": one of ${table.members.join(", ")}` };
    }
    wanted.push([name, value]);
  }
  const objectOf = (peer: string, own: boolean, all: readonly StatusRecord[]): PeerRecords => {
    const records = all.filter((record) => wanted.every(([name, value]) => String(record[name]) === value));
    return { peer, num_recs: records.length, local_peer: own, records };
  };
  const { address, cluster } = device;
  const { shared } = table;
  const others = shared ? [...cluster.tables].map(([other, tables]) => objectOf(other, false, shared(tables))) : [];
  return { ok: true, peers: [objectOf(cluster.clustered ? address : ALONE, true, table.records(device)), ...others] };
}
