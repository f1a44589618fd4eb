import type { Element } from "../../../protocol/xapi/element.ts";
import type { PastCall } from "../../peer/calls/call/call.ts";
import type { Device } from "../../peer/device.ts";
import type { PastRegistration } from "../../peer/calls/registrations/registration-history.ts";
import { formatTime } from "../../peer/reporting/status/format-time.ts";

/**
 * The History tree: calls and registrations that are over, newest first. The elements are those of the predecessor's
 * records (API guide, 6), with the names of the X8.11 status where they differ; assumed.
 */
export function historyElements({ calls, registrations }: Device): readonly [calls: Element, registrations: Element] {
  return [
    { name: "Calls", item: 1, children: calls.history.all().map(callElement) },
    { name: "Registrations", item: 1, children: registrations.history.all().map(registrationElement) },
  ];
}

function registrationElement(past: PastRegistration, place: number): Element {
  return {
    name: "Registration",
    item: place + 1,
    indexed: true,
    children: [
      text("SerialNumber", past.serialNumber),
      word("Protocol", past.protocol),
      text("Alias", past.alias),
      text("Address", past.address),
      text("Node", past.subzone),
      text("StartTime", formatTime(past.since)),
      word("Duration", String(Math.floor((past.endedAt - past.since) / 1000))),
    ],
  };
}

function callElement(call: PastCall, place: number): Element {
  return {
    name: "Call",
    item: place + 1,
    indexed: true,
    children: [
      text("SerialNumber", call.serialNumber),
      text("Tag", call.tag),
      // A refused call took no license.
      word("State", call.tokens > 0 ? "Disconnected" : "ConnectionFailed"),
      word("CallType", call.traversal ? "Traversal" : "NonTraversal"),
      word("Protocol", call.protocol),
      word("Bandwidth", String(call.allocated)),
      text("SourceAlias", call.source),
      text("DestinationAlias", call.destination),
      text("StartTime", formatTime(call.startedAt)),
      word("Duration", String(Math.floor((call.endedAt - call.startedAt) / 1000))),
      text("DisconnectCause", call.reason),
    ],
  };
}

const text = (name: string, value: string): Element => ({ name, item: 1, text: value, quoted: true });
const word = (name: string, value: string): Element => ({ name, item: 1, text: value });
