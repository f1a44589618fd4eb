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
 * The records of a table that pass the filters of an address, `active/true/uuid/<uuid>`: a filter that matches nothing gives
 * none. The records of other peers are not known here, so there is one object, for this peer.
 */
export function statusAnswer(device: Device, table: StatusTable, filters: readonly string[]): StatusAnswer {
  if (filters.length % 2 !== 0) return { ok: false, reason: `the filter ${filters.at(-1)} has no value` };
  let records = table.records(device);
  for (let place = 0; place < filters.length; place += 2) {
    const [name = "", wanted = ""] = filters.slice(place, place + 2);
    if (!table.members.includes(name)) {
      return { ok: false, reason: `there is no filter "${name}": one of ${table.members.join(", ")}` };
    }
    records = records.filter((record) => String(record[name]) === wanted);
  }
  const peer = device.cluster.clustered ? device.address : ALONE;
  return { ok: true, peers: [{ peer, num_recs: records.length, local_peer: true, records }] };
}
