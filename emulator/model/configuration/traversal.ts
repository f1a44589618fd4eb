import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Media ports and traversal services.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const traversalItems = [
  {
    path: "Traversal Media Port End",
    values: { kind: "integer", min: 1025, max: 65533 },
    default: "59999",
    scope: "cluster",
    description: "Last port of media through this box; an odd number.",
    effect:
      "too few ports for the licensed calls: alarm 45019; a port of another function within the range: alarm 25018",
    label: "Traversal media port end",
    restartAlarm: 25008,
  },
  {
    path: "Traversal Media Port Start",
    values: { kind: "integer", min: 1024, max: 65532 },
    default: "36000",
    scope: "cluster",
    description: "First port of media through this box; an even number.",
    effect:
      "too few ports for the licensed calls: alarm 45019; a port of another function within the range: alarm 25018",
    label: "Traversal media port start",
    restartAlarm: 25008,
  },
  {
    path: "Traversal Server H323 Assent CallSignaling Port",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "2776",
    scope: "cluster",
    description: "Port of Assent call signaling.",
    effect: "a port that another function of an Expressway-E has as well: alarm 25018",
    label: "H.323 Assent call signaling port",
  },
  {
    path: "Traversal Server H323 H46018 CallSignaling Port",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "2777",
    scope: "cluster",
    description: "Port of H.460.18 call signaling.",
    effect: "a port that another function of an Expressway-E has as well: alarm 25018",
    label: "H.323 H.460.18 call signaling port",
  },
  {
    path: "Traversal Server TURN Authentication Realm",
    values: { kind: "text", min: 1, max: 128 },
    default: "TANDBERG",
    scope: "cluster",
    description: "Realm that TURN clients are challenged with.",
    effect: "what TURN clients are challenged with",
    label: "Authentication realm",
  },
  {
    path: "Traversal Server TURN Authentication Remote Mode",
    values: onOff,
    // On in X14; Off like delegated checking of SIP, or no TURN server of X8.1 would work without a traversal zone.
    default: "Off",
    scope: "cluster",
    description: "Whether TURN credentials are checked by another box.",
    effect: "On: TURN requests are refused, delegation is not emulated",
    label: "Delegated credential checking",
    assumed: true,
  },
  {
    path: "Traversal Server TURN Media Port End",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "61799",
    scope: "cluster",
    description: "Last port of TURN relays.",
    effect: "the last port of relays; alarm 25018 for a port that another function has as well",
    label: "Media port range end",
  },
  {
    path: "Traversal Server TURN Media Port Start",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "60000",
    scope: "cluster",
    description: "First port of TURN relays.",
    effect: "the first port of relays; alarm 25018 for a port that another function has as well",
    label: "Media port range start",
  },
  {
    path: "Traversal Server TURN Mode",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether TURN services are offered.",
    effect: "TURN services on an Expressway-E; without TURN relay licenses alarm 30011",
    label: "TURN services",
  },
  {
    path: "Traversal Server TURN Port",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "3478",
    scope: "cluster",
    description: "Port of TURN requests.",
    effect: "where TURN requests are served; alarm 25018 where another function has it as well",
    label: "TURN requests port",
  },
  {
    path: "Traversal Server TURN PortRangeEnd",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "3483",
    scope: "cluster",
    description: "Last port of TURN requests on a large system.",
    effect:
      "where TURN requests are served on a large peer, to this port; alarm 25018 for a port that another function has as well",
    label: "TURN requests port range end",
  },
  {
    path: "Traversal Server TURN PortRangeStart",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "3478",
    scope: "cluster",
    description: "First port of TURN requests on a large system.",
    effect:
      "where TURN requests are served on a large peer, from this port; alarm 25018 for a port that another function has as well",
    label: "TURN requests port range start",
  },
  {
    path: "Traversal Server TURN Authentication Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether TURN clients have to authenticate.",
    effect: "whether TURN requests need credentials",
  },
] as const satisfies readonly ConfigurationItem[];
