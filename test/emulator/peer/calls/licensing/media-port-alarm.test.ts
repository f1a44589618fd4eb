import { afterEach, expect, test } from "vitest";
import { minutes } from "../../../../../emulator/world/duration.ts";
import { SimulatedCluster, type SimulatedClusterOptions } from "../../../../simulation/simulated-cluster.ts";
import { keyFor } from "../call/carrying-cluster.ts";

const TEXT =
  "Insufficient media ports: There is an insufficient number of media ports to support the number of licensed calls";

let cluster: SimulatedCluster;
afterEach(() => cluster.stop());

const start = async (options: Partial<SimulatedClusterOptions> = {}): Promise<void> => {
  cluster = await SimulatedCluster.start({ seed: 5, peers: 1, formed: false, ...options });
  await cluster.advance(minutes(1));
};

/** The alarms but that which asks for a restart after a change of ports. */
const alarms = (index = 1): number[] => cluster.alarms(index).filter((id) => id !== 25008);
const media = (first: number, last: number): void => {
  const changes = [
    { path: "Traversal Media Port Start", value: String(first) },
    { path: "Traversal Media Port End", value: String(last) },
  ];
  expect(cluster.device(1).configuration.set(changes, { user: "admin" })).toEqual({ ok: true });
};

test.each([
  ["expressway-e", "Y10", "rich media sessions"],
  ["expressway-c", "Y10", "rich media sessions"],
  ["vcs-control", "W10", "traversal calls"],
  ["vcs-expressway", "W10", "traversal calls"],
] as const)("ten calls of %s need two hundred media ports, or 45019 stands", async (product, key, calls) => {
  await start({ product });
  await cluster.command(1, "OptionKeyAdd", { Key: keyFor(1, key) });
  media(36000, 36199);
  expect(alarms()).toEqual([]);
  media(36000, 36197);
  expect(alarms()).toEqual([45019]);
  const [record] = cluster
    .device(1)
    .alarms.standing()
    .filter(({ type }) => type.id === 45019);
  expect(`${record?.type.title}: ${record?.type.description}`).toBe(TEXT);
  expect(record?.evidence?.facts).toEqual([
    `this peer may carry 10 ${calls}, which take up to 200 ports`,
    "the traversal media port range has 198",
  ]);
  media(36002, 36201);
  expect(alarms()).toEqual([]);
  await cluster.advance(minutes(5));
  expect(alarms()).toEqual([]);
});

test("45019 goes with the licenses that asked for the ports", async () => {
  await start();
  media(36000, 36019);
  expect(alarms()).toEqual([]);
  await cluster.command(1, "OptionKeyAdd", { Key: keyFor(1, "Y2") });
  expect(alarms()).toEqual([45019]);
  await cluster.command(1, "OptionKeyDelete", { OptionKeyId: "1" });
  expect(alarms()).toEqual([]);
});

test("licenses for calls whose media goes elsewhere ask for no ports (45019)", async () => {
  await start({ product: "vcs-control" });
  media(36000, 36019);
  await cluster.command(1, "OptionKeyAdd", { Key: keyFor(1, "V10") });
  expect(alarms()).toEqual([]);
});

test("a peer needs ports for the whole pool of its cluster (45019), as far as it can carry calls itself", async () => {
  await start({ peers: 2, formed: true, licenses: 10 });
  media(36000, 36398);
  await cluster.advance(minutes(5));
  expect([alarms(1), alarms(2)]).toEqual([[45019], [45019]]);
  media(36000, 36399);
  await cluster.advance(minutes(5));
  expect([alarms(1), alarms(2)]).toEqual([[], []]);
  // A small or medium peer carries 150 calls, however many licenses there are.
  for (const peer of [1, 2]) await cluster.command(peer, "OptionKeyAdd", { Key: keyFor(peer, "Y500") });
  media(36000, 38999);
  await cluster.advance(minutes(5));
  expect([alarms(1), alarms(2)]).toEqual([[], []]);
});
