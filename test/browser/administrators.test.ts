import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startRealPeer, type RealPeer } from "../interop/real-peer.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { logIn, openWindow } from "./log-in.ts";
import { loopback } from "../loopback.ts";

needsBrowser();

let peer: RealPeer;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  peer = await startRealPeer(loopback(1));
  browser = await launchBrowser();
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await peer.stop();
  expect(peer.log.errors).toEqual([]);
});

/** A browser window of somebody's own, at the page that comes after they have tried to log in. */
async function windowOf(name: string, password: string): Promise<Page> {
  const page = await openWindow(browser);
  await page.goto(peer.httpsUrl);
  await logIn(page, name, password);
  return page;
}

async function openAccounts(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Users", exact: true }).hover();
  await page.getByRole("link", { name: "Administrator accounts" }).click();
}

const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
};

const barOf = (page: Page): Promise<string> => page.locator("table.bar").innerText();

const namesOn = (page: Page): Promise<string[]> => page.locator('td[data-column="Name"]').allInnerTexts();

async function create(page: Page, name: string): Promise<void> {
  await openAccounts(page);
  await page.getByRole("button", { name: "New" }).click();
  await fill(page, { Name: name, Password: "secret", "Confirm password": "secret" });
  await fill(page, { "Your current password": "TANDBERG" });
  await page.getByRole("button", { name: "Save" }).click();
  expect(await barOf(page)).toBe("Success: Saved");
}

test("G4.7 administrators are made, come in, are restricted, and all but the default one are deleted", async () => {
  const admin = await windowOf("admin", "TANDBERG");
  await create(admin, "eve");
  await create(admin, "<b>mallory</b>");
  expect(await namesOn(admin)).toEqual(["admin", "<b>mallory</b>", "eve"]);

  const eve = await windowOf("eve", "secret");
  await eve.goto(`${peer.httpsUrl}/administration`);
  await eve.getByLabel("System name").fill("by eve");
  await eve.getByRole("button", { name: "Save" }).click();
  expect(await barOf(eve)).toBe("Success: Saved");

  await admin.getByRole("link", { name: "Edit user eve" }).click();
  await admin.getByLabel("Access level").selectOption("Read-only");
  await fill(admin, { "Your current password": "TANDBERG" });
  await admin.getByRole("button", { name: "Save" }).click();
  await eve.goto(`${peer.httpsUrl}/administration`);
  expect(await eve.getByRole("contentinfo").innerText()).toContain("eve (Read-only)");
  expect(await eve.getByRole("button", { name: "Save" }).count()).toBe(0);
  expect(await eve.getByLabel("System name").isDisabled()).toBe(true);
  await eve.goto(`${peer.httpsUrl}/upgrade`);
  expect(await barOf(eve)).toBe("Failed: your account has Read-only access: this page is not open to it");

  await admin.getByRole("link", { name: "Change password eve" }).click();
  await fill(admin, { "New password": "other", "Confirm new password": "other", "Your current password": "TANDBERG" });
  await admin.getByRole("button", { name: "Save" }).click();
  expect(await barOf(admin)).toBe("Success: Password changed successfully");
  expect(await (await windowOf("eve", "secret")).getByRole("alert").innerText()).toContain("Login failed");

  await admin.getByRole("button", { name: "Users", exact: true }).hover();
  await admin.getByRole("link", { name: "Active administrator sessions" }).click();
  await admin.getByLabel(/^Select the session of eve/).check();
  await admin.getByRole("button", { name: "Terminate session" }).click();
  expect(await barOf(admin)).toBe("Success: Session terminated");
  await eve.reload();
  expect(await eve.title()).toBe("Login");

  await openAccounts(admin);
  await admin.getByRole("link", { name: "Select all", exact: true }).click();
  await admin.getByRole("button", { name: "Delete", exact: true }).click();
  expect(await admin.getByRole("alertdialog").innerText()).toContain("Delete <b>mallory</b>, eve?");
  await admin.getByRole("button", { name: "OK" }).click();
  expect(await barOf(admin)).toBe("Success: Administrator accounts deleted");
  expect(await namesOn(admin)).toEqual(["admin"]);
  const refused = await windowOf("eve", "other");
  await expect.poll(() => refused.title()).toBe("Login");
});
