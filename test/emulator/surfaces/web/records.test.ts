import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../../../../emulator/peer/core/configuration-change.ts";
import { listRows, shownIn } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

/** More than a page of them. */
const ZONES = 230;

const zonesOfAll = Array.from({ length: ZONES }, (_, at): Change[] => [
  { path: `Zones Zone ${at + 1} Name`, value: `Zone ${at + 1}` },
  { path: `Zones Zone ${at + 1} Type`, value: "Neighbor" },
]).flat();

const rules: Change[] = [
  { path: "Zones Policy SearchRules Rule 1 Name", value: "<b>To the branch</b>" },
  { path: "Zones Policy SearchRules Rule 1 Priority", value: "40" },
  { path: "Zones Policy SearchRules Rule 1 Pattern String", value: "(.*)@branch" },
];

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer({ configuration: [...zonesOfAll, ...rules] });
  await web.client.logIn();
});

afterAll(() => web.close());

const page = async (url: string): Promise<string> => (await web.client.get(url)).body;

const names = (html: string, column = 1): readonly (string | undefined)[] => listRows(html).map((row) => row[column]);

describe("a list of more than one page", () => {
  test("shows 200 records, and leads to the next", async () => {
    const first = await page("/zones");
    expect(names(first)).toHaveLength(1 + 200);
    expect(first).toContain("Records 1 to 200 of 230");
    expect(first).toContain('href="/zones?page=2"');
    expect(names(await page("/zones?page=2"))).toHaveLength(1 + 30);
  });

  test("is sorted by a click on a heading, and the other way round by another", async () => {
    const up = await page("/zones?sort=Name");
    expect(up).toContain('aria-sort="ascending"><a href="/zones?sort=Name&amp;order=descending">Name</a>');
    expect(names(up).slice(0, 3)).toEqual(["DefaultZone", "Zone 1", "Zone 2"]);
    const down = await page("/zones?sort=Name&order=descending");
    expect(down).toContain('aria-sort="descending"><a href="/zones?sort=Name">Name</a>');
    expect(names(down).slice(0, 3)).toEqual(["DefaultZone", "Zone 230", "Zone 229"]);
  });

  test("is filtered, keeps the order while it is, and has a way back", async () => {
    const filtered = await page("/zones?sort=Name&order=descending&filter=ONE+22");
    expect(names(filtered).slice(1)).toEqual(["Zone 229", "Zone 228", "Zone 227", "Zone 226", "Zone 225", "Zone 224", "Zone 223", "Zone 222", "Zone 221", "Zone 220", "Zone 22"]); // prettier-ignore
    expect(filtered).toContain("11 of 230 have “ONE 22” in them.");
    expect(filtered).toContain('<input type="hidden" name="order" value="descending"/>');
    expect(filtered).toContain('<a href="/zones?sort=Name&amp;order=descending">Reset</a>');
    expect(filtered).toContain('href="/zones?sort=Name&amp;order=descending&amp;filter=ONE+22&amp;select=all"');
  });

  test("shows a hostile filter as it was typed", async () => {
    const html = await page(`/zones?filter=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain("<script>");
    expect(html).toContain("0 of 230");
  });
});

describe("status lists", () => {
  test.each(["zonestatus", "linkstatus", "localzone"])("%s is sorted too", async (name) => {
    const first = /href="(\/\w+\?sort=[^"]*)"/.exec(await page(`/${name}`))?.[1] ?? "none";
    expect(await page(first)).toContain('aria-sort="ascending"');
  });
});

describe("Clone", () => {
  test("begins another search rule as a copy of one", async () => {
    expect(await page("/searchrules")).toContain('<a href="/createsearchrule?clone=1" aria-label="Clone ');
    const clone = await page("/createsearchrule?clone=1");
    expect(shownIn(clone, "name")).toBe("&lt;b>To the branch&lt;/b>");
    expect(shownIn(clone, "priority")).toBe("40");
    expect(shownIn(clone, "pattern_string")).toBe("(.*)@branch");
    const fresh = await page("/createsearchrule?clone=7");
    expect(shownIn(fresh, "priority")).toBe("100");
  });
});

describe("a long page", () => {
  const asked = (encoding: string) =>
    web.app.inject({
      url: "/zones",
      cookies: Object.fromEntries(web.client.cookies),
      headers: { "accept-encoding": encoding },
    });

  test("is packed for whom it may be, and weighs less than 60 kB then", async () => {
    const packed = await asked("gzip, deflate");
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.length).toBeLessThan(60_000);
    expect(names(gunzipSync(packed.rawPayload).toString())).toHaveLength(201);
  });

  test.each(["", "identity", "gzip;q=0", "br, gzip; q=0.0"])("is sent as it is to whom takes %j", async (encoding) => {
    const plain = await asked(encoding);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(names(plain.body)).toHaveLength(201);
  });
});
