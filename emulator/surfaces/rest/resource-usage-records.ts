import type { Count } from "../../peer/calls/call/counter.ts";
import type { Device } from "../../peer/device.ts";
import type { StatusTable } from "./status-table.ts";

/** Of these the twin has none. */
const NONE: Count = { Current: 0, Max: 0, Total: 0 };

interface Counted {
  readonly name: string;
  readonly count: (device: Device) => Count;
}

const counted: readonly Counted[] = [
  { name: "call_nontraversal_video", count: ({ calls }) => calls.counters.calls("nonTraversal", "video") },
  { name: "call_nontraversal_audio", count: ({ calls }) => calls.counters.calls("nonTraversal", "audio") },
  { name: "call_traversal_video", count: ({ calls }) => calls.counters.calls("traversal", "video") },
  { name: "call_traversal_audio", count: ({ calls }) => calls.counters.calls("traversal", "audio") },
  ...["call_collabedge_video", "call_collabedge_audio", "call_cloud_video", "call_cloud_audio"].map(none),
  ...["call_ms_content", "call_ms_imp"].map(none),
  { name: "registration", count: ({ registrations }) => registrations.counter.values },
  ...["tp_registration", "user_registration"].map(none),
  { name: "turnrelay", count: ({ turn }) => turn.count },
];

function none(name: string): Counted {
  return { name, count: () => NONE };
}

const fields = [
  ["current", "Current"],
  ["max", "Max"],
  ["total", "Total"],
] as const;

/** One record: what there is now, was at most, and has been since the restart. */
export const resourceUsageTable: StatusTable = {
  path: "resourceusage",
  about: "one for the peer: calls, registrations and relays, now, at most and in all since the restart",
  members: ["uuid", ...counted.flatMap(({ name }) => fields.map(([field]) => `${name}_${field}`))],
  records: (device) => [
    {
      uuid: "",
      ...Object.fromEntries(
        counted.flatMap(({ name, count }) => {
          const values = count(device);
          return fields.map(([field, value]) => [`${name}_${field}`, values[value]]);
        }),
      ),
    },
  ],
};
