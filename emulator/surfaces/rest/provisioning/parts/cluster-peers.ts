import { otherPeer, ownPeer } from "../../../documents/listing-peer.ts";
import { shown } from "../rest-answer.ts";
import type { PartHandler } from "./part-handler.ts";

/** System > Clustering: the peers of the list. The names of the members are ours. */
export const clusterPeers: PartHandler = ({ device }) => {
  const primary = device.configuration.integer("Alternates ConfigurationPrimary");
  return shown(
    device.cluster.entries().map(({ index, address, word }) => ({
      index,
      Address: address,
      Name: (address === device.address ? ownPeer(device) : otherPeer(device, address)).name,
      Primary: index === primary,
      State: word,
    })),
  );
};
