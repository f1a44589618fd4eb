import { minutes, seconds, type Milliseconds } from "../../emulator/world/duration.ts";
import type { Random } from "../../emulator/world/random.ts";
import { OPERATOR, type SimulatedCluster } from "./simulated-cluster.ts";
import type { Upkeep } from "./upkeep.ts";

/** What an operator does on one peer at one time; nothing happens while the peer is down. */
export interface Step {
  readonly peer: number;
  readonly words: string;
  readonly items?: Readonly<Record<string, string>>;
  readonly command?: readonly [name: string, args: Readonly<Record<string, string>>];
  readonly restart?: true;
  readonly upkeep?: Upkeep;
  /** How long the operator waits before. */
  readonly after?: Milliseconds;
  /** What was saved on the peer is given up. */
  readonly givesUp?: true;
}

/** A procedure of the guide as its steps. It may be abandoned after any of them. */
export interface Procedure {
  readonly name: string;
  readonly steps: readonly Step[];
}

const CLUSTER_NAME = "cluster.example.com";
const PRE_SHARED_KEY = "secret";

const SIX = [1, 2, 3, 4, 5, 6] as const;

/** The fields of the Clustering page for a list of peers. */
export function clusteringItems(addresses: readonly string[], primary: number): Record<string, string> {
  return {
    "Alternates Cluster Name": CLUSTER_NAME,
    "Alternates Cluster PreSharedKey": PRE_SHARED_KEY,
    "Alternates ConfigurationPrimary": String(primary),
    ...Object.fromEntries(SIX.map((place) => [`Alternates Peer ${place} Address`, addresses[place - 1] ?? ""])),
  };
}

/** The fields of a peer that leaves its cluster. */
const leavingItems = (peer: number): Record<string, string> => ({
  ...clusteringItems([], 1),
  "Alternates Cluster Name": `p${peer}.example.com`,
  "Alternates Cluster PreSharedKey": "",
});

const LAN_1_ADDRESS = "Ethernet 1 IP V4 Address";

/** A second address for each peer, and the way back. */
const movedAddress = (address: string): string =>
  address.startsWith("10.0.0.") ? address.replace("10.0.0.", "10.0.1.") : address.replace("10.0.1.", "10.0.0.");

/** Longer than a restart takes, and than an image takes to install in a story. */
const RESTARTED = minutes(3) + seconds(10);
const INSTALLED = minutes(1);

/** Who is in the list of a peer now, by index. */
function membersOf(cluster: SimulatedCluster, peer: number): number[] {
  const listed = cluster.peers[peer - 1]?.device?.cluster.settings.peers ?? [];
  return cluster.peers.flatMap(({ address }, place) => (listed.includes(address) ? [place + 1] : []));
}

