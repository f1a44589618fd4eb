import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import { PEER_INDICES } from "../../peer/cluster/settings.ts";
import type { ItemValue } from "../../peer/configuration/set-items.ts";
import { mistyped } from "./mistyped.ts";
import { refused, type SlipKind, type SlipPlan, type SlipScene, writes } from "./slip-kind.ts";

const page = "System > Clustering";
const LIST = "Peer 1 to 6 IP address";

/** Slips on System > Clustering. */
export const clusteringSlips: readonly SlipKind[] = [
  {
    name: "wrong-key",
    summary: "The cluster pre-shared key is mistyped.",
    page,
    field: "Cluster pre-shared key",
    alarms: CONTACT_ALARMS,
    plan: inCluster(({ settings }) =>
      writes({ path: "Alternates Cluster PreSharedKey", value: mistyped(settings.preSharedKey) }),
    ),
  },
  {
    name: "wrong-name",
    summary: "The cluster name is mistyped.",
    page,
    field: "Cluster name",
    alarms: [20004, 20012],
    plan: inCluster(({ name, settings }) =>
      settings.name === ""
        ? refused(`the cluster name of ${name} is blank`)
        : writes({ path: "Alternates Cluster Name", value: mistyped(settings.name) }),
    ),
  },
  {
    name: "blank-name",
    summary: "The cluster name is left blank.",
    page,
    field: "Cluster name",
    alarms: [20004, 20012, 20019],
    plan: inCluster(() => writes({ path: "Alternates Cluster Name", value: "" })),
  },
  {
    name: "wrong-primary",
    summary: "Configuration primary is the number of another peer.",
    page,
    field: "Configuration primary",
    alarms: [20013, 20017],
    plan: inCluster(({ name, settings }) => {
      const other = PEER_INDICES.find((index) => index !== settings.primary && settings.fields[index - 1] !== "");
      if (other === undefined) return refused(`${name} is alone in its list of peers`);
      return writes({ path: "Alternates ConfigurationPrimary", value: String(other) });
    }),
  },
  {
    name: "wrong-order",
    summary: "The last two addresses of the list of peers are swapped.",
    page,
    field: LIST,
    alarms: [20012],
    plan: inCluster(({ name, settings: { peers } }) => {
      const [one, other] = peers.slice(-2);
      if (one === undefined || other === undefined) return refused(`${name} is alone in its list of peers`);
      return writes(...listOf([...peers.slice(0, -2), other, one]));
    }),
  },
  {
    name: "wrong-address",
    summary: "The address of the last of the other peers is mistyped in the list.",
    page,
    field: LIST,
    alarms: [20004, 20012],
    plan: withLastOther(({ settings, taken }, last) =>
      writes(...listOf(settings.fields.map((address) => (address === last ? mistyped(address, taken) : address)))),
    ),
  },
  {
    name: "peer-missing",
    summary: "The last of the other peers is not in the list.",
    page,
    field: LIST,
    alarms: [20004, 20012],
    plan: withLastOther(({ settings }, last) =>
      writes(...listOf(settings.peers.filter((address) => address !== last))),
    ),
  },
  {
    name: "itself-missing",
    summary: "The peer's own address is not in the list.",
    page,
    field: LIST,
    alarms: [20004, 20012, 20015],
    plan: inCluster(({ settings: { peers, ownAddress } }) =>
      writes(...listOf(peers.filter((address) => address !== ownAddress))),
    ),
  },
  {
    name: "gap-in-list",
    summary: "A field before the last address of the list is left blank.",
    page,
    field: LIST,
    alarms: [20003],
    plan: inCluster(({ name, settings: { peers } }) =>
      peers.length === PEER_INDICES.length
        ? refused(`the list of ${name} is full`)
        : writes(...listOf([...peers.slice(0, -1), "", ...peers.slice(-1)])),
    ),
  },
];

/** All six fields, blank after the last address. */
const listOf = (addresses: readonly string[]): readonly ItemValue[] =>
  PEER_INDICES.map((index) => ({ path: `Alternates Peer ${index} Address`, value: addresses[index - 1] ?? "" }));

function inCluster(plan: (scene: SlipScene) => SlipPlan): SlipKind["plan"] {
  return (scene) =>
    scene.settings.peers.length === 0
      ? refused(`${scene.name} is in no cluster: its list of peers is blank`)
      : plan(scene);
}

/** The last peer of the list that is not the peer itself, nor its primary where there is yet another. */
function withLastOther(plan: (scene: SlipScene, last: string) => SlipPlan): SlipKind["plan"] {
  return inCluster((scene) => {
    const { peers, ownAddress, primaryAddress } = scene.settings;
    const others = peers.filter((address) => address !== ownAddress);
    const last = others.findLast((address) => address !== primaryAddress) ?? others.at(-1);
    return last === undefined ? refused(`${scene.name} is alone in its list of peers`) : plan(scene, last);
  });
}
