import { Type, type Static } from "typebox";
import { checkTopology, type FailAt } from "../topology/check-topology.ts";
import { completeTopology } from "../topology/complete-topology.ts";
import { topologySchema, type TopologyFile } from "../topology/topology-schema.ts";
import { DEFAULT_DOMAIN, type Topology } from "../topology/topology.ts";
import { asList, peerMember } from "./members.ts";

/** The last number of an address at which nobody answers. */
export const NOBODY = 253;

/** As many as there are addresses for, well below the lab's own servers. */
const MOST_PEERS = 200;

const { address: _address, ...peerMembers } = topologySchema.properties.peers.items.properties;

/** `topology` of a scenario: a topology file without addresses, for each run has its own network; or just a number. */
export const scenarioTopologySchema = Type.Object(
  {
    domain: topologySchema.properties.domain,
    tms: topologySchema.properties.tms,
    dns: topologySchema.properties.dns,
    peers: Type.Union(
      [
        Type.Integer({ minimum: 1, maximum: MOST_PEERS }),
        Type.Array(Type.Object(peerMembers, { additionalProperties: false }), { minItems: 1, maxItems: MOST_PEERS }),
      ],
      { description: `how many peers, 1 to ${MOST_PEERS}: they are called expe1, expe2 …; or a list of peers` },
    ),
    blank: Type.Optional({
      ...peerMember,
      description: "Peers as unpacked, outside the cluster: a name, names, or all.",
    }),
    cluster: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(topologySchema.properties.cluster.properties.name),
          preSharedKey: topologySchema.properties.cluster.properties.preSharedKey,
          peers: topologySchema.properties.cluster.properties.peers,
        },
        {
          additionalProperties: false,
          description: "The cluster that is formed at the start; by default of all peers.",
        },
      ),
    ),
  },
  { additionalProperties: false, description: "The lab that the scenario begins with." },
);

export type ScenarioTopology = Static<typeof scenarioTopologySchema>;

/** The names of the peers. */
export const peerNames = ({ peers }: ScenarioTopology): readonly string[] => peersOf(peers).map(({ name }) => name);

/** Tells of what the topology says and cannot mean. */
export function checkScenarioTopology(topology: ScenarioTopology, failAt: FailAt): void {
  checkTopology(topologyFile(topology, "127.0.0"), failAt);
  const names = peerNames(topology);
  for (const name of blankNames(topology))
    if (!names.includes(name)) failAt(["blank"], `"${name}" is not a peer; there are: ${names.join(", ")}, or all`);
}

/** The lab on a network, given as the first three numbers of its addresses. */
export function topologyOn(network: string, topology: ScenarioTopology): Topology {
  const complete = completeTopology(topologyFile(topology, network));
  const blank = blankNames(topology);
  const given = new Map(peersOf(topology.peers).map(({ name, configuration = {} }) => [name, configuration]));
  const peers = complete.peers.map((plan) => {
    if (!blank.includes(plan.name)) return plan;
    const items = Object.entries(given.get(plan.name) ?? {}).map(([path, value]) => [path, String(value)]);
    return { ...plan, configuration: Object.fromEntries(items) };
  });
  return { ...complete, peers };
}

function topologyFile(topology: ScenarioTopology, network: string): TopologyFile {
  const { domain = DEFAULT_DOMAIN, tms, dns, cluster = {} } = topology;
  const peers = peersOf(topology.peers).map((peer, place) => ({ ...peer, address: `${network}.${place + 1}` }));
  const blank = blankNames(topology);
  const members = cluster.peers ?? peers.map(({ name }) => name).filter((name) => !blank.includes(name));
  return {
    domain,
    surroundings: `${network}.254`,
    ...(tms && { tms }),
    ...(dns && { dns }),
    peers,
    ...(members.length > 0 && {
      cluster: { ...cluster, name: cluster.name ?? `cluster.${domain}`, peers: [...members] },
    }),
  };
}

function peersOf(peers: ScenarioTopology["peers"]): Exclude<ScenarioTopology["peers"], number> {
  if (typeof peers !== "number") return peers;
  return Array.from({ length: peers }, (_, place) => ({ name: `expe${place + 1}` }));
}

const blankNames = (topology: ScenarioTopology): readonly string[] =>
  topology.blank === "all" ? peerNames(topology) : asList(topology.blank ?? []);