/** Draws a procedure that makes sense as things are, or a mistake that somebody could make. */
export function drawProcedure(cluster: SimulatedCluster, random: Random): Procedure {
  const draw = <Item>(items: readonly Item[]): Item => items[Math.floor(random.fraction() * items.length)] as Item;
  const all = cluster.peers.map((_, place) => place + 1);
  const one = draw(all);
  const members = membersOf(cluster, one);
  const addressOf = (peer: number): string => cluster.peers[peer - 1]?.address ?? "";
  const list = (peers: readonly number[]): string[] => peers.map(addressOf);
  const outside = all.filter((peer) => !members.includes(peer));
  const save = (peer: number, peers: readonly number[], primary: number): Step => ({
    peer,
    words: `clustering: peers ${peers.join(" ")}, primary ${primary}`,
    items: clusteringItems(list(peers), primary),
  });
  const restart = (peer: number): Step => ({ peer, words: "restart", restart: true });
  const leave = (peer: number): Step[] => [{ peer, words: "leaves", items: leavingItems(peer) }, restart(peer)];
  const keep = (peer: number, upkeep: Upkeep, after?: Milliseconds): Step => ({
    peer,
    words: upkeep,
    upkeep,
    ...(after !== undefined && { after }),
    ...((upkeep === "restore" || upkeep === "factory reset") && { givesUp: true }),
  });
  if (members.length === 0) {
    return draw<Procedure>([
      { name: "create a cluster (G3)", steps: [save(one, [one], 1), restart(one)] },
      { name: "back up and restore (G3.2)", steps: [keep(one, "back up"), keep(one, "restore")] },
      { name: "reset (G7.3)", steps: [keep(one, "factory reset")] },
    ]);
  }
  const procedures: (() => Procedure)[] = [
    () => ({ name: "disband (G8)", steps: members.toReversed().flatMap(leave) }),
    () => {
      const place = 1 + Math.floor(random.fraction() * members.length);
      const first = members[place - 1] ?? one;
      const rest = members.filter((peer) => peer !== first);
      return {
        name: "change the primary (G9)",
        steps: [first, ...rest].map((peer) => ({
          peer,
          words: `primary ${place}`,
          items: { "Alternates ConfigurationPrimary": String(place) },
        })),
      };
    },
    () => {
      const gone = draw(members);
      const rest = members.filter((peer) => peer !== gone);
      return {
        name: "remove a live peer (G6)",
        steps: [...leave(gone), ...rest.map((peer) => save(peer, rest, 1))],
      };
    },
    () => {
      const gone = draw(members);
      const rest = members.filter((peer) => peer !== gone);
      return { name: "remove a dead peer (G7)", steps: rest.map((peer) => save(peer, rest, 1)) };
    },
    () => {
      const moved = movedAddress(addressOf(one));
      const rest = members.filter((peer) => peer !== one);
      const then = list(members).map((address) => (address === addressOf(one) ? moved : address));
      return {
        name: "change an address (G10)",
        steps: [
          ...leave(one),
          ...rest.map((peer) => save(peer, rest, 1)),
          { peer: one, words: `address ${moved}`, items: { [LAN_1_ADDRESS]: moved }, after: RESTARTED },
          restart(one),
          ...rest.map((peer) => ({ peer, words: `lists ${moved}`, items: clusteringItems(then, 1) })),
          { peer: one, words: "clustering", items: clusteringItems(then, 1), after: RESTARTED },
          restart(one),
        ],
      };
    },
    () => {
      const moved = movedAddress(addressOf(one));
      return {
        name: "an address changed within the cluster",
        steps: [{ peer: one, words: `address ${moved}`, items: { [LAN_1_ADDRESS]: moved } }, restart(one)],
      };
    },
    () => ({
      name: "upgrade the peers one by one (G2.1)",
      steps: members.flatMap((peer) => [keep(peer, "install an image"), keep(peer, "reboot", INSTALLED)]),
    }),
    () => ({
      name: "back up, remove and restore (G12.10)",
      steps: [keep(one, "back up"), ...leave(one), keep(one, "restore", RESTARTED)],
    }),
    () => ({ name: "reset a peer of the cluster (G7.3)", steps: [keep(one, "factory reset")] }),
    () => ({ name: "forced update", steps: [{ peer: one, words: "force", command: ["ForceConfigUpdate", {}] }] }),
    () => ({
      name: "an edit of the list alone",
      steps: [
        {
          peer: one,
          words: "clears a field",
          items: { [`Alternates Peer ${1 + Math.floor(random.fraction() * 6)} Address`]: "" },
        },
      ],
    }),
  ];
  if (outside.length > 0 && members.length < 6) {
    const added = draw(outside);
    procedures.push(() => ({
      name: "add a peer (G4)",
      steps: [
        ...members.map((peer) => save(peer, [...members, added], 1)),
        { peer: added, words: "default values", command: ["DefaultValuesSet", { Level: "2" }], givesUp: true },
        { peer: added, words: "default links", command: ["DefaultLinksAdd", {}] },
        save(added, [...members, added], 1),
        restart(added),
      ],
    }));
  }
  return draw(procedures)();
}

/** Does one step, if the peer is up. @returns false when it was refused or nobody was there */
export function perform(cluster: SimulatedCluster, step: Step): boolean {
  const device = cluster.peers[step.peer - 1]?.device;
  if (!device) return false;
  if (step.restart) device.maintenance.request("restart", OPERATOR);
  if (step.command) void cluster.command(step.peer, ...step.command);
  if (!step.items) return true;
  const changes = Object.entries(step.items).map(([path, value]) => ({ path, value }));
  return device.configuration.set(changes, OPERATOR).ok;
}
