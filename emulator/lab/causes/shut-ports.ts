import type { FaultRule } from "../faults/rule-members.ts";
import { type Service, services } from "../faults/services.ts";
import type { Cause, Shut } from "./cause.ts";
import type { LabFacts, PeerFacts } from "./lab-facts.ts";

/** What peers of a cluster say to each other. */
const clusterServices = ["key-exchange", "management", "database", "ras"] as const satisfies readonly Service[];

export type ClusterService = (typeof clusterServices)[number];

/** The ports of the cluster that a fault shuts, and between which peers of which one lists the other. */
export function shutBy(facts: LabFacts, rule: FaultRule): Pick<Cause, "shuts"> {
  const shut = portsOf(rule);
  if (shut.length === 0) return {};
  const { peer, other } = rule;
  const isOnPath = (names: readonly string[]): boolean =>
    [peer, other].every((end) => end === undefined || names.includes(end));
  const lists = (one: PeerFacts, far: PeerFacts): boolean => one.up?.settings.peers.includes(far.address) ?? false;
  const pairs = facts.peers.flatMap((one, place, all) =>
    all
      .slice(place + 1)
      .filter((far) => lists(one, far) || lists(far, one))
      .map(({ name }) => [one.name, name] as const)
      .filter(isOnPath),
  );
  return { shuts: pairs.flatMap((between) => shut.map((port): Shut => ({ between, port }))) };
}

/** A fault that strikes now and then shuts nothing. */
function portsOf({ kind, share = 1, every = 1, count, ["service"]: service }: FaultRule): readonly string[] {
  if (share < 1 || every > 1 || count !== undefined) return [];
  if (kind === "cut" || kind === "loss") return clusterServices.map(portOf);
  return kind === "block" ? clusterServices.filter((each) => overlap(each, service as Service)).map(portOf) : [];
}

function portOf(service: ClusterService): string {
  const [{ protocol, first }] = services[service];
  return `${protocol.toUpperCase()} ${first}`;
}

/** H.323 has a port in common with RAS. */
const overlap = (one: ClusterService, other: Service): boolean =>
  services[one].some((range) =>
    services[other].some(
      ({ protocol, first, last }) => protocol === range.protocol && first <= range.last && last >= range.first,
    ),
  );
