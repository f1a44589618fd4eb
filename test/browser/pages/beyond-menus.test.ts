import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { menu } from "../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName, pageTitle } from "../../../emulator/surfaces/web/menus/page-place.ts";
import { needs } from "../../interop/program.ts";
import { hasBrowser, needsBrowser } from "../browser.ts";
import { expectGoodLooks } from "./expect-good-looks.ts";
import { filled, fillPeer } from "./fill-peer.ts";
import { expectGoodForm } from "./form-tester.ts";
import { PageTester } from "./page-tester.ts";
import type { Look } from "./what-pages-show.ts";
import { loopback } from "../../loopback.ts";

/** Opens a page of the menus and clicks one of its links. */
const byLink =
  (page: string, link: string | RegExp): Look =>
  async (tester) => {
    const entry = menu.find((one) => pageName(one) === page);
    if (!entry) throw new Error(`there is no page ${page}`);
    await tester.clickTo(entry);
    await tester.follow(tester.page.getByRole("link", { name: link }).first());
  };

const reads =
  (...texts: readonly string[]): Look =>
  async (tester) => {
    const content = await tester.content();
    for (const text of texts) expect(content).toContain(text);
  };

const saves =
  (typed: Readonly<Record<string, string>>, bar: RegExp): Look =>
  async (tester) => {
    for (const [label, value] of Object.entries(typed))
      await tester.page.getByLabel(label, { exact: true }).fill(value);
    await tester.press("Save");
    expect(await tester.bar()).toMatch(bar);
  };

const isForm: Look = async (tester) => {
  expect(await expectGoodForm(tester)).toBe(true);
};

/** By address, the pages that other pages lead to: how one comes there, and what is there. */
const ways: Readonly<Record<string, readonly [way: Look, look: Look]>> = {
  registrationdetails: [byLink("registrationsbydevice", "View"), reads(filled.caller, "SIP AOR", "DefaultSubZone")],
  calldetails: [byLink("calls", "View"), reads(filled.caller, filled.called, "video")],
  searchdetails: [byLink("searchhistory", /View the search for dave/), reads(filled.unknown, "LocalZoneMatch")],
  turnrelays: [
    byLink("turnrelayusage", filled.turnClient),
    reads(filled.turnClient, filled.turnUser, ":60000", "0 packets, 0 bytes"),
  ],
  incidentdetail: [byLink("incidentview", "View incident report 1"), reads(filled.failure, "Download incident report")],
  editprotectioncategory: [byLink("protectionoverview", "Web login failure"), isForm],
  firewallrulesconfirmation: [
    async (tester) => {
      await tester.page.goto(`${tester.peer.httpsUrl}/firewallrules`);
      await tester.press("Activate firewall rules");
      await tester.press("OK");
    },
    async (tester) => {
      expect(await tester.content()).toMatch(/previous rules come back in \d+ seconds/);
      await tester.press("Rollback changes");
      expect(await tester.bar()).toBe("Success: The previous firewall rules are in force again");
    },
  ],
  defaultzone: [byLink("zonestatus", "DefaultZone"), isForm],
  createadministratoraccount: [
    async (tester) => {
      await tester.page.goto(`${tester.peer.httpsUrl}/adminaccounts`);
      await tester.press("New");
    },
    async (tester) => {
      const account = { Name: "eve", Password: "secret", "Your current password": "TANDBERG" };
      await saves({ ...account, "Confirm password": "other" }, /^Failed: .*match/)(tester);
      await saves({ ...account, "Confirm password": "secret" }, /^Success: Saved$/)(tester);
      expect(await tester.byCli("Authentication Account Admin Account 1 Name")).toContain('"eve"');
    },
  ],
  generatecsr: [
    byLink("servercertificate", "Generate CSR"),
    async (tester) => {
      await tester.press("Generate CSR");
      expect(await tester.bar()).toBe("Failed: Common name: a name is expected");
      await tester.page.getByLabel("Common name").fill("vcs.example.com");
      await tester.press("Generate CSR");
      expect(await tester.bar()).toMatch(/^Success: /);
      expect(await tester.content()).toContain("Discard CSR");
    },
  ],
  edituser: [byLink("adminaccounts", "Edit user eve"), saves({ Name: "" }, /^Failed: /)],
  changepassword: [byLink("adminaccounts", "Change password admin"), saves({}, /^Failed: /)],
};

/** With lists they are walked row by row. */
const elsewhere = /^(Create|Edit) (?!administrator account|user|category)/;

const hidden = menu.filter(
  (entry) =>
    entry.hidden === true &&
    isPartOf(entry, { product: "vcs-expressway", hardware: "virtual-machine" }) &&
    !elsewhere.test(pageTitle(entry)),
);

describe("every page that another one leads to", () => {
  needsBrowser();
  needs("sshpass");
  let tester: PageTester;

  beforeAll(async () => {
    if (!hasBrowser) return;
    tester = await PageTester.start(loopback(3), "vcs-expressway");
    await fillPeer(tester.peer);
  });

  afterAll(() => tester?.stop());

  test.each(hidden.map((entry) => [entry.menu.join(" > "), entry] as const))("%s", async (_name, entry) => {
    const [way, look] = ways[pageName(entry)] ?? [];
    if (!way || !look) throw new Error(`nobody has said how one comes to /${pageName(entry)}`);
    await way(tester);
    await expectGoodLooks(tester);
    await look(tester);
  });

  test("Help opens a window of its own, about the page that it was asked from", async () => {
    await byLink("zones", "View/Edit")(tester);
    const opening = tester.page.context().waitForEvent("page");
    await tester.page.getByRole("link", { name: "Help" }).click();
    const help = await opening;
    await tester.page.goto(help.url());
    await help.close();
    await expectGoodLooks(tester);
    await reads("Help: Default Zone", "xConfiguration Zones DefaultZone", "Address", "/defaultzone")(tester);
  });
});
