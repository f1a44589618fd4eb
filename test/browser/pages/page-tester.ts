import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Locator, Page } from "playwright-core";
import type { HardwareKind, Product } from "../../../emulator/peer/core/identity.ts";
import { menuLabel, pageName, pageTitle } from "../../../emulator/surfaces/web/menus/page-place.ts";
import type { PageEntry } from "../../../emulator/surfaces/web/page-directory.ts";
import { run } from "../../interop/program.ts";
import { type RealPeer, startRealPeer } from "../../interop/real-peer.ts";
import { launchBrowser } from "../browser.ts";
import { logIn, openWindow } from "../log-in.ts";
import { ssh } from "../ssh.ts";

const require = createRequire(import.meta.url);

/** All of axe, as short as it comes. */
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Each element of a page by the tags, classes and states of itself and of all around it. */
const PLACES = `(() => {
  const name = (element) => {
    const states = ["disabled", "aria-current", "aria-disabled", "aria-invalid", "open", "type"]
      .filter((state) => element.hasAttribute(state))
      .map((state) => state + "=" + element.getAttribute(state));
    return [element.tagName, element.getAttribute("class") ?? "", element.getAttribute("style") ?? "", ...states].join("|");
  };
  const places = new Map([[document.documentElement, ""]]);
  for (const element of document.querySelectorAll("html *"))
    places.set(element, places.get(element.parentElement) + " > " + name(element));
  return [...new Set(places.values())];
})()`;

/** What axe says of an element that somebody could not use. */
interface Violation {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** None of them is what every page is to have. */
export interface Flaws {
  readonly inLight: readonly string[];
  readonly inDark: readonly string[];
  /** On a narrow screen. */
  readonly pixelsTooWide: number;
  readonly onConsole: readonly string[];
}

/** Somebody who looks at every page of a peer, by mouse, and asks the same peer by CLI and XML. */
export class PageTester {
  /** What the browser's console said since it was last asked. */
  readonly #complaints: string[] = [];
  /** Every place of an element among tags and classes that any page has shown. */
  readonly #placesSeen = new Set<string>();

  private constructor(
    readonly peer: RealPeer,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.on("console", (message) => this.#complaints.push(message.text()));
    page.on("pageerror", (error) => this.#complaints.push(error.message));
  }

  static async start(address: string, product: Product, hardware?: HardwareKind): Promise<PageTester> {
    const peer = await startRealPeer(address, [], product, hardware);
    const browser = await launchBrowser();
    const page = await openWindow(browser, { viewport: WIDE });
    page.setDefaultTimeout(15_000);
    await page.goto(peer.httpsUrl);
    await logIn(page);
    return new PageTester(peer, browser, page);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.peer.stop();
    const { errors } = this.peer.log;
    if (errors.length > 0) throw new Error(`the peer has logged errors: ${JSON.stringify(errors)}`);
  }

  /** Goes to a page through the menus, and sees that it is the right one. */
  async clickTo(entry: PageEntry): Promise<void> {
    const [main] = entry.menu;
    const button = this.page.getByRole("button", { name: main, exact: true });
    const menu = this.page.getByRole("listitem").filter({ has: button });
    await button.hover();
    const link = menu.locator(`a[href="/${pageName(entry)}"]`);
    const name = await link.innerText();
    await this.follow(link);
    const place = await this.page.locator("p.where").innerText();
    const heading = await this.page.getByRole("heading", { level: 1 }).innerText();
    if (name !== menuLabel(entry) || place !== `You are here: ${entry.menu.join(" > ")}`)
      throw new Error(`the link "${name}" leads to "${place}"`);
    if (heading !== pageTitle(entry)) throw new Error(`the page ${place} is called "${heading}"`);
  }

  /** Clicks, and waits for the page that comes then. */
  async follow(element: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent("domcontentloaded"), element.click()]);
    // Away from the menus, or one of them stays open over the page.
    await this.page.mouse.move(640, WIDE.height - 5);
  }

