import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Peer } from "../../emulator/peer/peer.ts";
import { QUICK_TIMES } from "../../emulator/peer/maintenance/times.ts";
import { IN_MEMORY } from "../../emulator/store/store.ts";
import { HttpsServer } from "../../emulator/surfaces/https/https-server.ts";
import { addWebRoutes } from "../../emulator/surfaces/web/web.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createRealWorld, type RealWorld } from "../../emulator/world/world.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { logIn, openWindow } from "./log-in.ts";
import { loopback } from "../loopback.ts";

const ADDRESS = loopback(1);
const PORT_OFFSET = 20_000;
const BASE = `https://${ADDRESS}:${PORT_OFFSET + 443}`;

describe("the pages in a browser", () => {
  needsBrowser();

  const log = new MemoryLog();
  let world: RealWorld;
  let peer: Peer;
  let browser: Browser;

  beforeAll(async () => {
    if (!hasBrowser) return;
    world = createRealWorld({ log, portOffset: PORT_OFFSET });
    peer = await Peer.powerOn(
      {
        identity: {
          serialNumber: "0A1B2C3D",
          softwareVersion: "X8.1",
          product: "expressway-e",
          platform: "medium",
          hardware: "virtual-machine",
        },
        address: ADDRESS,
        dataDirectory: IN_MEMORY,
        times: { ...QUICK_TIMES, restart: 2500, reboot: 2500 },
        surfaces: [(device) => new HttpsServer(device, world.listeners, [addWebRoutes])],
      },
      world,
    );
    browser = await launchBrowser();
  });

  afterAll(async () => {
    if (!hasBrowser) return;
    await browser.close();
    await peer.powerOff();
    world.stop();
    expect(log.errors).toEqual([]);
  });

  /** A page of somebody who is logged in, in a browser window of its own, and what its console said. */
  async function openAsAdmin(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const page = await openWindow(browser, options);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(BASE);
    await logIn(page);
    expect(page.url()).toBe(`${BASE}/overview`);
    return { page, complaints };
  }

  test("menus open by pointer and by keyboard", async () => {
    const { page } = await openAsAdmin();
    await page.getByRole("button", { name: "System", exact: true }).hover();
    await page.getByRole("link", { name: "Clustering" }).click();
    expect(page.url()).toBe(`${BASE}/clustering`);
    await page.getByRole("button", { name: "Maintenance", exact: true }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${BASE}/upgrade`);
    await page.context().close();
  });

  test("without a script a peer becomes the first of a cluster, as the guide has it", async () => {
    const { page } = await openAsAdmin({ javaScriptEnabled: false });
    await page.goto(`${BASE}/callrouting`);
    await page.getByLabel("Call signaling optimization").selectOption("On");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Success: Saved").waitFor();

    await page.goto(`${BASE}/maintenancemode`);
    await page.getByLabel("Maintenance mode").selectOption("On");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "OK" }).click();
    await page.getByText("Success: Saved").waitFor();

    await page.goto(`${BASE}/clustering`);
    await page.getByLabel("Cluster name").fill("cluster1.example.com");
    await page.getByLabel("Configuration primary").selectOption("1");
    await page.getByLabel("Cluster pre-shared key").fill("s3cret");
    await page.getByLabel("Peer 1 IP address").fill(ADDRESS);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("This system", { exact: true }).waitFor();

    await page.goto(`${BASE}/alarms`);
    await page.getByRole("link", { name: "Select all", exact: true }).click();
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await page.getByText("acknowledged").first().waitFor();
    expect(await page.getByText(/This system has \d+ alarm/).count()).toBe(0);
    expect(peer.device?.configuration.get("Call Routed Mode")).toBe("Optimal");
    await page.context().close();
  });

  test("a restart is confirmed, waited for, and ends at the login page", async () => {
    const { page } = await openAsAdmin();
    const before = peer.device;
    await page.goto(`${BASE}/restartoptions`);
    await page.getByRole("button", { name: "Restart" }).click();
    await page.getByRole("link", { name: "Cancel" }).click();
    expect(peer.device).toBe(before);
    await page.getByRole("button", { name: "Restart" }).click();
    await page.getByRole("button", { name: "OK" }).click();
    await page.getByRole("heading", { name: "Restarting" }).waitFor();
    expect(await page.getByRole("progressbar").isVisible()).toBe(true);
    await page.waitForURL(`${BASE}/login/`);
    expect(peer.device).not.toBe(before);
    await page.context().close();
  });
});
