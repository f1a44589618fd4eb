import type { CommandArguments, CommandResult } from "../../core/command-handler.ts";
import type { StatusValue } from "../../core/status-values.ts";
import type { Admission } from "./admission.ts";
import type { NetworkMap, Route } from "./network-map.ts";
import type { Kbps } from "./resources.ts";

/** What the command asks: the map, and what a call would get on it. */
export interface BandwidthChecker {
  readonly map: NetworkMap;
  readonly nodes: () => readonly string[];
  readonly admit: (route: Route, requested: Kbps) => Admission;
}

/**
 * `xCommand CheckBandwidth`: the route of a call between two zones or subzones, as nodes and links, and the bandwidth that it
 * would get. Takes nothing. The layout of the answer is assumed.
 */
export function checkBandwidth(checker: BandwidthChecker, args: CommandArguments): CommandResult {
  const { Node1: from = "", Node2: to = "", CallType, Bandwidth } = args;
  const nodes = checker.nodes();
  for (const [argument, node] of [["Node1", from] as const, ["Node2", to] as const]) {
    if (nodes.includes(node)) continue;
    return { ok: false, reason: `Argument "${argument}": there is no zone or subzone "${node}": ${nodes.join(", ")}` };
  }
  const requested = Number(Bandwidth);
  const route = checker.map.route(from, to, CallType === "Traversal" ? "TraversalSubZone" : undefined);
  if (!route) return { ok: false, reason: `no links lead from ${from} to ${to}` };
  const admission = checker.admit(route, requested);
  return {
    ok: true,
    values: {
      Status: admission.ok ? "Sufficient" : "Insufficient",
      ...(!admission.ok && { Cause: admission.reason }),
      Requested: requested,
      Allocated: admission.ok ? admission.allocated : 0,
      Route: {
        Node: numbered(route.nodes),
        ...(route.links.length > 0 && { Link: numbered(route.links.map(({ name }) => name)) }),
      },
    },
  };
}

const numbered = (names: readonly string[]): ReadonlyMap<number, StatusValue> =>
  new Map(names.map((name, place) => [place + 1, name]));
