import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { addressOf, NTP_ADDRESS, OPERATOR, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

/** System > Clustering of one peer, filled in as the guide says. */
function fillIn(index: number, addresses: readonly string[], primary = 1): void {
  const result = cluster.device(index).configuration.set(
    [
      { path: "Alternates Cluster Name", value: "cluster.example.com" },
      { path: "Alternates Cluster PreSharedKey", value: "secret" },
      { path: "Alternates ConfigurationPrimary", value: String(primary) },
      ...[1, 2, 3, 4, 5, 6].map((place) => ({
        path: `Alternates Peer ${place} Address`,
        value: addresses[place - 1] ?? "",
      })),
    ],
    OPERATOR,
  );
  expect(result).toEqual({ ok: true });
}

async function restart(index: number): Promise<void> {
  cluster.device(index).maintenance.request("restart", OPERATOR);
  await cluster.advance(minutes(3) + seconds(1));
}

describe("creating a cluster (G3, G4)", () => {
  beforeEach(async () => {
    cluster = await SimulatedCluster.start({ seed: 1, peers: 3, formed: false });
    await cluster.advance(seconds(5));
  });

  it("G3.11, G3.14: the first peer is a cluster of one after its restart", async () => {
    fillIn(1, [addressOf(1)]);
    expect(cluster.words(1)).toEqual(["This system"]);
    expect(cluster.alarms(1)).toEqual([20007]);
    expect(cluster.device(1).cluster.clustered).toBe(false);
    await restart(1);
    expect(cluster.alarms(1)).toEqual([]);
    expect(cluster.device(1).cluster.primary).toBe(true);
    expect(cluster.device(1).cluster.databaseStatus).toBe("Active");
  });

  it("G3.15: maintenance mode goes off with a restart", async () => {
    cluster.set(1, "SystemUnit Maintenance Mode", "On");
    expect(cluster.alarms(1)).toEqual([15015]);
    await restart(1);
    expect(cluster.alarms(1)).toEqual([]);
  });

  it("G4.2, G4.3, G4.4, G4.8, G4.9, G4.10: a peer is Unknown, Failed, then Active; meanwhile nothing is copied", async () => {
    fillIn(1, [addressOf(1)]);
    await restart(1);
    fillIn(1, [addressOf(1), addressOf(2)]);
    expect(cluster.words(1)).toEqual(["This system", "Unknown"]);
    await cluster.advance(seconds(21));
    expect(cluster.words(1)).toEqual(["This system", "Failed"]);
    expect(cluster.alarms(1)).toEqual([20004]);

    fillIn(2, [addressOf(1), addressOf(2)]);
    await cluster.advance(seconds(11));
    expect(cluster.words(2)).toEqual(["Failed", "This system"]);
    expect(cluster.alarms(2)).toEqual([20004, 20007]);
    await restart(2);
    expect(cluster.words(1)).toEqual(["This system", "Active"]);
    expect(cluster.alarms(1)).toEqual([]);
    expect(cluster.alarms(2)).toEqual([]);
    await cluster.command(1, "ZoneAdd", { ZoneName: "Branch", Type: "Neighbor" });
    await cluster.advance(minutes(2));
    expect(cluster.device(2).configuration.get("Zones Zone 1 Name")).toBe("Branch");
    expect(cluster.device(2).cluster.databaseStatus).toBe("Active");

    // The third: the two settings differ for a while, then the address is known everywhere and the peer is not there yet.
    const three = [addressOf(1), addressOf(2), addressOf(3)];
    fillIn(1, three);
    await cluster.advance(seconds(21));
    expect(cluster.alarms(2)).toContain(20012);
    fillIn(2, three);
    await cluster.advance(seconds(21));
    expect(cluster.alarms(2)).toEqual([20004]);
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(6));
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("384");
    fillIn(3, three);
    await restart(3);
    await cluster.advance(minutes(2) + seconds(10));
    for (const index of [1, 2, 3]) {
      expect(cluster.device(index).configuration.get("Bandwidth Default")).toBe("512");
      expect(cluster.words(index).filter((word) => word === "Active")).toHaveLength(2);
      expect(cluster.alarms(index)).toEqual([]);
    }
  });

  it("G4.9: the new peer's own cluster-wide configuration is deleted and replaced", async () => {
    await cluster.command(2, "ZoneAdd", { ZoneName: "OfTheNewPeer", Type: "DNS" });
    cluster.set(2, "SIP Session Refresh Value", "1234");
    fillIn(1, [addressOf(1)]);
    await restart(1);
    fillIn(1, [addressOf(1), addressOf(2)]);
    fillIn(2, [addressOf(1), addressOf(2)]);
    await restart(2);
    await cluster.advance(minutes(2));
    expect(cluster.device(2).configuration.rows.of("Zones Zone")).toEqual([]);
    expect(cluster.device(2).configuration.get("SIP Session Refresh Value")).toBe("1800");
  });
});

