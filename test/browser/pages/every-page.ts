import { afterAll, beforeAll, describe, test } from "vitest";
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

/**
 * Looks at every page of some main menus: it is reached by clicking; it looks good; a form shows, saves and refuses, anything
 * else shows what it is there for. Files of tests run side by side, so the menus are shared out among several.
 */
export function everyPage(isOneOfThem: (mainMenu: string) => boolean): void {
  const some = productPages.map(({ entries, ...product }) => ({
    ...product,
    shown: entries.filter(({ menu: [main], hidden }) => hidden !== true && isOneOfThem(main)),
  }));
  describe.each(some.filter(({ shown }) => shown.length > 0))("$product, $hardware", ({ product, hardware, shown }) => {
    needsBrowser();
    needs("sshpass");
    let tester: PageTester;

    beforeAll(async () => {
      if (!hasBrowser) return;
      tester = await PageTester.start(loopback(1), product, hardware);
      if (product === "vcs-expressway") await fillPeer(tester.peer);
    });

    afterAll(() => tester?.stop());

    test.each(shown.map((entry) => [entry.menu.join(" > "), entry] as const))("%s", async (_name, entry) => {
      await tester.clickTo(entry);
      await expectGoodLooks(tester);
      if (await expectGoodForm(tester)) return;
      const look = isList(entry) ? nothingIsSelected : whatPagesShow[pageName(entry)];
      if (!look) throw new Error(`nobody has said what /${pageName(entry)} is to show`);
      await look(tester);
    });
  });
}
