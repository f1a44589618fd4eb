import { afterEach, expect, it } from "vitest";
import { DnsServer } from "../../../../../emulator/lab/surroundings/dns-server.ts";
import { NtpServer } from "../../../../../emulator/lab/surroundings/ntp-server.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { SkewedClock } from "../../../../../emulator/world/skewed-clock.ts";
import { NTP_ADDRESS, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

afterEach(() => cluster.stop());

const start = async (): Promise<void> => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
};

it("G3.5: State is Starting, then Synchronized when the server has truly answered", async () => {
  await start();
  expect(cluster.device(1).time.state).toBe("Starting");
  await cluster.advance(seconds(1));
  expect(cluster.device(1).time.state).toBe("Synchronized");
  expect(cluster.device(1).time.source?.sample).toMatchObject({ stratum: 1, referenceId: "LOCL" });
});

it("a server that stops answering is out of reach after four polls, and back at its first answer", async () => {
  await start();
  await cluster.advance(minutes(10));
  await cluster.faults.add({ kind: "ntp-silent" });
  await cluster.advance(minutes(3));
  expect(cluster.device(1).time.state).toBe("Synchronized");
  await cluster.advance(minutes(3));
  expect(cluster.device(1).time.state).toBe("Unsynchronized");
  expect(cluster.alarms(1)).toEqual([25002, 25021]);
  cluster.faults.removeAll();
  await cluster.advance(seconds(65));
  expect([cluster.device(1).time.state, cluster.alarms(1)]).toEqual(["Synchronized", []]);
});

it("no server at all is Down, and alarmed", async () => {
  await start();
  cluster.set(1, "NTP Server 1 Address", "");
  expect(cluster.device(1).time.state).toBe("Down");
  expect(cluster.alarms(1)).toEqual([25002, 25021]);
});

it("a clock that is off is stepped to the server's time", async () => {
  await start();
  const skewed = new SkewedClock(cluster.world.clock, minutes(7));
  await new NtpServer(cluster.world.network, skewed, "10.0.0.253").start();
  cluster.set(1, "NTP Server 1 Address", "10.0.0.253");
  await cluster.advance(seconds(1));
  expect(Math.abs(cluster.device(1).clock.now() - skewed.now())).toBeLessThan(5);
});

it("G3.4: a server by name is looked up, with the domain added to a name without a dot", async () => {
  await start();
  await new DnsServer(cluster.world.network, "10.0.0.252", [
    { name: "clock.example.com", type: "A", ttl: 60, data: NTP_ADDRESS },
  ]).start();
  cluster.set(1, "IP DNS Domain Name", "example.com");
  cluster.set(1, "DNS Server 1 Address", "10.0.0.252");
  cluster.set(1, "NTP Server 1 Address", "clock");
  await cluster.advance(seconds(10));
  expect(cluster.device(1).time.state).toBe("Synchronized");
  cluster.set(1, "NTP Server 1 Address", "nobody");
  await cluster.advance(seconds(10));
  expect(cluster.device(1).time.state).toBe("Unsynchronized");
});
