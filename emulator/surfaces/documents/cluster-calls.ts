import type { SharedCall } from "../../../protocol/cluster/shared-tables.ts";
import type { Device } from "../../peer/device.ts";
import { otherPeer, ownPeer, type ListingPeer } from "./listing-peer.ts";

/** A call of any peer of the cluster, as its lists show it. */
export interface ListedCall extends Omit<SharedCall, "route" | "allocated"> {
  readonly peer: ListingPeer;
}

/** The calls in progress: those of this peer, then those that the other peers told last; oldest first. */
export function callsInCluster(device: Device): readonly ListedCall[] {
  const peer = ownPeer(device);
  return [
    ...device.calls.active().map((call): ListedCall => ({ ...call, peer })),
    ...ofOthers(device, "calls"),
  ].toSorted((a, b) => Number(b.peer.own) - Number(a.peer.own) || a.startedAt - b.startedAt);
}

/** The calls that are over, of all peers, newest first. */
export function pastCallsInCluster(device: Device): readonly ListedCall[] {
  const peer = ownPeer(device);
  return [
    ...device.calls.history.all().map((call): ListedCall => ({ ...call, peer })),
    ...ofOthers(device, "pastCalls"),
  ].toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
}

/** A call of another peer, in progress or over. */
export function callOfAnotherPeer(
  device: Device,
  serialNumber: string,
): (SharedCall & { readonly peer: ListingPeer }) | undefined {
  for (const [address, { calls, pastCalls }] of device.cluster.tables) {
    const call = [...calls, ...pastCalls].find((one) => one.serialNumber === serialNumber);
    if (call) return { ...call, peer: otherPeer(device, address) };
  }
  return undefined;
}

function ofOthers(device: Device, which: "calls" | "pastCalls"): readonly ListedCall[] {
  return [...device.cluster.tables].flatMap(([address, tables]) => {
    const peer = otherPeer(device, address);
    return tables[which].map((call) => ({ ...call, peer }));
  });
}
