import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { THE_SYSTEM } from "../../emulator/peer/core/actor.ts";
import { type RealPeer, startRealPeer } from "../interop/real-peer.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { logIn, openWindow } from "./log-in.ts";
import { loopback } from "../loopback.ts";

needsBrowser();

let peer: RealPeer;
let appliance: RealPeer;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  peer = await startRealPeer(loopback(3));
  appliance = await startRealPeer(loopback(1), [], "expressway-e", "appliance");
  browser = await launchBrowser();
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  for (const each of [peer, appliance]) {
    await each.stop();
    expect(each.log.errors).toEqual([]);
  }
});

/** A window of somebody who is logged in, at a page; its time is moved by the test. */
async function openPage(name: string, on: RealPeer = peer): Promise<Page> {
  const page = await openWindow(browser);
  await page.goto(on.httpsUrl);
  await logIn(page);
  await page.clock.install();
  await page.goto(`${on.httpsUrl}/${name}`);
  return page;
}

/** Lets five seconds pass for the page, and waits for what it asks then. */
async function lookAgain(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().headers()["x-live"] !== undefined);
  await page.clock.runFor(5000);
  await answered;
}

test("an open page shows an alarm that rises and changes of the cluster, and keeps what is being typed", async () => {
  const page = await openPage("clustering");
  await page.getByLabel("Cluster name").fill("not saved yet");
  expect(await page.getByText(/This system has/).count()).toBe(1);
  const before = await page.getByText(/This system has/).innerText();
  const { configuration } = peer.device();
  const set = configuration.set([{ path: "Alternates Peer 1 Address", value: peer.address }], THE_SYSTEM);
  expect(set.ok).toBe(true);
  await lookAgain(page);
  await page.getByText("This system", { exact: true }).waitFor();
  expect(await page.getByText(/This system has/).innerText()).not.toBe(before);
  expect(await page.getByLabel("Cluster name").inputValue()).toBe("not saved yet");
  await page.context().close();
});

test("an open Status > Hardware shows a fan that fails, and the alarm that it raises, until it runs again", async () => {
  const page = await openPage("hardware", appliance);
  const fan = page.getByRole("row").filter({ hasText: "Fan 2" });
  const alarms = page.locator('[data-live="alarms"]');
  const before = await alarms.innerText();
  expect(await fan.innerText()).toMatch(/7200 RPM.*Normal/s);
  const end = appliance.box.falsifyReading({ sensor: "Fan 2", reads: 0 });
  await lookAgain(page);
  await fan.getByText("Out of range").waitFor();
  expect(await fan.innerText()).toMatch(/\b0 RPM/);
  expect(await alarms.innerText()).not.toBe(before);
  end();
  await lookAgain(page);
  await fan.getByText("Normal").waitFor();
  expect(await alarms.innerText()).toBe(before);
  await page.context().close();
});

test("a page that is left open does not keep its session alive, and takes nothing from the next look", async () => {
  const page = await openPage("overview");
  const [session] = peer.device().sessions.all().slice(-1);
  const lastAccess = session?.lastAccess;
  await lookAgain(page);
  await lookAgain(page);
  expect(session?.lastAccess).toBe(lastAccess);
  session?.terminate("admin");
  await lookAgain(page);
  expect(page.url()).toBe(`${peer.httpsUrl}/overview`);
  await page.reload();
  expect(await page.title()).toBe("Login");
  await page.context().close();
});

test.each(["help?page=overview", "nosuchpage"])("/%s has nothing to follow, and asks for nothing", async (name) => {
  const page = await openPage(name);
  const asked: string[] = [];
  // The picture of the tab comes when it comes.
  page.on("request", (request) => request.url().includes("/static/") || asked.push(request.url()));
  await page.clock.runFor(20_000);
  // The browser has been in between: whatever it was to ask, it has asked.
  expect(await page.evaluate("1 + 1")).toBe(2);
  expect(asked).toEqual([]);
  await page.context().close();
});
