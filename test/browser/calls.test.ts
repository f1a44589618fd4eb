import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NeighborGatekeeper } from "../../emulator/lab/surroundings/neighbor.ts";
import { makeOptionKey } from "../../emulator/peer/calls/licensing/option-key.ts";
import { Peer } from "../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../emulator/store/store.ts";
import { HttpsServer } from "../../emulator/surfaces/https/https-server.ts";
import { addWebRoutes } from "../../emulator/surfaces/web/web.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createRealWorld, type RealWorld } from "../../emulator/world/world.ts";
import { connectedCall, headOffice, towardsHeadOffice } from "../emulator/head-office.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { logIn, openWindow } from "./log-in.ts";
import { expectEventually } from "./operator.ts";
import { loopback } from "../loopback.ts";

const ADDRESS = loopback(1);
const HEAD_OFFICE = loopback(7);
const SERIAL = "0A1B2C3D";
const PORT_OFFSET = 20_000;
const BASE = `https://${ADDRESS}:${PORT_OFFSET + 443}`;

describe("calls, keys and tools in a browser", () => {
  needsBrowser();

  const log = new MemoryLog();
  let world: RealWorld;
  let peer: Peer;
  let gatekeeper: NeighborGatekeeper;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    if (!hasBrowser) return;
    world = createRealWorld({ log, portOffset: PORT_OFFSET });
    gatekeeper = await headOffice(world, HEAD_OFFICE);
    peer = await Peer.powerOn(
      {
        identity: {
          serialNumber: SERIAL,
          softwareVersion: "X8.1",
          product: "expressway-e",
          platform: "medium",
          hardware: "virtual-machine",
        },
        address: ADDRESS,
        dataDirectory: IN_MEMORY,
        configuration: [...towardsHeadOffice(HEAD_OFFICE, SERIAL), { path: "SystemUnit Name", value: "vcs-edge-1" }],
        surfaces: [(device) => new HttpsServer(device, world.listeners, [addWebRoutes])],
      },
      world,
    );
    await world.clock.advance(1000);
    browser = await launchBrowser();
    page = await openWindow(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(BASE);
    await logIn(page);
  });

  afterAll(async () => {
    if (!hasBrowser) return;
    await browser.close();
    await peer.powerOff();
    gatekeeper.stop();
    world.stop();
    expect(log.errors).toEqual([]);
  });

  const device = () => {
    if (!peer.device) throw new Error("the peer is down");
    return peer.device;
  };
  /** The rows of the list on the page, the headings left out. */
  const rows = () => page.locator("table.list tbody tr");
  const bar = () => page.locator("table.bar").innerText();

  async function follow(menu: string, link: string): Promise<void> {
    await page.getByRole("button", { name: menu, exact: true }).hover();
    await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).first().click();
  }

  test("G3.10 Status > Calls: tick one of two, Disconnect, and only the other goes on", async () => {
    await connectedCall(device(), world);
    await connectedCall(device(), world, { source: "carol@example.com" });
    await follow("Status", "Calls");
    expect(await rows().count()).toBe(2);
    await page.getByRole("checkbox", { name: "Select alice@example.com to bob@head.example.com" }).check();
    await page.getByRole("button", { name: "Disconnect" }).click();
    expect(await bar()).toBe("Success: Call disconnected");
    expect(await rows().allInnerTexts()).toEqual([expect.stringContaining("carol@example.com")]);
    await page.getByRole("link", { name: "View carol@example.com to bob@head.example.com" }).click();
    expect(await page.getByRole("row", { name: "TraversalSubZone" }).first().innerText()).toContain("To head office");
    await page.goto(`${BASE}/callhistory`);
    expect(await rows().first().innerText()).toContain("Operator disconnected");
  });

  test("Maintenance > Option keys: a key for another box is refused, one for this is added and deleted", async () => {
    await follow("Maintenance", "Option keys");
    await page.getByLabel("Add option key").fill(makeOptionKey("I1800", "FFFFFFFF") ?? "");
    await page.getByRole("button", { name: "Add option" }).click();
    expect(await bar()).toContain("Failed: Unable to add option key: the key was not made for serial number 0A1B2C3D");
    const key = makeOptionKey("I1800", SERIAL) ?? "";
    await page.getByLabel("Add option key").fill(key);
    await page.getByRole("button", { name: "Add option" }).click();
    expect(await page.getByText("10 Rich Media Sessions, 1800 TURN Relays, Encryption.").count()).toBe(1);
    await page.getByRole("checkbox", { name: `Select ${key}` }).check();
    await page.getByRole("button", { name: "Delete" }).click();
    expect(await bar()).toBe("Success: Option key deleted");
    expect(await rows().count()).toBe(1);
  });

  test("Maintenance > Tools > Check pattern shows what a pattern makes of an alias", async () => {
    await follow("Maintenance", "Check pattern");
    await page.getByLabel("Alias").fill("alice@example.com");
    await page.getByLabel("Pattern type").selectOption("Suffix");
    await page.getByLabel("Pattern string").fill("@example.com");
    await page.getByLabel("Pattern behavior").selectOption("Strip");
    await page.getByRole("button", { name: "Check pattern" }).click();
    expect(await page.getByRole("row", { name: "Alias" }).innerText()).toMatch(/\balice$/);
  });

  test("Maintenance > Tools > Locate: the page looks again by itself until the search is over", async () => {
    await follow("Maintenance", "Locate");
    // Nobody answers until the page has been seen to wait.
    world.clock.setSpeed(0);
    gatekeeper.stop();
    await page.getByLabel("Alias", { exact: true }).fill("bob@head.example.com");
    await page.getByRole("button", { name: "Locate" }).click();
    expect(await page.getByText("Searching...").count()).toBe(1);
    gatekeeper = await headOffice(world, HEAD_OFFICE);
    world.clock.setSpeed(10);
    await expectEventually(() => page.getByText("Search completed").count()).toBe(1);
    expect(await rows().last().innerText()).toContain("Head office");
    world.clock.setSpeed(1);
  });
});
