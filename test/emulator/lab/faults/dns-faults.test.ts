import { afterEach, beforeEach, expect, it } from "vitest";
import { Faults } from "../../../../emulator/lab/faults/faults.ts";
import { DnsServer } from "../../../../emulator/lab/surroundings/dns-server.ts";
import { seconds } from "../../../../emulator/world/duration.ts";
import { NTP_ADDRESS, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

const CLOCK = "clock.example.com";
let cluster: SimulatedCluster;
let faults: Faults;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 2, formed: false });
  const dns = new DnsServer(cluster.world.network, "10.0.0.252", [
    { name: CLOCK, type: "A", ttl: 60, data: NTP_ADDRESS },
  ]);
  await dns.start();
  const peers = cluster.peers.map((peer, place) => ({ name: `p${place + 1}`, peer }));
  faults = new Faults({ world: cluster.world, peers, servers: { dns } });
  for (const index of [1, 2]) cluster.set(index, "DNS Server 1 Address", "10.0.0.252");
});

afterEach(() => cluster.stop());

/** What comes of looking the NTP server's name up. */
async function timeStates(): Promise<string[]> {
  for (const index of [1, 2]) {
    cluster.set(index, "NTP Server 1 Address", "");
    cluster.set(index, "NTP Server 1 Address", CLOCK);
  }
  await cluster.advance(seconds(10));
  return [1, 2].map((index) => cluster.device(index).time.state);
}

it("dns-silent: names are not found by the peer that the fault affects", async () => {
  const { id } = await faults.add({ kind: "dns-silent", peer: "p1" });
  expect(await timeStates()).toEqual(["Unsynchronized", "Synchronized"]);
  faults.remove(id);
  expect(await timeStates()).toEqual(["Synchronized", "Synchronized"]);
});

it("dns-missing: one record is not there", async () => {
  const { id } = await faults.add({ kind: "dns-missing", name: CLOCK.toUpperCase(), type: "A" });
  expect(await timeStates()).toEqual(["Unsynchronized", "Unsynchronized"]);
  faults.remove(id);
  await faults.add({ kind: "dns-missing", name: CLOCK, type: "SRV" });
  expect(await timeStates()).toEqual(["Synchronized", "Synchronized"]);
});
