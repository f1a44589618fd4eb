import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hardwareSensors, sensorGroups } from "../../../../../emulator/model/hardware-sensors.ts";
import type { FaultRule } from "../../../../../emulator/lab/faults/rule-members.ts";
import { alarmText } from "../../../../../emulator/peer/reporting/alarms/alarms.ts";
import { minutes } from "../../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

const [APPLIANCE, VIRTUAL_MACHINE] = [1, 2] as const;

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({
    seed: 3,
    peers: 2,
    hardware: (index) => (index === APPLIANCE ? "appliance" : "virtual-machine"),
  });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const readsAs = async (sensor: string, reads: number): Promise<number> =>
  (await cluster.faults.add({ kind: "sensor-reading", peer: "p1", sensor, reads })).id;

const standing = (): readonly (readonly [uuid: string, text: string])[] =>
  cluster
    .device(APPLIANCE)
    .alarms.standing()
    .map((record) => [record.type.uuid, alarmText(record)] as const);

const failuresInLog = (): readonly string[] =>
  cluster
    .device(APPLIANCE)
    .log.newest(100)
    .filter((text) => text.includes('Event="Hardware Failure"'));

test("an appliance has every sensor of the table, and all read what they should; a virtual machine has none", () => {
  const { readings } = cluster.device(APPLIANCE).hardware;
  expect(readings).toEqual(hardwareSensors.map((sensor) => ({ sensor, reads: sensor.nominal })));
  expect(standing()).toEqual([]);
  expect(cluster.device(VIRTUAL_MACHINE).hardware.readings).toEqual([]);
});

