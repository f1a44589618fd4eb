import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

const MAINTENANCE_MODE = "fd7d4423-0578-4cd0-9049-c821f1775dfe";
let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
  await cluster.advance(seconds(10));
});

afterEach(() => cluster.stop());

const record = () => cluster.device(1).alarms.record(MAINTENANCE_MODE);
const mode = (value: string): void => cluster.set(1, "SystemUnit Maintenance Mode", value);

describe("an alarm", () => {
  it("is raised, acknowledged and lowered, and keeps when it was first and last raised", async () => {
    expect(record()).toMatchObject({ status: "lowered", totalCount: 0, firstRaised: undefined });
    mode("On");
    const first = cluster.device(1).clock.now();
    expect(record()).toMatchObject({ status: "raised", totalCount: 1, firstRaised: first, lastRaised: first });
    expect(cluster.device(1).alarms.unacknowledgedCount).toBe(1);
    expect(cluster.device(1).alarms.acknowledge(MAINTENANCE_MODE, "admin")).toBe(true);
    expect(record()).toMatchObject({ status: "acknowledged" });
    expect(cluster.device(1).alarms.unacknowledgedCount).toBe(0);
    mode("Off");
    expect(record()).toMatchObject({ status: "lowered", evidence: undefined });
    await cluster.advance(minutes(1));
    mode("On");
    expect(record()).toMatchObject({
      status: "raised",
      totalCount: 2,
      firstRaised: first,
      lastRaised: first + minutes(1),
    });
  });

  it("that does not stand cannot be acknowledged", () => {
    expect(cluster.device(1).alarms.acknowledge(MAINTENANCE_MODE, "admin")).toBe(false);
    expect(cluster.device(1).alarms.acknowledge("no such uuid", "admin")).toBe(false);
  });

  it("that still holds after a restart is New again, and starts over (Administrator Guide, Alarms)", async () => {
    cluster.set(1, "NTP Server 1 Address", "10.0.0.99");
    await cluster.advance(seconds(10));
    const [ntp] = cluster.device(1).alarms.standing();
    cluster.device(1).alarms.acknowledge(ntp?.type.uuid ?? "", "admin");
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
    expect(cluster.device(1).alarms.record(ntp?.type.uuid ?? "")).toMatchObject({ status: "raised", totalCount: 1 });
  });

  it("writes the product's lines to the Event Log", () => {
    mode("On");
    expect(cluster.device(1).log.newest(1)[0]).toMatch(
      /^\S+ TANDBERG management: Level="WARN" Event="Alarm Raised" Id="15015" UUID="fd7d4423[^"]*" Severity="warning" Detail="Maintenance mode: The Expressway is in maintenance mode[^"]*" UTCTime="[^"]+"$/,
    );
  });

  it("knows why it stands and what would clear it", () => {
    mode("On");
    expect(record()?.evidence).toEqual({
      facts: ["Maintenance mode is On"],
      clearedBy: "set Maintenance mode to Off, or restart",
    });
  });
});

describe("restart required (G3.14)", () => {
  it("stands while an item differs from its value at the last restart", async () => {
    cluster.set(1, "Ethernet 1 Speed", "100full");
    expect(cluster.alarms(1)).toEqual([25009]);
    cluster.set(1, "Ethernet 1 Speed", "Auto");
    expect(cluster.alarms(1)).toEqual([]);
    cluster.set(1, "IP QoS Mode", "DiffServ");
    expect(cluster.alarms(1)).toEqual([25007]);
    cluster.device(1).maintenance.request("reboot", OPERATOR);
    await cluster.advance(minutes(5) + seconds(1));
    expect(cluster.alarms(1)).toEqual([]);
    expect(cluster.device(1).configuration.get("IP QoS Mode")).toBe("DiffServ");
  });

  it("a peer that is asked to restart twice goes down once", async () => {
    const { maintenance } = cluster.device(1);
    maintenance.request("restart", OPERATOR);
    maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
    const starts = cluster
      .device(1)
      .log.newest(100)
      .filter((line) => line.includes('Event="System Start"'));
    expect(starts).toHaveLength(2);
  });
});
