import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { seconds } from "../../../../emulator/world/duration.ts";
import { call, connectedCall } from "../../head-office.ts";
import { HEAD_OFFICE, startCallingWebPeer } from "./calling-web-peer.ts";
import { barOf, formIdOf, listRows, tableRows } from "./web-client.ts";
import type { WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startCallingWebPeer();
});

afterEach(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;

describe("Status > Calls", () => {
  test("G3.10 lists calls; those that are ticked end with Disconnect, and the history keeps them", async () => {
    expect(await page("/calls")).toContain("There are no calls.");
    const first = await connectedCall(web.device, web.world);
    const second = await connectedCall(web.device, web.world, { source: "carol@example.com", protocol: "SIP" });
    await web.world.clock.advance(seconds(59));
    const start = expect.stringMatching(/^2013-12-09 10:02:0\d GMT$/) as unknown;
    const shared = ["bob@head.example.com", "Traversal"];
    expect(listRows(await page("/calls")).map((row) => row.slice(1))).toEqual([
      [start, "1 minute", "alice@example.com", ...shared, "H.323", "192.0.2.1", "View"],
      [start, "59 seconds", "carol@example.com", ...shared, "SIP", "192.0.2.1", "View"],
    ]);
    const ended = await web.client.submit("/calls", { call: first }, "Disconnect");
    expect([ended.statusCode, ended.headers.location]).toEqual([303, "/calls"]);
    expect(web.device.calls.active().map(({ serialNumber }) => serialNumber)).toEqual([second]);
    const after = await page("/calls");
    expect(barOf(after)).toBe("<b>Success</b>: Call disconnected");
    expect(listRows(after)).toHaveLength(1);
    expect(listRows(await page("/callhistory"))[0]?.slice(2, 8)).toEqual([
      "1 minute",
      "alice@example.com",
      "bob@head.example.com",
      "Traversal",
      "H.323",
      "Operator disconnected",
    ]);
    expect(web.device.log.newest(3).join()).toContain('Event="Operator Call Disconnect"');
  });

  test("ends nothing without a tick", async () => {
    await connectedCall(web.device, web.world);
    const refused = await web.client.submit("/calls", {}, "Disconnect");
    expect(barOf(refused.body)).toBe("<b>Failed</b>: no call is selected");
    expect(web.device.calls.active()).toHaveLength(1);
  });

  test("a call that has ended by itself is no error", async () => {
    const serial = await connectedCall(web.device, web.world, { duration: seconds(30) });
    const form = formIdOf(await page("/calls"));
    await web.world.clock.advance(seconds(30));
    const ended = await web.client.send("/calls", { sessionid: form, call: serial, submitbutton: "Disconnect" });
    expect(ended.statusCode).toBe(303);
    expect(await page("/calls")).toContain("There are no calls.");
    expect(await page("/callhistory")).toContain("Normal call clearing");
  });

  test("shows the calls of one type, as /statustablexml links to them", async () => {
    await connectedCall(web.device, web.world);
    expect(listRows(await page("/calls?licensed_as_traversal=true"))).toHaveLength(1);
    expect(await page("/calls?licensed_as_traversal=false")).toContain("There are no calls.");
  });

  test("details tell of bandwidth, license and route, in progress and afterwards", async () => {
    const serial = await connectedCall(web.device, web.world, { bandwidth: 2000 });
    const body = await page(`/calldetails?id=${serial}`);
    expect(Object.fromEntries(tableRows(body))).toMatchObject({
      State: "Connected",
      Source: "alice@example.com",
      "Requested bandwidth": "2000 kbps",
      "Allocated bandwidth": "1500 kbps",
      License: "1 rich media session",
    });
    expect(listRows(body)).toEqual([
      ["DefaultSubZone", "DefaultSZtoTraversalSZ", ""],
      ["TraversalSubZone", "Zone001ToTraversalSZ", "To head office"],
      ["Head office", "", ""],
    ]);
    web.device.calls.disconnect(serial, { user: "admin" });
    const over = Object.fromEntries(tableRows(await page(`/calldetails?id=${serial}`)));
    expect(over).toMatchObject({
      Status: "Operator disconnected",
      Route: "DefaultSubZone, TraversalSubZone, Head office",
    });
    expect((await web.client.get("/calldetails?id=nobody")).statusCode).toBe(404);
  });

  test("a refused call is in the history with its reason", async () => {
    const outcome = await call(web.device, web.world, { destination: "nobody@elsewhere.example.com" });
    expect(outcome).toMatchObject({ ok: false, code: "not found" });
    expect(listRows(await page("/callhistory"))[0]?.[7]).toBe("Not found");
  });
});

test("a long history has pages", async () => {
  web.device.configuration.set([{ path: "SystemUnit Maintenance Mode", value: "On" }], { user: "admin" });
  for (let made = 0; made < 250; made++) await call(web.device, web.world, { source: `caller-${made}` });
  const first = await page("/callhistory");
  expect(listRows(first)).toHaveLength(200);
  expect(listRows(first)[0]?.[3]).toBe("caller-249");
  expect(first).toContain('<a href="/callhistory?page=2">Next</a>');
  const second = await page("/callhistory?page=2");
  expect(listRows(second).map((row) => row[3])).toEqual(
    Array.from({ length: 50 }, (_, place) => `caller-${49 - place}`),
  );
  for (const nonsense of ["0", "-1", "x", "1.5", "99"])
    expect(listRows(await page(`/callhistory?page=${nonsense}`)).length).toBeGreaterThan(0);
});

test("searches are listed with what they did", async () => {
  await connectedCall(web.device, web.world);
  const body = await page("/searchhistory");
  expect(listRows(body)[0]?.slice(1)).toEqual(["Setup", "alice@example.com", "bob@head.example.com", "Found", "View"]);
  const [, link = ""] = /href="(\/searchdetails\?tag=[^"]+)"/.exec(body) ?? [];
  const details = await page(link);
  expect(Object.fromEntries(tableRows(details))).toMatchObject({
    Status: "Found",
    "Found in": `Head office, as ${HEAD_OFFICE}:1719 answers`,
  });
  expect(listRows(details)).toEqual([
    ["Search rule LocalZoneMatch", "LocalZone: bob@head.example.com is not registered"],
    ["Search rule Head office", `Head office: ${HEAD_OFFICE}:1719 confirms`],
  ]);
  expect((await web.client.get("/searchdetails?tag=x")).statusCode).toBe(404);
});

