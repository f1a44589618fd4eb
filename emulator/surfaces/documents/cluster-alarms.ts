import { alarms as alarmTypes } from "../../model/alarms/index.ts";
import type { Alarm } from "../../model/types.ts";
import type { SharedAlarm } from "../../../protocol/cluster/shared-tables.ts";
import { alarmAction, alarmText } from "../../peer/reporting/alarms/alarms.ts";
import type { Device } from "../../peer/device.ts";
import { otherPeer, ownPeer, type ListingPeer } from "./listing-peer.ts";

/** An alarm that stands on any peer of the cluster, as the Alarms page shows it. */
export interface ListedAlarm extends Pick<SharedAlarm, "status" | "text" | "action"> {
  readonly peer: ListingPeer;
  readonly type: Alarm;
  readonly firstRaised: number | undefined;
  readonly lastRaised: number | undefined;
}

const typeOf: ReadonlyMap<string, Alarm> = new Map(alarmTypes.map((type) => [type.uuid, type]));

/** Those of this peer, latest raised first, then those that the other peers told last, peer by peer. */
export function alarmsInCluster(device: Device): readonly ListedAlarm[] {
  const peer = ownPeer(device);
  const own = device.alarms.standing().map((record): ListedAlarm => ({
    peer,
    type: record.type,
    status: record.status === "acknowledged" ? "acknowledged" : "raised",
    text: alarmText(record),
    action: alarmAction(record),
    firstRaised: record.firstRaised,
    lastRaised: record.lastRaised,
  }));
  return [...own, ...ofOthers(device)];
}

function ofOthers(device: Device): readonly ListedAlarm[] {
  return [...device.cluster.tables].flatMap(([address, { alarms }]) => {
    const peer = otherPeer(device, address);
    return alarms.flatMap((alarm) => {
      const type = typeOf.get(alarm.uuid);
      return type ? [{ ...alarm, peer, type }] : [];
    });
  });
}
