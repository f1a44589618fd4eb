import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { Manager } from "../feedback/manager.ts";

const SERVER = "10.0.0.77";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
  await cluster.advance(minutes(1));
});

afterEach(() => cluster.stop());

const reports = () => cluster.device(1).diagnostics.incidents.reports;
const newestEvents = (): string => cluster.device(1).log.newest(8).join("\n");

async function crash(): Promise<void> {
  await cluster.faults.add({ kind: "crash", peer: "p1", comesBack: true });
  await cluster.advance(minutes(10));
}

describe("a report", () => {
  test("of a crash is there when the peer is back, with what it had logged, and no alarm: no software has failed", async () => {
    cluster.set(1, "SystemUnit Name", "before the crash");
    await crash();
    expect(reports()).toMatchObject([{ id: 1, detail: "the power failed", softwareVersion: "X8.1" }]);
    expect(reports()[0]?.lines.join("\n")).toContain("before the crash");
    expect(newestEvents()).toContain('Event="Application Failed" Detail="system: the power failed"');
    expect(cluster.alarms(1)).not.toContain(15004);
    await crash();
    expect(reports().map(({ id }) => id)).toEqual([2, 1]);
  });

  test("is not made of a restart, nor of power that goes in order", async () => {
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(10));
    await cluster.peers[0]?.powerOff();
    await cluster.peers[0]?.powerOn();
    expect(reports()).toEqual([]);
  });

  test("of a damaged database outlives the database", async () => {
    await crash();
    await cluster.faults.add({ kind: "database-damaged", peer: "p1" });
    await cluster.advance(minutes(10));
    expect(reports().map(({ module }) => module)).toEqual(["clusterdb", undefined]);
  });

  test("of an error in the software is made once, with 15004 until the restart", async () => {
    const broken = new Error("this is broken");
    cluster.device(1).clock.every("a broken round", seconds(1), () => {
      throw broken;
    });
    await cluster.advance(seconds(5));
    expect(reports()).toMatchObject([{ module: "tvcs", detail: expect.stringContaining("Error: this is broken at ") }]);
    expect(cluster.log.errors.length).toBeGreaterThan(1);
    expect(cluster.alarms(1)).toEqual([15004]);
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(10));
    expect(cluster.alarms(1)).toEqual([]);
    expect(reports()).toHaveLength(1);
  });
});

describe("sending", () => {
  const configure = (items: Record<string, string>): void => {
    for (const [name, value] of Object.entries(items)) cluster.set(1, `ErrorReport ${name}`, value);
  };

  test("posts what was not sent, once it is On, and each report once", async () => {
    const server = await Manager.start(cluster.world.network, SERVER);
    configure({ Url: `http://${SERVER}/submit`, Contact: "ann@example.com" });
    await crash();
    expect(server.posts).toEqual([]);
    configure({ Mode: "On" });
    await cluster.advance(seconds(5));
    configure({ Contact: "bob@example.com" });
    await cluster.advance(seconds(5));
    expect(server.posts.map(({ startLine, headers }) => [startLine, headers.get("from")])).toEqual([
      ["POST /submit HTTP/1.1", "ann@example.com"],
    ]);
    expect(Buffer.from(server.posts[0]?.body ?? "").toString()).toMatch(/^Incident report: 1\n.*\nDetail: the power/s);
    expect(reports()[0]?.sentAt).toBeDefined();
    await crash();
    await cluster.advance(seconds(20));
    expect(server.posts).toHaveLength(2);
  });

  test("goes through the proxy server", async () => {
    const server = await Manager.start(cluster.world.network, SERVER, 8080);
    configure({ Mode: "On", Url: "http://reports.example.com/submit", Proxy: `${SERVER}:8080` });
    await crash();
    expect(server.posts.map(({ startLine }) => startLine)).toEqual(["POST http://reports.example.com/submit HTTP/1.1"]);
  });

  test.each([
    [{ Url: "nowhere" }, /'nowhere' is not a URL that can be posted to/],
    [{ Url: `http://${SERVER}/submit` }, /connection was refused/],
    [
      { Url: `https://${SERVER}/submit`, Proxy: SERVER },
      /not implemented by the emulator: incident reports over HTTPS/,
    ],
  ])("that fails with %j is told of in the Event Log", async (items, reason) => {
    configure({ Mode: "On", ...items });
    await crash();
    await cluster.advance(seconds(20));
    const line = cluster
      .device(1)
      .log.newest(50)
      .find((one) => one.includes('Service="Incident reporting"'));
    expect(line).toMatch(reason);
    expect(reports()[0]?.sentAt).toBeUndefined();
  });
});

test("the mode of core dumps wants a restart", () => {
  cluster.set(1, "ErrorReport CoreDump", "Off");
  expect(cluster.alarms(1)).toEqual([15014]);
  cluster.set(1, "ErrorReport CoreDump", "On");
  expect(cluster.alarms(1)).toEqual([]);
});
