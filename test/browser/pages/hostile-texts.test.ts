import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configurationItems } from "../../../emulator/model/configuration/index.ts";
import { THE_SYSTEM } from "../../../emulator/peer/core/actor.ts";
import { menu } from "../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName } from "../../../emulator/surfaces/web/menus/page-place.ts";
import type { PageEntry } from "../../../emulator/surfaces/web/page-directory.ts";
import { hasBrowser, needsBrowser } from "../browser.ts";
import { PageTester } from "./page-tester.ts";
import { loopback } from "../../loopback.ts";

/** Each would leave a mark in the window if any page let it run. */
const HOSTILE = ["<script>ran=1</script>", '"><svg onload=ran=1>'] as const;

const ZONE_TYPES = ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"];

/** Rows whose texts have forms of their own, which none of these has. */
const plainRows = {
  "Firewall Rule 1 Address": "192.0.2.1",
  "IntrusionProtection Exemption 1 Address": "192.0.2.2",
  "Applications B2BUA MicrosoftLync Transcoder 1 Address": "192.0.2.3",
  "Applications B2BUA TURN Server 1 Address": "192.0.2.4",
  "Authentication Account Admin Group 1 Name": "Operators",
  "Authentication Account FindMe Group 1 Name": "Users",
};

/** Pages that need more than the number of a row are opened by links, in tests of their own. */
const DETAILS =
  /details$|^edituser$|^changepassword$|^editprotectioncategory$|^turnrelays$|^incidentdetail$|^firewallrulesconfirmation$/;

const pages = menu.filter(
  (entry) =>
    isPartOf(entry, { product: "vcs-expressway", hardware: "virtual-machine" }) && !DETAILS.test(pageName(entry)),
);

describe("texts that are meant to run", () => {
  needsBrowser();
  let tester: PageTester;
  let kept = 0;

  beforeAll(async () => {
    if (!hasBrowser) return;
    tester = await PageTester.start(loopback(5), "vcs-expressway");
    const { configuration, registrations } = tester.peer.device();
    const set = (path: string, value: string): boolean => configuration.set([{ path, value }], THE_SYSTEM).ok;
    for (const [place, type] of ZONE_TYPES.entries()) set(`Zones Zone ${place + 1} Type`, type);
    for (const [at, { path, values }] of configurationItems.entries())
      if (values.kind === "text" && set(path.replaceAll(/\[\d+\.\.\d+\]/g, "1"), HOSTILE[at % 2] ?? "")) kept++;
    for (const [path, value] of Object.entries(plainRows)) expect([path, set(path, value)]).toEqual([path, true]);
    for (const alias of HOSTILE) registrations.register({ alias, protocol: "SIP", address: "127.0.0.1" });
  });

  afterAll(() => tester?.stop());

  const urlOf = (entry: PageEntry): string => `/${pageName(entry)}${pageName(entry).startsWith("edit") ? "?id=1" : ""}`;

  test.each(pages.map(urlOf))("%s runs none", async (url) => {
    const { page } = tester;
    await page.goto(tester.peer.httpsUrl + url);
    expect(await page.getByRole("navigation", { name: "Main menu" }).count()).toBe(1);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(tester.complaints()).toEqual([]);
  });

  test("they were there to be run", async () => {
    expect(kept).toBeGreaterThan(60);
    await tester.page.goto(`${tester.peer.httpsUrl}/zones`);
    expect(await tester.content()).toContain("ran=1");
    await tester.page.goto(`${tester.peer.httpsUrl}/eventlog`);
    for (const text of HOSTILE) expect(await tester.content()).toContain(text.replaceAll('"', "'").slice(2));
    // The proof itself: a page that let one run would be found out.
    await tester.page.evaluate(`document.body.insertAdjacentHTML("beforeend", '<img src="/none" onerror="ran=1">')`);
    await expect.poll(() => tester.complaints()).not.toEqual([]);
  });
});
