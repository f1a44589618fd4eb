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
import { rowsToCreate } from "./what-pages-show.ts";
import { loopback } from "../../loopback.ts";

/** The page of the list that a page makes a row of. */
function listOf({ menu: place }: PageEntry): PageEntry {
  const list = menu.find((entry) => entry.menu.join() === place.slice(0, -1).join());
  if (!list) throw new Error(`${place.join(" > ")} belongs to no list`);
  return list;
}

/** An account is made with passwords typed twice, in a test of its own. */
const elsewhere = ["createadministratoraccount"];

const creatingOf = (entries: readonly PageEntry[]): readonly PageEntry[] =>
  entries.filter((entry) => pageTitle(entry).startsWith("Create ") && !elsewhere.includes(pageName(entry)));

/** Makes, changes and deletes a row of every list of some main menus. */
export function everyList(isOneOfThem: (mainMenu: string) => boolean): void {
  const some = productPages.map(({ product, entries }) => ({
    product,
    entries: creatingOf(entries).filter(({ menu: [main] }) => isOneOfThem(main)),
  }));
  describe.each(some.filter(({ entries }) => entries.length > 0))("$product", ({ product, entries }) => {
    needsBrowser();
    needs("sshpass");
    let tester: PageTester;

    beforeAll(async () => {
      if (!hasBrowser) return;
      tester = await PageTester.start(loopback(2), product);
      if (product === "vcs-expressway") await fillPeer(tester.peer);
    });

    afterAll(() => tester?.stop());

    test.each(entries.map((entry) => [pageTitle(entry), entry] as const))("%s", async (title, entry) => {
      const { page } = tester;
      const typed = rowsToCreate[pageName(entry)];
      if (!typed) throw new Error(`nobody has said what to type on /${pageName(entry)}`);
      const list = listOf(entry);

      await tester.clickTo(list);
      await tester.press("New");
      await expectGoodLooks(tester);
      for (const [label, value] of Object.entries(typed)) {
        const field = page.locator("form.page-form").getByLabel(label, { exact: true });
        const isDropDown = (await field.evaluate((element) => element.tagName)) === "SELECT";
        await (isDropDown ? field.selectOption(value) : field.fill(value));
      }
      await tester.press(title);
      expect(await tester.bar()).toBe("Success: Saved");

      await tester.clickTo(list);
      const [name = ""] = Object.values(typed);
      const row = page.locator("table.list tbody tr").filter({ hasText: name });
      const id = (await row.getByRole("link", { name: /^View\/Edit/ }).getAttribute("href"))?.split("id=")[1] ?? "";
      await tester.follow(row.getByRole("link", { name: /^View\/Edit/ }));
      await expectGoodLooks(tester);
      expect(await expectGoodForm(tester)).toBe(true);

      await tester.clickTo(list);
      await expectGoodLooks(tester);
      const before = await page.locator("table.list tbody tr").count();
      await page.locator(`table.list input[type="checkbox"][value="${id}"]`).check();
      await tester.pressSurely("Delete");
      expect(await tester.bar()).toMatch(/^Success: .* deleted$/);
      expect(await page.locator("table.list tbody tr").count()).toBe(before - 1);
    });
  });
}
