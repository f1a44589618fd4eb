import type { Configuration } from "../../configuration/configuration.ts";
import type { Route } from "./network-map.ts";
import { bottleneck, resourcesOf, type Bottleneck, type Kbps, type ResourceKey } from "./resources.ts";

/** Less than this is no call: a downspeeded call keeps at least the bandwidth of one voice channel. The twin's choice. */
export const LEAST_CALL_BANDWIDTH: Kbps = 64;

export type Admission =
  | { readonly ok: true; readonly allocated: Kbps; readonly resources: readonly ResourceKey[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Finds the bandwidth that a call gets on its route: what it asks for, less where a limit is in the way and downspeeding is
 * on, or none. Administrator Guide, "Bandwidth control" and "Applying bandwidth limitations".
 * @param inUse kbps that calls of the whole cluster take of a resource
 */
export function admit(
  configuration: Configuration,
  route: Route,
  requested: Kbps,
  inUse: (key: ResourceKey) => Kbps,
): Admission {
  const resources = resourcesOf(route);
  const intra = route.links.length === 0;
  const downspeed = {
    perCall: configuration.isOn("Bandwidth Downspeed PerCall Mode"),
    total: configuration.isOn("Bandwidth Downspeed Total Mode"),
  };
  let allocated = requested;
  for (const key of resources) {
    const limits = bottleneck(configuration, key, intra);
    const fitted = fit(allocated, limits, inUse(key), downspeed);
    if (typeof fitted === "string") return { ok: false, reason: fitted };
    allocated = fitted;
  }
  return { ok: true, allocated, resources };
}

/** @returns the bandwidth that is left for the call, or the reason for none */
function fit(
  wanted: Kbps,
  { words, total, perCall }: Bottleneck,
  inUse: Kbps,
  downspeed: { readonly perCall: boolean; readonly total: boolean },
): Kbps | string {
  let allowed = wanted;
  if (perCall.mode === "NoBandwidth" || total.mode === "NoBandwidth") return `${words} allows no bandwidth`;
  if (perCall.mode === "Limited" && allowed > perCall.limit) {
    if (!downspeed.perCall) return `${words} allows ${perCall.limit} kbps for a call and ${wanted} are asked for`;
    allowed = perCall.limit;
  }
  if (total.mode === "Limited") {
    const free = Math.max(total.limit - inUse, 0);
    if (allowed > free) {
      if (!downspeed.total || free < Math.min(LEAST_CALL_BANDWIDTH, wanted))
        return `${words} has ${free} of ${total.limit} kbps left and ${allowed} are asked for`;
      allowed = free;
    }
  }
  return allowed;
}
