import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A browser window of somebody's own, which believes the certificate that a peer has made itself. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
  return context.newPage();
}

/** Tries to log in on the page that asks for it: as the default administrator, unless somebody else is named. */
export async function logIn(page: Page, name = "admin", password = "TANDBERG"): Promise<void> {
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Login" }).click();
}
