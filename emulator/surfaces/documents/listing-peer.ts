import type { Device } from "../../peer/device.ts";

/** The peer that a row of a list about the whole cluster is of. */
export interface ListingPeer {
  readonly address: string;
  /** Its system name, or its address where it has none. */
  readonly name: string;
  /** True for the peer that was asked. */
  readonly own: boolean;
}

export const ownPeer = ({ address, configuration }: Device): ListingPeer => ({
  address,
  name: configuration.get("SystemUnit Name") || address,
  own: true,
});

/** @param address as in the list of peers */
export function otherPeer(device: Device, address: string): ListingPeer {
  const report = device.cluster.others.find((peer) => peer.address === address)?.report;
  return { address, name: report?.unit.systemName || address, own: false };
}
