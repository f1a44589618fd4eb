import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * What all zones have in common, and the ENUM zone.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const zoneItems = [
  {
    path: "Zones Zone [1..1000] Name",
    values: { kind: "text", min: 1, max: 50 },
    default: "",
    scope: "cluster",
    description: "Name of the zone.",
    effect: "default links are named after it",
    label: "Name",
  },
  {
    path: "Zones Zone [1..1000] Type",
    values: { kind: "oneOf", values: ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"] },
    default: "Neighbor",
    scope: "cluster",
    description: "Kind of the far system; fixed once the zone exists.",
    effect: "which links come with it, which items it shows",
    label: "Type",
  },
  {
    path: "Zones Zone [1..1000] ENUM DNSSuffix",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Domain under which the zone's E.164 numbers are looked up.",
    label: "DNS suffix",
    shownWhen: { path: "Zones Zone [1..1000] Type", values: ["ENUM"] },
  },
  {
    path: "Zones Zone [1..1000] H323 Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether H.323 is used with the zone.",
    effect: "On for a neighbor: it is asked whether it is there, and searched; alarm 45014 beside forced encryption",
    label: "H.323 mode",
  },
  {
    path: "Zones Zone [1..1000] HopCount",
    values: { kind: "integer", min: 1, max: 255 },
    default: "15",
    scope: "cluster",
    description: "How many systems a search sent to the zone may pass.",
    effect: "cuts the hop count of searches that go on to it",
    label: "Hop count",
  },
  {
    path: "Zones Zone [1..1000] SIP Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether SIP is used with the zone.",
    effect: "On: SIP settings of the zone that do not fit together have an alarm (45014, 45016, 45018)",
    label: "SIP mode",
  },
] as const satisfies readonly ConfigurationItem[];
