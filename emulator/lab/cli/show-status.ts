import type { ClockStatus, LabStatus } from "../control/lab-status.ts";
import { table } from "./table.ts";

/** What `xtwin status` prints for people. */
export function showStatus(status: LabStatus): string {
  const rows = status.peers.map((peer) => [
    peer.name,
    peer.address,
    peer.state,
    peer.cluster.map(({ state }) => state).join(", ") || (peer.state === "up" ? "stand-alone" : ""),
    peer.clusterDatabase ?? "",
    peer.alarms.map(({ id }) => id).join(", ") || (peer.state === "up" ? "none" : ""),
  ]);
  const alarms = status.peers.flatMap((peer) => peer.alarms.map((alarm) => [peer.name, String(alarm.id), alarm.text]));
  return [
    showClock(status.clock),
    table(["Peer", "Address", "State", "Sees", "Cluster database", "Alarms"], rows),
    ...(alarms.length > 0 ? [table(["Peer", "Alarm", "Text"], alarms)] : []),
  ].join("\n");
}

export function showClock(clock: ClockStatus): string {
  return `${clock.now.replace("T", " ").replace(/\.\d+Z$/, " UTC")}, ${speedText(clock)}, running for ${clock.elapsedSeconds} s of its own time\n`;
}

function speedText({ speed, pace }: ClockStatus): string {
  if (speed === 0) return "frozen";
  return pace < speed ? `speed ${speed} (this machine holds ${pace})` : `speed ${speed}`;
}
