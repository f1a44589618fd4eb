import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { menu } from "../../../emulator/surfaces/web/menus/menu.ts";
import { pageName, pageTitle } from "../../../emulator/surfaces/web/menus/page-place.ts";
import type { PageEntry } from "../../../emulator/surfaces/web/page-directory.ts";
import { needs } from "../../interop/program.ts";
import { hasBrowser, needsBrowser } from "../browser.ts";
import { expectGoodLooks } from "./expect-good-looks.ts";
import { fillPeer } from "./fill-peer.ts";
import { expectGoodForm } from "./form-tester.ts";
import { PageTester } from "./page-tester.ts";
import { productPages } from "./products.ts";
import { nothingIsSelected, whatPagesShow } from "./what-pages-show.ts";
import { loopback } from "../../loopback.ts";

/** Lists whose rows come and go are looked at row by row in a test of their own. */
const isList = ({ menu: place }: PageEntry): boolean =>
  menu.some((other) => pageTitle(other).startsWith("Create ") && other.menu.slice(0, -1).join() === place.join());

describe.each(productPages)("every page of the menus: $product, $hardware", ({ product, hardware, entries }) => {
  needsBrowser();
  needs("sshpass");
  let tester: PageTester;

  beforeAll(async () => {
    if (!hasBrowser) return;
    tester = await PageTester.start(loopback(1), product, hardware);
    if (product === "vcs-expressway") await fillPeer(tester.peer);
  });

  afterAll(() => tester?.stop());

  // It is reached by clicking; it looks good; a form shows, saves and refuses, anything else shows what it is there for.
  const shown = entries.filter(({ hidden }) => hidden !== true);
  test.each(shown.map((entry) => [entry.menu.join(" > "), entry] as const))("%s", async (_name, entry) => {
    await tester.clickTo(entry);
    await expectGoodLooks(tester);
    if (await expectGoodForm(tester)) return;
    const look = isList(entry) ? nothingIsSelected : whatPagesShow[pageName(entry)];
    if (!look) throw new Error(`nobody has said what /${pageName(entry)} is to show`);
    await look(tester);
  });

  test("axe would find a picture without words and ink like paper", async () => {
    await tester.page.goto(`${tester.peer.httpsUrl}/overview`);
    await tester.page.evaluate(
      `document.querySelector("main").innerHTML += '<img src="/static/icon.svg"><p class="faint">faint</p>';
       document.querySelector(".faint").style.color = "#eee";`,
    );
    const found = await tester.violations();
    expect(found.map((violation) => violation.split(":")[0])).toEqual(["color-contrast", "image-alt"]);
  });
});