describe("what calls take", () => {
  beforeEach(async () => {
    await connectedCall(web.device, web.world, { bandwidth: 1000 });
    await connectedCall(web.device, web.world, { bandwidth: 1000 });
  });

  test("shows at zones, subzones, links and pipes, on the status pages and in the lists", async () => {
    const used = async (url: string, name: string, from = 0) =>
      listRows(await page(url))
        .find((row) => row[from] === name)
        ?.slice(from + 1);
    expect(await used("/localzone", "TraversalSubZone")).toEqual(["2", "1500 kbps", "1500 kbps"]);
    expect(await used("/localzone", "ClusterSubZone")).toEqual(["0", "0 kbps", "0 kbps"]);
    expect((await used("/zonestatus", "Head office"))?.slice(0, 6)).toEqual([
      "Neighbor",
      "2",
      "1500 kbps",
      "1500 kbps",
      "Active",
      "Off",
    ]);
    expect(await used("/linkstatus", "Zone001ToTraversalSZ")).toEqual([
      "2",
      "1500 kbps",
      "1500 kbps",
      "Head office",
      "TraversalSubZone",
      "To head office",
    ]);
    expect(await used("/pipestatus", "To head office")).toEqual([
      "2",
      "1500 kbps",
      "1500 kbps",
      "1500 kbps",
      "Unlimited",
    ]);
    expect((await used("/links", "Zone001ToTraversalSZ", 1))?.slice(4, 6)).toEqual(["2", "1500 kbps"]);
    expect((await used("/pipes", "To head office", 1))?.slice(0, 4)).toEqual([
      "1500 kbps",
      "Unlimited",
      "2",
      "1500 kbps",
    ]);
    expect((await used("/zones", "Head office", 1))?.slice(0, 6)).toEqual([
      "Neighbor",
      HEAD_OFFICE,
      "2",
      "1500 kbps",
      "Active",
      "Off",
    ]);
  });

  test("shows in maintenance mode and before a restart", async () => {
    expect(Object.fromEntries(tableRows(await page("/maintenancemode")))).toMatchObject({
      "Number of active calls": "2",
    });
    expect(Object.fromEntries(tableRows(await page("/restartoptions")))).toMatchObject({ "Number of calls": "2" });
    const asked = await web.client.submit("/restartoptions", { askfirst: "yes" }, "Restart");
    expect(asked.body).toContain("All calls on this system will end (now 2).");
  });

  test("shows on the Overview and in /statustablexml with the same figures", async () => {
    web.device.calls.disconnect(web.device.calls.active()[0]?.serialNumber ?? "", { user: "admin" });
    const overview = await page("/overview");
    for (const url of ["/overview", "/resourceusage"]) {
      const text = Object.fromEntries(tableRows(await page(url)))["Rich media sessions"] ?? "";
      expect(text).toContain("Current 1, peak 2, since last restart 2");
      expect(text).toContain("License usage current 10%, peak 20%");
      expect(text).toContain("In the cluster 1 of 10 licenses");
      expect(text).toContain("This system can carry 150");
    }
    expect(Object.fromEntries(tableRows(overview))["Options"]).toBe(
      "10 Rich Media Sessions, 0 TURN Relays, Encryption.",
    );
    const [, content] = readXml(await page("/statustablexml")).children ?? [];
    const rows = (content?.children ?? []).map((row) => row.children ?? []);
    const items = rows.map((row) => [row[1]?.text ?? "", row[2]?.children?.[0]?.text ?? ""]);
    expect(items.slice(7, 15)).toEqual([
      ["Current video", "1"],
      ["Current audio (SIP)", "0"],
      ["Peak video", "2"],
      ["Peak audio (SIP)", "0"],
      ["Since last restart video", "2"],
      ["Since last restart audio (SIP)", "0"],
      ["License usage current", "10%"],
      ["License usage peak", "20%"],
    ]);
  });
});
