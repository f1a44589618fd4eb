import { afterEach, beforeEach, expect, test } from "vitest";
import { minutes } from "../../../../emulator/world/duration.ts";
import { headOffice } from "../../head-office.ts";
import { barOf, formIdOf, listRows, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer();
  await web.client.logIn();
});

afterEach(() => web.close());

const create = (ZoneName: string, Type: string) => web.client.submit("/createzone", { ZoneName, Type }, "Create zone");

test("a zone is created and then edited on a page of its own", async () => {
  expect((await web.client.submit("/zones", {}, "New")).headers.location).toBe("/createzone");
  const created = await create("Head office", "Neighbor");
  expect([created.statusCode, created.headers.location]).toEqual([303, "/editzone?id=1"]);
  const page = await web.client.get("/editzone?id=1");
  expect(barOf(page.body)).toBe("<b>Success</b>: Saved");
  expect(page.body).toContain("Peer 6 address");

  const saved = await web.client.submit("/editzone?id=1", {
    zones_zone_1_neighbor_peer_1_address: "198.51.100.7",
    zones_zone_1_neighbor_sip_media_encryption_mode: "Best effort",
    zones_zone_1_type: "DNS",
  });
  expect([saved.statusCode, saved.headers.location]).toEqual([303, "/editzone?id=1"]);
  const { configuration } = web.device;
  expect(configuration.get("Zones Zone 1 Neighbor Peer 1 Address")).toBe("198.51.100.7");
  expect(configuration.get("Zones Zone 1 Neighbor SIP Media Encryption Mode")).toBe("BestEffort");
  expect(configuration.get("Zones Zone 1 Type")).toBe("Neighbor");
});

test.each([
  ["Neighbor", "Zone profile"],
  ["Traversal client", "Retry interval (seconds)"],
  ["Traversal server", "TCP keep alive interval (seconds)"],
  ["ENUM", "DNS suffix"],
  ["DNS", "Include address record"],
])("the page of a zone of type %s has its fields", async (type, label) => {
  await create("Zone A", type);
  const { body } = await web.client.get("/editzone?id=1");
  expect(body).toContain(`>${type}</output>`);
  expect(body).toContain(`>${label}</label>`);
});

test("G3.7 the list shows each zone with its peer addresses, and the default one", async () => {
  await create("Head office", "Neighbor");
  await create("Cafe <é>", "DNS");
  await web.client.submit("/editzone?id=1", {
    zones_zone_1_h323_mode: "Off",
    zones_zone_1_neighbor_peer_1_address: "198.51.100.7",
    zones_zone_1_neighbor_peer_2_address: "198.51.100.8",
  });
  const { body } = await web.client.get("/zones");
  const cells = listRows(body).map((row) => row.slice(1));
  expect(cells).toEqual([
    ["DefaultZone", "Default zone", "", "0", "0 kbps", "On", "On", "No search rules configured", "View/Edit"],
    [
      "Head office",
      "Neighbor",
      "198.51.100.7, 198.51.100.8",
      "0",
      "0 kbps",
      "Off",
      "On",
      "No search rules configured",
      "View/Edit",
    ],
    ["Cafe &lt;é>", "DNS", "", "0", "0 kbps", "On", "On", "No search rules configured", "View/Edit"],
  ]);
});

test("the state by H.323 follows the systems of a zone, beside their addresses and in the list", async () => {
  const first = await headOffice(web.world, "198.51.100.7");
  await create("Head office", "Neighbor");
  await web.client.submit("/editzone?id=1", {
    zones_zone_1_neighbor_peer_1_address: "198.51.100.7",
    zones_zone_1_neighbor_peer_2_address: "198.51.100.8",
  });
  const shown = async () => listRows((await web.client.get("/zones")).body)[1]?.[6];
  expect(await shown()).toBe("Checking");
  await web.world.clock.advance(minutes(1));
  expect(await shown()).toBe("Active1 of 2 unreachable");
  const { body } = await web.client.get("/editzone?id=1");
  expect([...body.matchAll(/<span class="state[^>]*>(\w+)</g)].map(([, word]) => word)).toEqual(["Active", "Failed"]);
  first.stop();
  await web.world.clock.advance(minutes(2));
  expect(await shown()).toBe("Failed");
});

test("names are unique and needed, as the model says; what was typed stays", async () => {
  await create("Head office", "Neighbor");
  const again = await create("Head office", "DNS");
  expect(barOf(again.body)).toContain("already has the name &quot;Head office&quot;");
  expect(shownIn(again.body, "ZoneName")).toBe("Head office");
  expect(shownIn(again.body, "Type")).toBe("DNS");
  expect(barOf((await create("", "DNS")).body)).toContain("ZoneName");
});

test("Delete asks, Cancel leads back, OK deletes", async () => {
  await create("Head office", "Neighbor");
  await create("Branch", "Neighbor");
  const page = formIdOf((await web.client.get("/zones")).body);
  const asked = await web.client.send("/zones", {
    sessionid: page,
    askfirst: "yes",
    submitbutton: "Delete",
    zone: ["1", "2"],
  });
  expect(asked.body).toContain("Delete Head office, Branch?");
  expect(asked.body).toContain('href="/zones"');
  expect(web.device.configuration.rows.of("Zones Zone")).toEqual([1, 2]);
  const sent = [...asked.body.matchAll(/<input type="hidden" name="zone" value="(\d+)"/g)].map(([, zone = ""]) => zone);
  const done = await web.client.send("/zones", {
    sessionid: formIdOf(asked.body),
    submitbutton: "Delete",
    formbutton: "OK",
    zone: sent,
  });
  expect(done.statusCode).toBe(303);
  expect(web.device.configuration.rows.of("Zones Zone")).toEqual([]);
  expect(barOf((await web.client.get("/zones")).body)).toBe("<b>Success</b>: Zones deleted");
});
