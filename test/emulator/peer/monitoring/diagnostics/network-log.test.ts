import { afterEach, beforeEach, expect, test } from "vitest";
import { networkModules, type NetworkModuleName } from "../../../../../emulator/model/logs/log-modules.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { addressOf, OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 3, peers: 2 });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const lines = (): readonly string[] => cluster.device(1).log.newest(10_000, "network");

function setLevel(module: NetworkModuleName, level: string): void {
  const { logger } = networkModules.find(({ name }) => name === module) ?? networkModules[0];
  cluster.set(1, `Logger Network ${logger} Level`, level);
}

test("nothing is written at Info while everything goes well", () => {
  expect(lines()).toEqual([]);
});

test("network.h323 at Debug has each message that the peer sends and receives, and none at Info again", async () => {
  const restartOther = async (): Promise<void> => {
    cluster.device(2).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(10));
  };
  setLevel("network.h323", "DEBUG");
  await restartOther();
  const [sent, received] = ["Sent", "Received"].map((action) => lines().filter((line) => line.includes(`"${action}"`)));
  expect(sent?.[0]).toMatch(
    / tvcs: UTCTime="[^"]+" Module="network\.h323" Level="DEBUG" Action="Sent" Dst-ip="[\d.]+" Dst-port="1719" Detail="Sending RAS NSM SeqNum=\d+"$/,
  );
  expect(received?.[0]).toMatch(new RegExp(` Action="Received" Src-ip="${addressOf(2)}" .* RAS NSM SeqNum=`));
  setLevel("network.h323", "INFO");
  const before = lines().length;
  await restartOther();
  expect(lines()).toHaveLength(before);
});

test("network.dns tells at Info of a server that is silent, and at Debug of what it was asked", async () => {
  cluster.set(1, "DNS Server 1 Address", "10.0.0.99");
  const lookUp = async (): Promise<void> => {
    const answered = cluster.command(1, "DNSLookup", { Hostname: "vcs.example.com", RecordType: "a" });
    await cluster.advance(seconds(30));
    await answered;
  };
  await lookUp();
  expect(lines()).toEqual([
    expect.stringMatching(
      /Module="network\.dns" Level="INFO" Dst-ip="10\.0\.0\.99" Detail="DNS query timed out" Name="vcs\.example\.com" Type="A"$/,
    ),
  ]);
  setLevel("network.dns", "DEBUG");
  await lookUp();
  expect(lines().filter((line) => line.includes('Detail="Sending DNS query"'))).toHaveLength(1);
});

test("network.tcp at Debug tells of connections that the peer opens", async () => {
  setLevel("network.tcp", "DEBUG");
  cluster.set(1, "ExternalManager Address", "10.0.0.98");
  cluster.device(1).configuration.set([{ path: "Remote Syslog 1 Address", value: "10.0.0.98" }], OPERATOR);
  cluster.set(1, "Remote Syslog 1 Mode", "user_defined");
  cluster.set(1, "Remote Syslog 1 Transport", "tcp");
  cluster.set(1, "SystemUnit Name", "one");
  await cluster.advance(seconds(20));
  const details = lines().flatMap((line) => /Dst-ip="10\.0\.0\.98".*Detail="([^"]*)"/.exec(line)?.[1] ?? []);
  expect(details.toReversed().slice(0, 2)).toEqual(["TCP Connecting", "TCP Connection Closed"]);
});

test("25019 stands while a module writes at Debug or Trace", () => {
  for (const level of ["DEBUG", "TRACE"]) {
    setLevel("network.sip", level);
    expect(cluster.alarms(1)).toEqual([25019]);
    setLevel("network.sip", "INFO");
    expect(cluster.alarms(1)).toEqual([]);
  }
  const { levels } = cluster.device(1).diagnostics;
  levels.setSupportLevels({ "developer.web": "TRACE" }, OPERATOR);
  expect(cluster.alarms(1)).toEqual([25019]);
  expect(cluster.device(1).log.newest(3, "configuration")[0]).toContain("supportlog/developer.web/level");
  levels.setSupportLevels({ "developer.web": "WARN" }, OPERATOR);
  expect(cluster.alarms(1)).toEqual([]);
});

test("levels of the Support Log outlive a restart", async () => {
  cluster.device(1).diagnostics.levels.setSupportLevels({ "developer.web": "ERROR" }, OPERATOR);
  cluster.device(1).maintenance.request("restart", OPERATOR);
  await cluster.advance(minutes(10));
  const { levels } = cluster.device(1).diagnostics;
  expect([levels.supportLevel("developer.web"), levels.supportLevel("developer.management")]).toEqual([
    "ERROR",
    "INFO",
  ]);
});
