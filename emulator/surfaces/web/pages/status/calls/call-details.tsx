import type { ComponentChildren } from "preact";
import type { SharedCall } from "../../../../../../protocol/cluster/shared-tables.ts";
import type { Call, PastCall } from "../../../../../peer/calls/call/call.ts";
import { TOKENS_PER_LICENCE } from "../../../../../peer/calls/licensing/licensing.ts";
import type { Device } from "../../../../../peer/device.ts";
import { callOfAnotherPeer } from "../../../../documents/cluster-calls.ts";
import type { ListingPeer } from "../../../../documents/listing-peer.ts";
import type { Page } from "../../../page.ts";
import { ListTable } from "../../../records/list-table.tsx";
import { kbps } from "../../../tables/bandwidth-usage.ts";
import { callType, protocolName } from "../../../tables/call-words.ts";
import { shownTime } from "../../../tables/peer-names.ts";
import { StateWord } from "../../../tables/state-word.tsx";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";
import { uptimeText } from "../uptime-text.ts";

type Row = readonly [item: string, value: ComponentChildren];

const serialNumberOf = ({ query }: Visit): string => query.get("id") ?? "";

const pastCall = (visit: Visit): PastCall | undefined =>
  visit.device.calls.history.all().find(({ serialNumber }) => serialNumber === serialNumberOf(visit));

/** A call that is over, or one of another peer: what is known of both. */
type KnownCall = SharedCall & { readonly peer?: ListingPeer };

/** Status > Calls > View: one call, in progress or over, `/calldetails?id=<serial number>`. */
export const callDetails: Page = {
  exists: (visit) =>
    visit.device.calls.find(serialNumberOf(visit)) !== undefined ||
    pastCall(visit) !== undefined ||
    callOfAnotherPeer(visit.device, serialNumberOf(visit)) !== undefined,
  view: (visit) => {
    const call = visit.device.calls.find(serialNumberOf(visit));
    if (call) return <CallInProgress visit={visit} call={call} />;
    const past = pastCall(visit);
    if (past) return <CallRecord visit={visit} call={past} />;
    const shared = callOfAnotherPeer(visit.device, serialNumberOf(visit));
    return shared && <CallRecord visit={visit} call={shared} />;
  },
};

function CallInProgress({ visit: { device }, call }: { readonly visit: Visit; readonly call: Call }) {
  const duration = Math.floor((device.clock.now() - call.startedAt) / 1000);
  return (
    <>
      <StatusTable
        number={1}
        title="Call information"
        rows={[
          ["State", <StateWord word="Connected" />],
          ["Start time", shownTime(device, call.startedAt)],
          ["Duration", uptimeText(duration)],
          ...bothEnds(call),
        ]}
      />
      <StatusTable
        number={2}
        title="Bandwidth and license"
        rows={[
          ["Requested bandwidth", kbps(call.requested)],
          ["Allocated bandwidth", kbps(call.allocated)],
          ["License", `${call.tokens / TOKENS_PER_LICENCE} ${call.license}`],
        ]}
      />
      <h2>Route</h2>
      <ListTable columns={["Node", "Link to the next", "Pipes"]} rows={hops(call)} />
      <RelatedTasks device={device} tag={call.tag} />
    </>
  );
}

function CallRecord({ visit: { device }, call }: { readonly visit: Visit; readonly call: KnownCall }) {
  const { endedAt = device.clock.now() } = call;
  return (
    <>
      <StatusTable
        number={1}
        title="Call information"
        rows={[
          call.endedAt === undefined ? ["State", <StateWord word="Connected" />] : ["Status", call.reason],
          ...(call.peer ? [["Peer", call.peer.name] as const] : []),
          ["Start time", shownTime(device, call.startedAt)],
          ...(call.endedAt === undefined ? [] : [["End time", shownTime(device, endedAt)] as const]),
          ["Duration", uptimeText(Math.floor((endedAt - call.startedAt) / 1000))],
          ...bothEnds(call),
          ["Allocated bandwidth", kbps(call.allocated)],
          ["Route", call.route.join(", ")],
        ]}
      />
      <RelatedTasks device={device} tag={call.tag} />
    </>
  );
}

const bothEnds = (call: Call | KnownCall): readonly Row[] => [
  ["Source", call.source],
  ["Destination", call.destination],
  ["Type", callType(call)],
  ["Protocol", protocolName(call.protocol)],
  ["Media", call.media === "audio" ? "Audio" : "Audio and video"],
  ["Tag", call.tag],
  ["Serial number", call.serialNumber],
];

const hops = ({ route }: Call) =>
  route.nodes.map((node, place) => {
    const link = route.links[place];
    return { key: place, cells: [node, link?.name, link?.pipes.join(", ")] };
  });

/** Administrator Guide, "Call details": what else there is of the same tag. */
function RelatedTasks({ device, tag }: { readonly device: Device; readonly tag: string }) {
  return (
    <ul class="related">
      <li>
        <a href={`/eventlog?filter=${tag}`}>View all events associated with this call tag</a>
      </li>
      {device.routing.searches.record(tag) && (
        <li>
          <a href={`/searchdetails?tag=${tag}`}>View the search associated with this call tag</a>
        </li>
      )}
    </ul>
  );
}
