import type { Clock } from "../../../world/clock.ts";
import { formatTime } from "../../reporting/status/format-time.ts";
import type { StatusValue, StatusValues } from "../../core/status-values.ts";
import type { Call } from "./call.ts";

/** The `Calls` subtree of one call. Shape: a call record of X8.11 (model/status/calls.ts). */
export function callStatus(call: Call, clock: Clock): StatusValues {
  const leg = (address: string): StatusValues => ({
    Protocol: call.protocol,
    ...(call.protocol === "SIP"
      ? { SIP: { Address: "", Transport: "TLS", Aliases: aliases(address) } }
      : { H323: { CallSignalAddress: "", Aliases: aliases(address) } }),
    EncryptionType: "None",
  });
  const ends = { first: call.route.nodes[0] ?? "", last: call.route.nodes.at(-1) ?? "" };
  return {
    SerialNumber: call.serialNumber,
    Tag: call.tag,
    State: "Connected",
    StartTime: formatTime(call.startedAt),
    InitialCall: true,
    Licensed: true,
    LicensedAsTraversal: call.traversal,
    SourceAlias: call.source,
    DestinationAlias: call.destination,
    ToLocalB2BUA: false,
    Audio: call.media === "audio",
    License: {
      Traversal: call.traversal ? call.tokens : 0,
      NonTraversal: call.traversal ? 0 : call.tokens,
      CollaborationEdge: 0,
    },
    Duration: Math.floor((clock.now() - call.startedAt) / 1000),
    Legs: {
      Leg: new Map<number, StatusValue>([
        [1, { ...leg(call.source), Targets: aliasList("Target", call.destination), BandwidthNode: ends.first }],
        [2, { ...leg(call.destination), Source: { Aliases: aliases(call.source) }, BandwidthNode: ends.last }],
      ]),
    },
    Sessions: {
      Session: new Map<number, StatusValue>([
        [
          1,
          {
            Status: "Connected",
            MediaRouted: call.traversal,
            CallRouted: true,
            Participants: {
              Leg: new Map([
                [1, 1],
                [2, 2],
              ]),
              Incoming: { Leg: 1 },
              Outgoing: { Leg: 2 },
            },
            Bandwidth: { Requested: call.requested, Allocated: call.allocated },
            Route: { Hop: hops(call) },
          },
        ],
      ]),
    },
  };
}

/** Zones and links in turn, from end to end. */
function hops({ route }: Call): ReadonlyMap<number, StatusValue> {
  const found: StatusValue[] = [];
  for (const [place, node] of route.nodes.entries()) {
    found.push({ Zone: node });
    const link = route.links[place];
    if (link) found.push({ Link: link.name });
  }
  return new Map(found.map((hop, place) => [place + 1, hop]));
}

const aliasList = (element: string, value: string): StatusValues => ({
  [element]: new Map<number, StatusValue>([[1, { Type: "Url", Origin: "Unknown", Value: value }]]),
});

const aliases = (value: string): StatusValues => aliasList("Alias", value);