test("the version of the hardware and the speed of LAN 1 tell what a peer is", () => {
  const seen = [APPLIANCE, VIRTUAL_MACHINE].map((index) => {
    const { status } = cluster.device(index);
    return JSON.stringify([status.values("SystemUnit"), [...(status.values("Ethernet") as Map<number, unknown>)]]);
  });
  expect(seen[0]).toMatch(/"Hardware":\{"Version":"1.0".*"Speed":"1000full"/);
  expect(seen[1]).toMatch(/"Hardware":\{"Version":"VMWare".*"Speed":"10000full"/);
  cluster.set(APPLIANCE, "Ethernet 1 Speed", "100full");
  expect(JSON.stringify([...(cluster.device(APPLIANCE).status.values("Ethernet") as Map<number, unknown>)])).toContain(
    '"Speed":"100full"',
  );
});

describe("a reading out of its range", () => {
  test.each([
    ["Fan 2", 0, "fan", "Hardware failure: Fan 2 reads 0 RPM, its range is 2000 to 12000 RPM"],
    [
      "CPU temperature",
      80.5,
      "temperature",
      "Hardware failure: CPU temperature reads 80.5 °C, its range is 5 to 80 °C",
    ],
    ["12 V supply", 10.7, "voltage", "Hardware failure: 12 V supply reads 10.7 V, its range is 10.8 to 13.2 V"],
  ])("%s at %d raises the alarm of its kind until it is back", async (sensor, reads, kind, text) => {
    const uuid = sensorGroups.find((group) => group.kind === kind)?.alarm;
    const id = await readsAs(sensor, reads);
    expect(standing()).toEqual([[uuid, text]]);
    expect(cluster.device(APPLIANCE).alarms.record(uuid ?? "")?.type.id).toBe(10001);
    expect(failuresInLog()).toHaveLength(1);
    cluster.faults.remove(id);
    expect(standing()).toEqual([]);
    expect(cluster.device(APPLIANCE).hardware.readings.map((reading) => reading.reads)).toEqual(
      hardwareSensors.map(({ nominal }) => nominal),
    );
  });

  test("at the end of the range is none", async () => {
    await readsAs("Fan 1", 2000);
    await readsAs("Fan 3", 12_000);
    expect([standing(), failuresInLog()]).toEqual([[], []]);
  });

  test("stands over a restart, and is not told of twice in one life", async () => {
    await readsAs("Battery", 2);
    cluster.device(APPLIANCE).facts.changed();
    expect(failuresInLog()).toHaveLength(1);
    cluster.device(APPLIANCE).maintenance.request("restart", { user: "admin" });
    await cluster.advance(minutes(5));
    expect(standing()).toHaveLength(1);
    expect(failuresInLog()).toHaveLength(2);
  });
});

describe("several faults", () => {
  test("of one kind are one alarm that names them all, on the other peers too", async () => {
    const first = await readsAs("Fan 1", 0);
    await cluster.advance(minutes(1));
    const [seenBefore] = [...cluster.device(VIRTUAL_MACHINE).cluster.tables.values()];
    expect(seenBefore?.alarms.map((alarm) => alarm.text)).toEqual(standing().map(([, text]) => text));
    const second = await readsAs("Fan 4", 13_000);
    await cluster.advance(minutes(1));
    const text = "Fan 1 reads 0 RPM, its range is 2000 to 12000 RPM; Fan 4 reads 13000 RPM, its range is";
    expect(standing()).toMatchObject([[sensorGroups[0]?.alarm, expect.stringContaining(text) as string]]);
    const [seen] = [...cluster.device(VIRTUAL_MACHINE).cluster.tables.values()];
    expect(seen?.alarms.map((alarm) => alarm.text)).toEqual(standing().map(([, shown]) => shown));
    cluster.faults.remove(first);
    expect(standing()[0]?.[1]).toMatch(/^Hardware failure: Fan 4 reads/);
    cluster.faults.remove(second);
    expect(standing()).toEqual([]);
  });

  test("of several kinds are an alarm each, all with the number 10001", async () => {
    await readsAs("Fan 1", 0);
    await readsAs("System temperature", 61);
    await readsAs("CPU core", 2);
    expect(cluster.alarms(APPLIANCE)).toEqual([10001, 10001, 10001]);
    expect(cluster.device(APPLIANCE).alarms.outOfStep()).toEqual([]);
  });

  test("of one sensor: the last one counts, and what ends first takes nothing else away", async () => {
    const first = await readsAs("Fan 1", 0);
    await readsAs("Fan 1", 100);
    expect(standing()[0]?.[1]).toContain("Fan 1 reads 100 RPM");
    cluster.faults.remove(first);
    expect(standing()[0]?.[1]).toContain("Fan 1 reads 100 RPM");
  });
});

describe("the fault is refused with what is allowed", () => {
  const rule = { kind: "sensor-reading", peer: "p1", sensor: "Fan 2", reads: 0 };
  test.each([
    [{ peer: "p2" }, 'peer: "p2" has hardware virtual-machine; sensor-reading wants appliance, which these have: p1$'],
    [{ sensor: "Fan 9" }, 'sensor: "Fan 9" is not allowed; wanted: one of Fan 1, .*, Battery$'],
    [{ sensor: undefined }, "sensor: sensor-reading needs it; wanted: one of Fan 1, "],
    [{ reads: "fast" }, 'reads: "fast" is not allowed; wanted: .*a number from -1000 to 100000$'],
    [{ reads: 100_001 }, "reads: 100001 is not allowed; wanted: .*-1000 to 100000$"],
    [{ reads: undefined }, "reads: sensor-reading needs it"],
    [{ peer: undefined }, "peer: sensor-reading needs it; wanted: name of a peer"],
    [{ share: 0.5 }, "share: not known to sensor-reading; it takes: peer, from, until, sensor, reads"],
  ])("%j", async (wrong, reason) => {
    await expect(cluster.faults.add({ ...rule, ...wrong } as unknown as FaultRule)).rejects.toMatchObject({
      code: "FAULT_INVALID",
      message: expect.stringMatching(new RegExp(`^${reason}`)) as string,
    });
    expect(standing()).toEqual([]);
  });
});
