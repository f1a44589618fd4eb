import { afterAll, beforeAll, expect, test } from "vitest";
import { hardwareKinds, products } from "../../../../emulator/peer/core/identity.ts";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName } from "../../../../emulator/surfaces/web/menus/page-place.ts";
import { PageDirectory } from "../../../../emulator/surfaces/web/page-directory.ts";
import { WebClient } from "./web-client.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

beforeAll(async () => {
  web = await startWebPeer();
});

afterAll(() => web.close());

const linksOf = (html: string): [url: string | undefined, text: string | undefined][] => {
  const [, foot = ""] = html.split('class="related-tasks"');
  return [...foot.matchAll(/<li><a href="([^"]*)">([^<]*)<\/a>/g)].map(([, url, text]) => [url, text]);
};

const peers = products.flatMap((product) => hardwareKinds.map((hardware) => ({ product, hardware })));

test.each(peers)("all related tasks of a page are pages of $product, $hardware", (peer) => {
  const entries = menu.filter((entry) => isPartOf(entry, peer));
  const pages = new PageDirectory(entries);
  for (const entry of entries)
    for (const name of entry.related ?? []) {
      const found = pages.find(name);
      expect(found && pageName(found), `${pageName(entry)} -> ${name}`).toBe(name);
    }
});

test("they stand at the foot, by their titles", async () => {
  await web.client.logIn();
  expect(linksOf((await web.client.get("/zones")).body)).toEqual([
    ["/searchrules", "Search rules"],
    ["/links", "Links"],
    ["/zonestatus", "Zone status"],
  ]);
  expect(linksOf((await web.client.get("/alarms")).body)).toEqual([["/eventlog", "Event Log"]]);
  expect((await web.client.get("/interworking")).body).not.toContain("Related tasks");
});

test("those that are closed to whoever looks are left out", async () => {
  web.device.accounts.add({ Name: "watcher", Password: "secret", AccessLevel: "ReadOnly" }, { user: "admin" });
  const client = new WebClient(web.app);
  await client.logIn("watcher", "secret");
  expect(linksOf((await client.get("/ip")).body)).toEqual([["/dns", "DNS"]]);
});
