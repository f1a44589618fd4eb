import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toWords, zoneTypeWords } from "../../../emulator/surfaces/web/form/option-words.ts";
import { menu } from "../../../emulator/surfaces/web/menus/menu.ts";
import { pageName } from "../../../emulator/surfaces/web/menus/page-place.ts";
import type { PageEntry } from "../../../emulator/surfaces/web/page-directory.ts";
import { needs } from "../../interop/program.ts";
import { hasBrowser, needsBrowser } from "../browser.ts";
import { expectGoodLooks } from "./expect-good-looks.ts";
import { expectGoodForm } from "./form-tester.ts";
import { PageTester } from "./page-tester.ts";
import { loopback } from "../../loopback.ts";

const TYPES = ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"];

const [zones] = menu.filter((entry) => pageName(entry) === "zones") as [PageEntry];

describe("the page of a zone, which has the fields of its type", () => {
  needsBrowser();
  needs("sshpass");
  let tester: PageTester;

  beforeAll(async () => {
    if (hasBrowser) tester = await PageTester.start(loopback(4), "vcs-expressway");
  });

  afterAll(() => tester?.stop());

  test.each(TYPES)("%s", async (type) => {
    await create(type);
    await expectGoodLooks(tester);
    expect(await expectGoodForm(tester)).toBe(true);
    await deleteAll();
  });

  test.each(["Neighbor", "DNS"])("%s, with a profile of its own", async (type) => {
    const { page } = tester;
    await create(type);
    const setting = page.getByLabel("SIP poison mode", { exact: true });
    expect(await setting.count()).toBe(0);
    await page.getByLabel("Zone profile", { exact: true }).selectOption("Custom");
    await tester.press("Save");
    await setting.selectOption("On");
    await tester.press("Save");
    expect(await tester.bar()).toBe("Success: Saved");
    expect(await tester.byCli(`Zones Zone 1 ${type} SIP Poison Mode`)).toMatch(/: On$/);
    await expectGoodLooks(tester);
    await deleteAll();
  });

  async function create(type: string): Promise<void> {
    const { page } = tester;
    await tester.clickTo(zones);
    await tester.press("New");
    await page.getByLabel("Name", { exact: true }).fill("A zone");
    await page.getByLabel("Type", { exact: true }).selectOption(toWords(zoneTypeWords, type));
    await tester.press("Create zone");
  }

  async function deleteAll(): Promise<void> {
    await tester.clickTo(zones);
    await tester.follow(tester.page.getByRole("link", { name: "Select all", exact: true }));
    await tester.pressSurely("Delete");
  }
});
