import type { ResourceKey } from "../../../peer/calls/bandwidth/resources.ts";
import type { Device } from "../../../peer/device.ts";

/** What calls take of a zone, subzone, link or pipe. */
export interface BandwidthUse {
  /** Calls of this peer. */
  readonly calls: number;
  readonly own: string;
  /** With the calls of the other peers. */
  readonly cluster: string;
}

export function useOf(device: Device, key: ResourceKey): BandwidthUse {
  const { LocalUsage, ClusterUsage } = device.bandwidth.usage(key);
  return {
    calls: device.calls.active().filter((call) => call.resources.includes(key)).length,
    own: kbps(Number(LocalUsage)),
    cluster: kbps(Number(ClusterUsage)),
  };
}

export const kbps = (rate: number): string => `${rate} kbps`;
