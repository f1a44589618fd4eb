import { alarmText } from "../../peer/reporting/alarms/alarms.ts";
import { shownPace } from "../../world/pace-text.ts";
import type { Lab, LabPeer } from "../lab.ts";
import { openPorts, type NamedPorts } from "../ports.ts";

export interface ClockStatus {
  /** The lab's time, ISO 8601. */
  readonly now: string;
  /** Emulated seconds a real second, as they were asked for. */
  readonly speed: number;
  /** Emulated seconds a real second, as the machine holds them. */
  readonly pace: number;
  /** Emulated seconds since the lab was started. */
  readonly elapsedSeconds: number;
}

export interface PeerStatus {
  readonly name: string;
  readonly address: string;
  /** Those that are open, by name. */
  readonly ports: NamedPorts;
  readonly state: "up" | "down";
  readonly softwareVersion: string;
  readonly cluster: readonly { readonly address: string; readonly state: string }[];
  readonly clusterDatabase: string | null;
  readonly alarms: readonly { readonly id: number; readonly text: string; readonly state: "raised" | "acknowledged" }[];
  /** What was asked of the peer that the twin does not have, and how often. */
  readonly notImplemented: Readonly<Record<string, number>>;
}

export interface LabStatus {
  readonly clock: ClockStatus;
  readonly peers: readonly PeerStatus[];
}

export function labStatus(lab: Lab): LabStatus {
  return { clock: clockStatus(lab), peers: lab.peers.map((peer) => peerStatus(peer, lab.portOffset)) };
}

export function clockStatus({ world: { clock } }: Lab): ClockStatus {
  return {
    now: new Date(clock.now()).toISOString(),
    speed: clock.speed,
    pace: shownPace(clock),
    elapsedSeconds: Math.round(clock.monotonic()) / 1000,
  };
}

function peerStatus({ plan, peer }: LabPeer, portOffset: number): PeerStatus {
  const { device } = peer;
  return {
    name: plan.name,
    address: peer.address,
    ports: openPorts(peer, portOffset),
    state: device ? "up" : "down",
    softwareVersion: peer.identity.softwareVersion,
    cluster: device?.cluster.entries().map(({ address, word }) => ({ address, state: word })) ?? [],
    clusterDatabase: device?.cluster.clustered ? device.cluster.databaseStatus : null,
    alarms:
      device?.alarms.standing().map((record) => ({
        id: record.type.id,
        text: alarmText(record),
        state: record.status === "acknowledged" ? "acknowledged" : "raised",
      })) ?? [],
    notImplemented: Object.fromEntries(device?.unimplemented.counts() ?? []),
  };
}
