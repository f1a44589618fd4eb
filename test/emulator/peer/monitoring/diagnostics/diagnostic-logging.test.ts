import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readTar } from "../../../../../protocol/archive/tar.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

const ALL = [1, 2, 3];

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 5, peers: 3 });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const loggingOf = (index: number) => cluster.device(index).diagnostics.logging;
const running = (): boolean[] => cluster.peers.map((peer) => peer.device?.diagnostics.logging.running === true);
const alarms = (): number[][] => ALL.map((index) => cluster.alarms(index));

/** The files of a peer's archive; the file of packets as its length. */
async function filesOf(index: number): Promise<ReadonlyMap<string, string>> {
  const file = await loggingOf(index).download();
  const members = readTar(gunzipSync(file?.bytes ?? new Uint8Array()));
  return new Map(
    members.map(({ name, bytes }) => [
      name.replace(/_TANDBERG_\d{8}_\d{6}/, ""),
      Buffer.from(bytes).toString("latin1"),
    ]),
  );
}

const textOf = async (index: number): Promise<string> => (await filesOf(index)).get("loggingsnapshot.txt") ?? "";

test("start and stop act on every peer, with 25019 meanwhile", async () => {
  loggingOf(2).start(false, OPERATOR);
  expect(running()).toEqual([false, true, false]);
  await cluster.advance(seconds(15));
  expect(running()).toEqual([true, true, true]);
  expect(alarms()).toEqual([[25019], [25019], [25019]]);
  expect(loggingOf(3).stop(OPERATOR)).toEqual({ ok: true });
  await cluster.advance(seconds(15));
  expect(running()).toEqual([false, false, false]);
  expect(alarms()).toEqual([[], [], []]);
  expect(cluster.device(1).log.newest(4).join("\n")).toContain(
    'Event="Diagnostic Logging" User="system" Detail="Diagnostic logging stopped by another peer of the cluster"',
  );
});

test("the log has the lines of the span, those of the Network Log as well, and markers of its own peer only", async () => {
  cluster.set(1, "SystemUnit Name", "before");
  loggingOf(1).start(false, OPERATOR);
  await cluster.advance(seconds(30));
  expect(loggingOf(1).mark("here it happens", OPERATOR)).toEqual({ ok: true });
  cluster.set(1, "SystemUnit Name", "meanwhile");
  await cluster.advance(seconds(30));
  loggingOf(1).stop(OPERATOR);
  cluster.set(1, "SystemUnit Name", "after");
  await cluster.advance(seconds(30));
  const text = await textOf(1);
  expect(text).toContain('Detail="DEBUG_MARKER: here it happens"');
  expect(text).toContain("to: 'meanwhile'");
  expect(text).toContain('Module="network.h323" Level="DEBUG"');
  expect(text).not.toMatch(/to: '(before|after)'/);
  expect(await textOf(2)).not.toContain("DEBUG_MARKER");
  expect(await textOf(2)).toContain('Module="network.h323" Level="DEBUG"');
});

test("another start takes the last log's place; a marker and a stop want one that runs", async () => {
  expect(await loggingOf(1).download()).toBeUndefined();
  const refused = { ok: false, reason: "diagnostic logging is not running" };
  expect([loggingOf(1).stop(OPERATOR), loggingOf(1).mark("x", OPERATOR)]).toEqual([refused, refused]);
  loggingOf(1).start(false, OPERATOR);
  expect(loggingOf(1).mark("  ", OPERATOR)).toMatchObject({ ok: false, reason: "the marker has no text" });
  expect(loggingOf(1).mark("x".repeat(257), OPERATOR)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/257 characters.*256/),
  });
  loggingOf(1).mark("the first", OPERATOR);
  loggingOf(1).start(false, OPERATOR);
  expect(await textOf(1)).not.toContain("the first");
});

test("a restart ends it on its peer alone; the log is still there", async () => {
  loggingOf(1).start(false, OPERATOR);
  await cluster.advance(seconds(20));
  loggingOf(2).mark("kept", OPERATOR);
  cluster.device(2).maintenance.request("restart", OPERATOR);
  await cluster.advance(minutes(10));
  expect(running()).toEqual([true, false, true]);
  expect(await textOf(2)).toContain("DEBUG_MARKER: kept");
  expect(cluster.alarms(2)).toEqual([]);
});

test("a peer that was away follows what was asked last", async () => {
  loggingOf(1).start(false, OPERATOR);
  await cluster.advance(seconds(20));
  await cluster.peers[2]?.powerOff();
  loggingOf(1).stop(OPERATOR);
  loggingOf(1).start(true, OPERATOR);
  await cluster.peers[2]?.powerOn();
  expect(running()).toEqual([true, true, false]);
  await cluster.advance(minutes(1));
  expect(running()).toEqual([true, true, true]);
  expect(loggingOf(3).capturing).toBe(true);
});

test("tcpdump adds a file of packets, of what the peer has sent and received meanwhile", async () => {
  loggingOf(1).start(false, OPERATOR);
  await cluster.advance(seconds(30));
  expect([...(await filesOf(1)).keys()]).toEqual(["loggingsnapshot.txt"]);
  loggingOf(1).start(true, OPERATOR);
  await cluster.advance(seconds(30));
  const packets = async (): Promise<string> => (await filesOf(1)).get("eth0_diagnostic_logging_tcpdump0.pcap") ?? "";
  const taken = await packets();
  expect(taken.length).toBeGreaterThan(1000);
  loggingOf(1).stop(OPERATOR);
  await cluster.advance(minutes(1));
  expect((await packets()).length).toBe(taken.length);
});
