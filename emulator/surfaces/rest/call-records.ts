import type { SharedCall } from "../../../protocol/cluster/shared-tables.ts";
import { callStatus } from "../../peer/calls/call/call-status.ts";
import type { Call } from "../../peer/calls/call/call.ts";
import type { Device } from "../../peer/device.ts";
import { formatTime } from "../../peer/reporting/status/format-time.ts";
import type { StatusValues } from "../../peer/core/status-values.ts";
import type { Instant } from "../../world/duration.ts";
import { writeCallDetails } from "./call-details.ts";
import type { StatusRecord, StatusTable } from "./status-table.ts";

/** The service that carries calls: the same on every box that was seen. */
const CALL_SERVICE = "e6723fd0-5ca2-11e1-b86c-0800200c9a66";

/** Times of calls have six decimals. */
const precisely = (moment: Instant): string => `${formatTime(moment)}.${String(moment % 1000).padStart(3, "0")}000`;

const seconds = (moment: Instant): number => Math.floor(moment / 1000);

/** The calls in progress on the peer and those in its history. */
export const callTable: StatusTable = {
  path: "call/call",
  about: "a call in progress or over",
  members: [
    "uuid",
    "service_uuid",
    "active",
    "initial_call",
    "licensed",
    "licensed_as_traversal",
    "status",
    "tag",
    "box_call_serial_number",
    "start_time",
    "end_time",
    "source_alias",
    "destination_alias",
    "aside_destination_alias",
    "bside_destination_alias",
    "aside_request_uri",
    "bside_request_uri",
    "protocol_summary",
    "protocol",
    "sip_variant",
    "ms_conversation_id",
    "media_routed",
    "rdp",
    "audio",
    "traversal_license_tokens",
    "non_traversal_license_tokens",
    "disconnect_reason",
    "details",
    "last_updated_timestamp",
  ],
  records: (device) => [
    ...device.calls.active().map((call) => inProgress(call, device)),
    ...device.calls.history.all().map(asKept),
  ],
  shared: ({ calls, pastCalls }) => [...calls, ...pastCalls].map(asKept),
};

const inProgress = (call: Call, { clock }: Device): StatusRecord =>
  record(call, {
    active: true,
    licensed: true,
    status: "Connected",
    end_time: "",
    disconnect_reason: "",
    details: callStatus(call, clock),
    changedAt: call.startedAt,
  });

/** A call of which no more is known than the history keeps: one that is over, or one of another peer. */
const asKept = (call: SharedCall): StatusRecord =>
  record(call, {
    active: call.endedAt === undefined,
    licensed: call.tokens > 0,
    status: stateOf(call),
    end_time: call.endedAt === undefined ? "" : precisely(call.endedAt),
    disconnect_reason: call.reason ?? "",
    details: keptStatus(call),
    changedAt: call.endedAt ?? call.startedAt,
  });

const stateOf = ({ endedAt }: SharedCall): string => (endedAt === undefined ? "Connected" : "Disconnected");

interface Differing {
  readonly active: boolean;
  readonly licensed: boolean;
  readonly status: string;
  readonly end_time: string;
  readonly disconnect_reason: string;
  readonly details: StatusValues;
  readonly changedAt: Instant;
}

function record(call: Call | SharedCall, { details, changedAt, ...differing }: Differing): StatusRecord {
  const alias = (text: string): string => (call.protocol === "SIP" && text.includes("@") ? `sip:${text}` : text);
  const destination = alias(call.destination);
  return {
    uuid: call.serialNumber,
    service_uuid: CALL_SERVICE,
    active: differing.active,
    initial_call: true,
    licensed: differing.licensed,
    licensed_as_traversal: call.traversal,
    status: differing.status,
    tag: call.tag,
    box_call_serial_number: call.serialNumber,
    start_time: precisely(call.startedAt),
    end_time: differing.end_time,
    source_alias: alias(call.source),
    destination_alias: destination,
    aside_destination_alias: destination,
    bside_destination_alias: destination,
    aside_request_uri: destination,
    bside_request_uri: destination,
    protocol_summary: call.protocol,
    protocol: `${call.protocol} <-> ${call.protocol}`,
    sip_variant: call.protocol === "SIP" ? "Standards-based" : "",
    ms_conversation_id: "",
    media_routed: call.traversal,
    rdp: false,
    audio: call.media === "audio",
    traversal_license_tokens: call.traversal ? call.tokens : 0,
    non_traversal_license_tokens: call.traversal ? 0 : call.tokens,
    disconnect_reason: differing.disconnect_reason,
    details: writeCallDetails(details),
    last_updated_timestamp: seconds(changedAt),
  };
}

/** What is kept of a call, in the shape of one in progress here. */
const keptStatus = (call: SharedCall): StatusValues => ({
  SerialNumber: call.serialNumber,
  Tag: call.tag,
  State: stateOf(call),
  StartTime: formatTime(call.startedAt),
  LicensedAsTraversal: call.traversal,
  SourceAlias: call.source,
  DestinationAlias: call.destination,
  Audio: call.media === "audio",
  ...(call.endedAt !== undefined && { Duration: seconds(call.endedAt - call.startedAt) }),
});