  async press(button: string): Promise<void> {
    await this.follow(this.page.getByRole("button", { name: button, exact: true }));
  }

  /** Presses a button, and OK where a question comes first. */
  async pressSurely(button: string): Promise<void> {
    await this.press(button);
    if ((await this.page.getByRole("alertdialog").count()) > 0) await this.press("OK");
  }

  /** The bar at the top of the page; blank where there is none. */
  async bar(): Promise<string> {
    const bar = this.page.locator("table.bar");
    return (await bar.count()) > 0 ? (await bar.innerText()).trim() : "";
  }

  /** What the page holds between menus and bottom bar. */
  content(): Promise<string> {
    return this.page.getByRole("main").innerText();
  }

  /** The list of the page: the cells of each row. */
  async rows(): Promise<readonly (readonly string[])[]> {
    const rows = await this.page.locator("table.list tbody tr").allInnerTexts();
    return rows.map((row) => row.split("\t").map((cell) => cell.trim()));
  }

  /** What the browser's console has said since this was last asked. */
  complaints(): readonly string[] {
    return this.#complaints.splice(0);
  }

  /** What is wrong with the page for anybody: in light and in dark, on a wide screen and on a telephone, on the console. */
  async flaws(): Promise<Flaws> {
    const { page } = this;
    const inLight = await this.violations();
    const inDark = (await this.#showsNewPlaces()) ? await this.#violationsInDark() : [];
    await page.setViewportSize(NARROW);
    const tooWide: number = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    await page.setViewportSize(WIDE);
    return { inLight, inDark, pixelsTooWide: tooWide, onConsole: this.complaints() };
  }

  async #violationsInDark(): Promise<readonly string[]> {
    await this.page.emulateMedia({ colorScheme: "dark" });
    const found = await this.violations(["color-contrast"]);
    await this.page.emulateMedia({ colorScheme: "light" });
    return found;
  }

  /**
   * Ink and paper follow from what an element is, and within what: from the names of tags and classes, and whether it can be
   * used. Where all of that has been seen on pages before, nothing in the dark is new.
   */
  async #showsNewPlaces(): Promise<boolean> {
    const places: readonly string[] = await this.page.evaluate(PLACES);
    const before = this.#placesSeen.size;
    for (const place of places) this.#placesSeen.add(place);
    return this.#placesSeen.size > before;
  }

  /** What is serious or critical to somebody who cannot see or point well. */
  async violations(only?: readonly string[]): Promise<readonly string[]> {
    const options = only === undefined ? {} : { runOnly: only };
    // Once in a page that is looked at. The browser puts it there, so what the peer allows does not matter. A page that
    // refreshes itself may do so between two evaluations, and what was put there is gone.
    const result: { readonly violations: readonly Violation[] } = await this.page.evaluate(
      `(() => {
        if (window.axe === undefined) { ${AXE} }
        return axe.run(document, { resultTypes: ["violations"], ...${JSON.stringify(options)} });
      })()`,
    );
    return result.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ""}`));
  }

  /** An item as `xConfiguration` prints it, by OpenSSH; texts and secrets in quotes. */
  async byCli(path: string): Promise<string> {
    const { address, sshPort } = this.peer;
    const access = { address, ports: { ssh: sshPort }, accounts: { admin: "TANDBERG" } };
    const [line = ""] = await ssh(access, `xConfiguration ${path}`);
    return line.replace(/^\*c xConfiguration /, "");
  }

  /** An item as `/getxml` has it, by curl. */
  async byXml(path: string): Promise<string | undefined> {
    const location = `/Configuration/${path.replaceAll(/ (\d+)/g, "[$1]").replaceAll(" ", "/")}`;
    const url = `${this.peer.httpsUrl}/getxml?location=${encodeURIComponent(location)}`;
    const { stdout } = await run("curl", ["-sSkf", "--user", "admin:TANDBERG", url]);
    const text = / item="\d+">([^<>]*)<\/\w+>/.exec(stdout)?.[1];
    return text?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  }
}
