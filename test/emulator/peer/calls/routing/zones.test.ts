import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seconds } from "../../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
  await cluster.advance(seconds(1));
});

afterEach(() => cluster.stop());

const links = (): string[] => {
  const { configuration } = cluster.device(1);
  return configuration.rows
    .of("Bandwidth Link")
    .map(
      (index) =>
        `${configuration.get(`Bandwidth Link ${index} Name`)}: ${configuration.get(`Bandwidth Link ${index} Node1 Name`)} - ${configuration.get(`Bandwidth Link ${index} Node2 Name`)}`,
    );
};

const shipped = [
  "DefaultSZtoTraversalSZ: DefaultSubZone - TraversalSubZone",
  "DefaultSZtoDefaultZ: DefaultSubZone - DefaultZone",
  "DefaultSZtoClusterSZ: DefaultSubZone - ClusterSubZone",
  "TraversalSZtoDefaultZ: TraversalSubZone - DefaultZone",
];

describe("links (Administrator Guide, Default links)", () => {
  it("a peer as unpacked has the four that it ships with", () => {
    expect(links()).toEqual(shipped);
  });

  it("come with a zone and go with it; a traversal zone has one only", async () => {
    expect(await cluster.command(1, "ZoneAdd", { ZoneName: "Branch", Type: "Neighbor" })).toEqual({
      ok: true,
      values: { Id: 1 },
    });
    await cluster.command(1, "ZoneAdd", { ZoneName: "Far", Type: "TraversalClient" });
    expect(links().slice(4)).toEqual([
      "Zone001ToDefaultSZ: Branch - DefaultSubZone",
      "Zone001ToTraversalSZ: Branch - TraversalSubZone",
      "Zone002ToTraversalSZ: Far - TraversalSubZone",
    ]);
    await cluster.command(1, "ZoneDelete", { ZoneId: "1" });
    expect(links().slice(4)).toEqual(["Zone002ToTraversalSZ: Far - TraversalSubZone"]);
  });

  it("G4.6: DefaultValueSet takes them away, with an alarm each, and DefaultLinksAdd brings them back", async () => {
    await cluster.command(1, "ZoneAdd", { ZoneName: "Branch", Type: "Neighbor" });
    cluster.set(1, "Login Remote LDAP Server Address", "ldap.example.com");
    cluster.set(1, "SystemUnit Name", "kept");
    expect(await cluster.command(1, "DefaultValueSet", { Level: "2" })).toEqual({ ok: true });
    expect(links()).toEqual([]);
    expect(cluster.alarms(1)).toEqual([45002, 45007, 45008]);
    const { configuration } = cluster.device(1);
    expect(configuration.get("Login Remote LDAP Server Address")).toBe("");
    expect(configuration.get("SystemUnit Name")).toBe("kept");
    expect(configuration.rows.of("Zones Zone")).toEqual([]);
    expect(configuration.get("Zones Policy SearchRules Rule 1 Name")).toBe("LocalZoneMatch");
    expect(await cluster.command(1, "DefaultLinksAdd")).toEqual({ ok: true });
    expect(await cluster.command(1, "DefaultLinksAdd")).toEqual({ ok: true });
    expect(links()).toEqual(shipped);
    expect(cluster.alarms(1)).toEqual([]);
  });
});

describe("rows", () => {
  it("a second zone of the same name, and a zone that is not there, are refused by name", async () => {
    await cluster.command(1, "ZoneAdd", { ZoneName: "Branch", Type: "DNS" });
    expect(await cluster.command(1, "ZoneAdd", { ZoneName: "Branch", Type: "DNS" })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('"Branch"'),
    });
    expect(await cluster.command(1, "ZoneDelete", { ZoneId: "7" })).toMatchObject({
      ok: false,
      reason: "ZoneId 7 does not exist; there are: 1",
    });
    expect(cluster.device(1).configuration.rows.of("Zones Zone")).toEqual([1]);
  });

  it("a list that is full takes no more", async () => {
    for (let count = 1; count <= 100; count++) {
      const result = await cluster.command(1, "TransformAdd", { Pattern: `${count}`, Priority: `${count}` });
      expect(result).toMatchObject({ ok: true });
    }
    expect(await cluster.command(1, "TransformAdd", { Pattern: "x" })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("no more rows"),
    });
  });

  it("the lowest free place is taken", async () => {
    for (const name of ["a", "b", "c"]) await cluster.command(1, "ZoneAdd", { ZoneName: name, Type: "DNS" });
    await cluster.command(1, "ZoneDelete", { ZoneId: "2" });
    expect(await cluster.command(1, "ZoneAdd", { ZoneName: "d", Type: "DNS" })).toEqual({
      ok: true,
      values: { Id: 2 },
    });
  });
});