describe("a formed cluster", () => {
  beforeEach(async () => {
    cluster = await SimulatedCluster.start({ seed: 2, peers: 3 });
    await cluster.advance(minutes(3));
  });

  it("is Active everywhere, without alarms", () => {
    for (const index of [1, 2, 3])
      expect([cluster.alarms(index), cluster.device(index).cluster.databaseStatus]).toEqual([[], "Active"]);
  });

  it("G5: peer-specific items are not copied", async () => {
    const own = {
      "SystemUnit Name": "one",
      "IP DNS Hostname": "one",
      "DNS Server 2 Address": "10.0.0.99",
      "NTP Server 2 Address": NTP_ADDRESS,
      "TimeZone Name": "Europe/Oslo",
      "SNMP CommunityName": "private",
      "Log Level": "3",
      "Ethernet 1 Speed": "100full",
      "Administration SSH Mode": "Off",
    };
    for (const [path, value] of Object.entries(own)) cluster.set(1, path, value);
    cluster.set(1, "IPProtocol", "Both");
    await cluster.advance(minutes(3));
    for (const path of Object.keys(own)) expect(cluster.device(2).configuration.stored(path)?.value ?? null).toBeNull();
    expect(cluster.device(2).configuration.get("IPProtocol")).toBe("Both");
  });

  it("G5.12: an item changed on a subordinate is overwritten at the next copy", async () => {
    cluster.set(2, "Bandwidth Default", "512");
    await cluster.command(2, "ZoneAdd", { ZoneName: "OnlyHere", Type: "DNS" });
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("384");
    expect(cluster.device(2).configuration.rows.of("Zones Zone")).toEqual([]);
    expect(cluster.alarms(2)).toEqual([]);
  });

  it("G9.1: the primary changes hands; the mismatch alarms stand in between and clear by themselves", async () => {
    cluster.set(2, "Alternates ConfigurationPrimary", "2");
    await cluster.advance(seconds(21));
    expect(cluster.alarms(1)).toEqual([20013, 20017]);
    cluster.set(1, "Alternates ConfigurationPrimary", "2");
    cluster.set(3, "Alternates ConfigurationPrimary", "2");
    await cluster.advance(seconds(21));
    for (const index of [1, 2, 3]) expect(cluster.alarms(index)).toEqual([]);
    cluster.set(2, "Bandwidth Default", "640");
    await cluster.advance(minutes(2) + seconds(5));
    for (const index of [1, 3]) expect(cluster.device(index).configuration.get("Bandwidth Default")).toBe("640");
  });

  it("G7.2, G6: a peer taken out of the lists is Failed to itself and raises alarms; leaving needs a restart", async () => {
    fillIn(1, [addressOf(1), addressOf(2)]);
    fillIn(2, [addressOf(1), addressOf(2)]);
    await cluster.advance(seconds(41));
    expect(cluster.words(3)).toEqual(["Failed", "Failed", "This system"]);
    expect(cluster.alarms(3)).toContain(20004);
    for (const index of [1, 2]) expect(cluster.alarms(index)).toEqual([20004]);
    await cluster.advance(minutes(30));
    for (const index of [1, 2]) expect(cluster.alarms(index)).toEqual([20004]);
    cluster.device(3).configuration.set(
      [1, 2, 3].map((place) => ({ path: `Alternates Peer ${place} Address`, value: "" })),
      OPERATOR,
    );
    expect(cluster.alarms(3)).toEqual([20007]);
    await restart(3);
    for (const index of [1, 2, 3]) expect(cluster.alarms(index)).toEqual([]);
    expect(cluster.device(3).cluster.clustered).toBe(false);
    expect(cluster.device(3).configuration.get("Call Routed Mode")).toBe("Optimal");
  });

  it("a wrong pre-shared key keeps a peer out (G14.1)", async () => {
    cluster.set(3, "Alternates Cluster PreSharedKey", "wrong");
    await cluster.advance(seconds(61));
    expect(cluster.words(1)).toEqual(["This system", "Active", "Failed"]);
    expect(cluster.alarms(3)).toEqual(expect.arrayContaining([20004, 20006, 20016]));
    cluster.set(3, "Alternates Cluster PreSharedKey", "secret");
    await cluster.advance(seconds(21));
    expect(cluster.alarms(3)).toEqual([]);
  });
});
