import type { AlarmId } from "../../model/alarms/index.ts";
import type { Device } from "../../peer/device.ts";
import type { Lab } from "../lab.ts";
import type { CopyObstacle, LabFacts, RunningFacts } from "./lab-facts.ts";

const SERVER_INDICES = [1, 2, 3, 4, 5] as const;

/** The cluster's own alarm of a restart, which the facts about membership tell more of. */
const CLUSTER_RESTART = 20_007;

/** What of a lab is looked at. Its time may be that of the machine or a simulation's. */
export interface KnownLab extends Pick<Lab, "topology" | "whole" | "peers" | "faults"> {
  readonly world: Pick<Lab["world"], "clock" | "network">;
}

/** What is so in a lab at this moment. Nothing is asked over its network, and no time passes. */
export function gatherFacts(lab: KnownLab): LabFacts {
  const { topology, world, faults } = lab;
  const { clock } = world;
  return {
    faults: faults.list(),
    servers: topology.surroundings,
    domain: topology.domain,
    whole: lab.whole,
    frozen: clock.speed === 0,
    peers: lab.peers.map(({ plan, peer }) => ({
      name: plan.name,
      address: peer.address,
      lan1:
        peer.device?.configuration.get("Ethernet 1 IP V4 Address") ?? peer.absence?.failure?.address ?? peer.address,
      firstAddress: plan.address,
      clockAhead: peer.clock.now() - clock.now(),
      absence: peer.absence,
      ...(peer.device && { up: runningFacts(peer.device) }),
    })),
  };
}

function runningFacts(device: Device): RunningFacts {
  const { cluster, configuration, firewall, time, alarms, identity } = device;
  const copyObstacle = copyObstacleOf(cluster);
  return {
    settings: cluster.settings,
    clustered: cluster.clustered,
    inCluster: cluster.inCluster,
    ...(copyObstacle && { copyObstacle }),
    lost: cluster.others.filter(({ word }) => word !== "Active").map(({ address }) => address),
    systemName: configuration.get("SystemUnit Name"),
    softwareVersion: identity.softwareVersion,
    h323On: configuration.isOn("H323 Mode"),
    staticNat: configuration.isOn("Ethernet 1 IP V4 StaticNAT Mode"),
    ntpServers: SERVER_INDICES.map((index) => configuration.get(`NTP Server ${index} Address`)).filter(Boolean),
    ntpSynchronized: time.synchronized,
    ntpNamesNotFound: time.associations
      .filter(({ address, polls }) => address === undefined && polls > 0)
      .map(({ server }) => server),
    dnsServers: SERVER_INDICES.map((index) => configuration.get(`DNS Server ${index} Address`)).filter(Boolean),
    domain: configuration.get("IP DNS Domain Name"),
    firewall: firewall.inForce,
    firewallOnTrial: firewall.confirmationLeft !== undefined,
    lan2: configuration.get("Ethernet 2 IP V4 Address"),
    awaitingRestart: alarms
      .standing()
      .filter(({ type, evidence }) => type.id !== CLUSTER_RESTART && evidence?.clearedBy === "a restart")
      .map(({ type: { id, description } }) => ({
        alarm: id as AlarmId,
        changed: description.split(/,? however/)[0] ?? "",
      })),
    alarms: alarms.standing().map(({ type }) => type.id),
  };
}

function copyObstacleOf({ primary, failings }: Device["cluster"]): CopyObstacle | undefined {
  const found = primary ? failings?.refusing : failings?.stopping;
  return found && { alarms: found.condition.alarms, clearedBy: found.evidence.clearedBy };
}
