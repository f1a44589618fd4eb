import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { THE_SYSTEM } from "../../emulator/peer/logging/event-log.ts";
import { needs } from "../interop/program.ts";
import { startRealPeer, type RealPeer } from "../interop/real-peer.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { logIn, openWindow } from "./log-in.ts";

needs("chromium");

let peer: RealPeer;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  peer = await startRealPeer("127.0.75.3");
  browser = await launchBrowser();
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await peer.stop();
  expect(peer.log.errors).toEqual([]);
});

/** A window of somebody who is logged in, at a page; its time is moved by the test. */
async function openPage(name: string): Promise<Page> {
  const page = await openWindow(browser);
  await page.goto(peer.httpsUrl);
  await logIn(page);
  await page.clock.install();
  await page.goto(`${peer.httpsUrl}/${name}`);
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
