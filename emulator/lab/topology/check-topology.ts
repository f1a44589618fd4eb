import { findItem } from "../../peer/configuration/item-paths.ts";
import { checkValue } from "../../peer/configuration/value-space.ts";
import { readOptionKey } from "../../peer/calls/licensing/option-key.ts";
import { checkFault } from "../faults/check-fault.ts";
import type { Path } from "../yaml/shape.ts";
import { zonesMistake } from "./dns-zones.ts";
import { optionKeysOf } from "./option-keys.ts";
import { ownRecords } from "./own-records.ts";
import { surroundingsOf } from "./surroundings-of.ts";
import { DEFAULT_DOMAIN, serialNumberOf } from "./topology.ts";
import type { TopologyFile } from "./topology-schema.ts";

/** The names of the lab's DNS and NTP servers in its own domain. */
const SERVER_NAMES = ["ns", "ntp"];

/** Tells of a mistake at a path of the file. */
export type FailAt = (path: Path, reason: string, atKey?: boolean) => never;

/** Calls `failAt` for what a file of the right shape says and cannot mean: names and addresses twice, unknown items. */
export function checkTopology(file: TopologyFile, failAt: FailAt): void {
  const names = file.peers.map((peer) => peer.name);
  const hostNames = names.map((name) => name.toLowerCase());
  for (const [place, peer] of file.peers.entries()) {
    // Names are host names too, and DNS knows no case.
    const hostName = peer.name.toLowerCase();
    if (hostNames.indexOf(hostName) !== place)
      failAt(["peers", place, "name"], `"${peer.name}" is the name of another peer`);
    if (SERVER_NAMES.includes(hostName))
      failAt(["peers", place, "name"], `"${peer.name}" is the name of the lab's own server`);
    const other = file.peers.findIndex((candidate) => candidate.address === peer.address);
    if (other !== place) failAt(["peers", place, "address"], `${peer.address} is the address of ${names[other]}`);
    const { product = "expressway-e", serialNumber = serialNumberOf(place) } = peer;
    for (const [slot, key] of optionKeysOf(peer.optionKeys, product, serialNumber).entries()) {
      const verdict = readOptionKey(key, serialNumber);
      if (!verdict.ok) failAt(["peers", place, "optionKeys", slot], `${verdict.reason}; or an option such as Y20, T`);
    }
    for (const [path, value] of Object.entries(peer.configuration ?? {})) {
      const where = ["peers", place, "configuration", path];
      const found = findItem(path);
      if (!found) return failAt(where, `there is no configuration item "${path}"`, true);
      const verdict = checkValue(found.item.values, String(value));
      if (!verdict.ok) failAt(where, verdict.reason);
    }
  }
  const { surroundings } = file;
  const servers = surroundingsOf(file);
  const onServers = file.peers.findIndex(({ address }) => address === servers);
  if (onServers !== -1 && surroundings !== undefined)
    failAt(
      ["surroundings"],
      `${servers} is the address of ${names[onServers]}; the lab's servers need one of their own`,
    );
  if (onServers !== -1)
    failAt(
      ["peers", onServers, "address"],
      `${servers} is the address of the lab's servers, unless "surroundings" names another`,
    );
  for (const [place, name] of (file.cluster?.peers ?? []).entries()) {
    if (file.cluster?.peers?.indexOf(name) !== place)
      failAt(["cluster", "peers", place], `"${name}" is in the list twice`);
    if (!names.includes(name))
      failAt(["cluster", "peers", place], `"${name}" is not a peer; there are: ${names.join(", ")}`);
  }
  const hardware = new Map(file.peers.map((peer) => [peer.name, peer.hardware ?? "virtual-machine"] as const));
  for (const [place, rule] of (file.faults ?? []).entries()) {
    const verdict = checkFault(rule, hardware);
    if (!verdict.ok) failAt(["faults", place, verdict.member], `${verdict.member}: ${verdict.reason}`);
  }
  const zones = zonesMistake(file.dns ?? [], ownRecordsOf(file));
  if (zones) failAt(["dns", ...zones.path], zones.reason, zones.atKey);
  if (file.cluster && (file.cluster.peers ?? names).length > 6) {
    failAt(["cluster"], `a cluster has at most 6 peers; name those that belong to it under "peers"`);
  }
}

/** What the lab's name server knows besides the zones of the file. */
function ownRecordsOf(file: TopologyFile): ReturnType<typeof ownRecords> {
  const { domain = DEFAULT_DOMAIN, peers, cluster } = file;
  const members = cluster?.peers ?? peers.map(({ name }) => name);
  return ownRecords({
    domain,
    surroundings: surroundingsOf(file),
    peers,
    ...(cluster && { cluster: { name: cluster.name, peers: members } }),
  });
}
