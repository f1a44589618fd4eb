import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { uptimeText } from "../../../../emulator/surfaces/web/pages/status/uptime-text.ts";
import { days, minutes, seconds } from "../../../../emulator/world/duration.ts";
import { ADDRESS, startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer({
    configuration: [
      { path: "SystemUnit Name", value: `a<b>&"c"` },
      { path: "Alternates Peer 1 Address", value: ADDRESS },
      { path: "Alternates Peer 2 Address", value: "192.0.2.2" },
    ],
  });
  await web.client.logIn();
});

afterEach(() => web.close());

const tablesOf = (html: string): string[] =>
  html.match(/<table class="status_table" summary="A status table">.*?<\/table>/gs) ?? [];

describe("the Overview page", () => {
  test("has tables that are well-formed by themselves, with the cells that programs know", async () => {
    await web.world.clock.advance(days(34) + minutes(17) + seconds(46));
    await web.client.logIn();
    const tables = tablesOf((await web.client.get("/overview")).body);
    expect(tables.map((table) => /<th id="tt\d+_h" colspan="2">([^<(]*)/.exec(table)?.[1]?.trim())).toEqual([
      "System mode",
      "System information",
      "Resource usage",
      "Cluster",
    ]);
    for (const table of tables) expect(readXml(table).name).toBe("table");
    const [, information = ""] = tables;
    expect(information).toContain('<td id="tt2r1c1"><a href="system">System name</a></td>');
    expect(information).toContain('<td id="tt2r1c2">a&lt;b>&amp;&quot;c&quot;</td>');
    expect(information).toContain('<td id="tt2r2c2">34 days 17 minutes 46 seconds</td>');
    expect(information).toMatch(/<td id="tt2r6c2">0 Rich Media Sessions, .*\.<\/td>/);
    for (const [, link = ""] of information.matchAll(/href="([^"]*)"/g))
      expect((await web.client.get(`/${link}`)).statusCode).toBe(200);
  });

  test("shows the peers of a cluster", async () => {
    const [, , , cluster = ""] = tablesOf((await web.client.get("/overview")).body);
    expect(cluster).toContain(`Peer 1 (${ADDRESS})`);
    expect(cluster).toContain("This system");
    expect(cluster).toContain("Peer 2 (192.0.2.2)");
  });
});

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [3600, "1 hour"],
  [90_061, "1 day 1 hour 1 minute 1 second"],
])("an up time of %d seconds reads %s", (span, text) => {
  expect(uptimeText(span)).toBe(text);
});

describe("/statustablexml", () => {
  test("is one XML table of nine columns, the sections apart by a blank row", async () => {
    const { body, headers } = await web.client.get("/statustablexml");
    expect(headers["content-type"]).toContain("xml");
    const [head, content] = readXml(body).children ?? [];
    expect(head?.children?.[0]?.children?.[0]?.text).toBe("Resource usage (last updated: 10:00:00 GMT)");
    expect(body).toContain('<th colspan="9">');
    const rows = (content?.children ?? []).map((row) => row.children ?? []);
    for (const row of rows) expect(row).toHaveLength(9);
    const sections = rows.map((row) => row[0]?.children?.[0]?.text);
    expect(sections.filter(Boolean)).toEqual([
      "Non-traversal calls",
      "Traversal calls",
      "Registrations",
      "TURN relays",
    ]);
    const blank = rows.flatMap((row, place) => (row.every((cell) => !cell.text && !cell.children) ? [place] : []));
    expect(blank).toEqual([0, 6, 15, 21]);
    const items = rows.map((row) => [row[1]?.text ?? "", row[2]?.children?.[0]?.text ?? ""]);
    expect(items.slice(1, 6)).toEqual([
      ["Current", "0"],
      ["Peak", "0"],
      ["Since last restart", "0"],
      ["License usage current", "0%"],
      ["License usage peak", "0%"],
    ]);
  });
});
