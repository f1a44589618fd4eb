import type { Device } from "../../../peer/device.ts";
import { localTime } from "../../../peer/system/system-status.ts";
import type { ListingPeer } from "../../documents/listing-peer.ts";
import type { Visit } from "../visit.ts";

/** Administrator Guide, "Interfaces": the system name, or the LAN 1 IPv4 address where there is none. */
export const peerName = (device: Device): string => device.configuration.get("SystemUnit Name") || device.address;

/** Where the pages of a peer are: nowhere else for the one that is visited, else at its own address, `//127.0.10.2:8443`. */
export const originOf = ({ own, address }: ListingPeer, { port }: Visit): string =>
  own ? "" : `//${address}${port === undefined ? "" : `:${port}`}`;

/** `2013-12-09 10:00:00 GMT`, in the zone of the peer. */
export function shownTime(device: Device, moment: number): string {
  const zone = device.configuration.get("TimeZone Name");
  return `${localTime(moment, zone)} ${zone}`;
}
