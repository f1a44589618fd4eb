import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { AnnouncedPeer } from "./lab-process.ts";
import { logIn, openWindow } from "./log-in.ts";

/** Most waits are over in a second; a busy machine takes its time. */
const PATIENCE = { timeout: 60_000, interval: 400 };

/** One alarm as its page shows it. */
export interface ShownAlarm {
  readonly id: number;
  /** Title and description. */
  readonly text: string;
}

/** Looks again and again until what is seen is as expected. */
export function expectEventually<Seen>(look: () => Promise<Seen>) {
  return expect.poll(look, PATIENCE);
}

/** Loads the page again and again until what is to be seen on it is as expected. */
export function expectAfterRefresh<Seen>(operator: Operator, look: () => Promise<Seen>) {
  return expectEventually(async () => {
    await operator.refresh();
    return look();
  });
}

/** Somebody who works on one peer with a browser, and does only what the guide tells: menus, fields, buttons. */
export class Operator {
  #desk: { readonly peer: AnnouncedPeer; readonly page: Page } | undefined;

  /** Opens a browser window at the address of a peer. */
  async visit(peer: AnnouncedPeer, browser: Browser): Promise<void> {
    const page = await openWindow(browser, { viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE.timeout);
    await page.goto(`https://${peer.address}:${peer.ports.https}/`);
    this.#desk = { peer, page };
  }

  get peer(): AnnouncedPeer {
    if (!this.#desk) throw new Error("the operator has not visited a peer");
    return this.#desk.peer;
  }

  private get page(): Page {
    if (!this.#desk) throw new Error("the operator has not visited a peer");
    return this.#desk.page;
  }

  async logIn(): Promise<void> {
    await logIn(this.page, "admin", this.peer.accounts.admin);
    await this.page.getByRole("navigation", { name: "Main menu" }).waitFor();
  }

  /** Goes through the menus: `open("Configuration", "Call routing")`. */
  async open(menu: string, ...below: readonly [string, ...string[]]): Promise<void> {
    const button = this.page.getByRole("button", { name: menu, exact: true });
    const list = this.page.getByRole("listitem").filter({ has: button });
    await button.hover();
    await this.#follow(list.getByRole("link", { name: below.at(-1) ?? menu, exact: true }));
    // After half an hour of the lab's time without a look a session has expired.
    if ((await this.page.title()) === "Login") {
      await this.logIn();
      return this.open(menu, ...below);
    }
    const place = [menu, ...below].join(" > ");
    if ((await this.whereabouts()) !== place) throw new Error(`the menus do not lead to ${place}`);
  }

  /** Loads the page again. */
  async refresh(): Promise<void> {
    await this.page.reload();
  }

  /** Fills fields or chooses in drop-downs, by label. `section` tells fields with the same label apart. */
  async enter(values: Readonly<Record<string, string>>, section?: string): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const field = this.#field(label, section);
      await field.waitFor();
      const isDropDown = (await field.and(this.page.getByRole("combobox")).count()) > 0;
      if (isDropDown) await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /** What stands in a field. */
  valueOf(label: string, section?: string): Promise<string> {
    return this.#field(label, section).inputValue();
  }

  /** Deletes the secret that a page has. */
  async deleteSecret(): Promise<void> {
    await this.page.getByLabel("Delete", { exact: true }).check();
  }

  /** Presses a button of a form. */
  async press(button: string): Promise<void> {
    await this.#follow(this.page.getByRole("button", { name: button, exact: true }));
  }

  /** Clicks, and waits for the page that comes then: it may well look like the one before. */
  async #follow(element: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent("domcontentloaded"), element.click()]);
  }

  /** Presses Save and reads the bar that says that it was done. */
  async save(): Promise<void> {
    await this.press("Save");
    await this.#readSaved();
  }

  /** The same where a question comes first; it is answered with OK. */
  async saveAndConfirm(): Promise<void> {
    await this.press("Save");
    await this.page.getByRole("alertdialog").waitFor();
    await this.press("OK");
    await this.#readSaved();
  }

  /** What the bar at the top of the page says. */
  async bar(): Promise<string> {
    return (await this.page.locator("table.bar").innerText()).trim();
  }

  async #readSaved(): Promise<void> {
    const bar = await this.bar();
    if (bar !== "Success: Saved") throw new Error(`the bar says "${bar}"`);
  }

  /** Clicks a link of the page. */
  async follow(link: string): Promise<void> {
    await this.#follow(this.page.getByRole("main").getByRole("link", { name: link, exact: true }));
  }

  /** Chooses a file of this machine. */
  async choose(label: string, path: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).setInputFiles(path);
  }

  /** Sets the check box of a row. */
  async select(row: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: `Select ${row}` }).check();
  }

  /** Presses a button that answers with a file. */
  async download(button: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const waiting = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: button, exact: true }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  /** The way to the page as the page itself tells it. */
  async whereabouts(): Promise<string> {
    const text = await this.page.getByText("You are here:").innerText();
    return text.replace("You are here:", "").trim();
  }

  /** Maintenance > Restart options > Restart, OK; then waits for the login page and logs in. */
  async restart(): Promise<void> {
    await this.#beginRestart();
    await this.page.waitForURL("**/login/");
    await this.logIn();
  }

  /** The same where the peer comes back at another address: there the operator looks for it. */
  async restartAt(address: string): Promise<void> {
    const { page, peer } = this;
    await this.#beginRestart();
    const url = `https://${address}:${peer.ports.https}/`;
    await expectEventually(() => page.goto(url).then(Boolean, () => false)).toBe(true);
    this.#desk = { page, peer: { ...peer, address } };
    await this.logIn();
  }

  async #beginRestart(): Promise<void> {
    await this.open("Maintenance", "Restart options");
    await this.press("Restart");
    await this.press("OK");
    await this.page.getByRole("heading", { name: "Restarting" }).waitFor();
  }

  /** The value of a row of the page's status tables, or of its status part. */
  async status(name: string): Promise<string> {
    const row = this.page.getByRole("row").filter({ has: this.page.getByRole("cell", { name, exact: true }) });
    const term = this.page.locator("dt", { hasText: new RegExp(`^${name}$`) });
    return row.getByRole("cell").last().or(term.locator("xpath=following-sibling::dd[1]")).innerText();
  }

  /** System > Clustering: the words to the right of the addresses, from the top. */
  async peerStates(): Promise<readonly string[]> {
    return this.page.locator(".row .state").allInnerTexts();
  }

  /** The bottom bar's clock, milliseconds. */
  async systemTime(): Promise<number> {
    const fact = this.page.getByRole("contentinfo").getByRole("listitem").filter({ hasText: "System time:" });
    return Date.parse((await fact.innerText()).replace("System time:", "").trim());
  }

  /** Status > Alarms: those of the peer itself. The others have a way to their peer in place of a check box. */
  async alarms(): Promise<readonly ShownAlarm[]> {
    await this.open("Status", "Alarms");
    const rows = await this.#table();
    const own = rows.filter((row) => row[""] === "");
    return own.map(({ ID, Alarm, Description }) => ({ id: Number(ID), text: `${Alarm} - ${Description}` }));
  }

  /** The numbers of the alarms that stand. */
  async alarmIds(): Promise<readonly number[]> {
    const alarms = await this.alarms();
    return alarms.map(({ id }) => id).toSorted((a, b) => a - b);
  }

  /** Configuration > Zones > Zones: the names in the list. */
  async zones(): Promise<readonly string[]> {
    await this.open("Configuration", "Zones", "Zones");
    return this.names();
  }

  /** Status > Calls: who calls whom. */
  async calls(): Promise<readonly string[]> {
    await this.open("Status", "Calls", "Calls");
    const rows = await this.#table();
    return rows.map(({ Source, Destination }) => `${Source} to ${Destination}`);
  }

  /** The names in the list of the page. */
  async names(): Promise<readonly string[]> {
    const rows = await this.#table();
    return rows.map(({ Name = "" }) => Name);
  }

  /** Configuration > Zones > Zones > New. */
  async createZone(name: string, type: string): Promise<void> {
    await this.open("Configuration", "Zones", "Zones");
    await this.press("New");
    await this.enter({ Name: name, Type: type });
    await this.press("Create zone");
    await this.#readSaved();
  }

  /** A picture of the page for the documentation, when somebody asked for new ones. */
  async takePicture(file: string): Promise<void> {
    if (process.env["UPDATE_IMAGES"] !== "1") return;
    // Away from the menus, or one of them stays open.
    await this.page.mouse.move(640, 790);
    const path = fileURLToPath(new URL(`../../docs/images/${file}`, import.meta.url));
    await this.page.screenshot({ path, fullPage: true });
  }

  #field(label: string, section?: string): Locator {
    const place = section === undefined ? this.page : this.page.getByRole("group", { name: section, exact: true });
    return place.getByLabel(label, { exact: true });
  }

  /** The list of a page: each row by the headings. */
  async #table(): Promise<readonly Readonly<Record<string, string>>[]> {
    const list = this.page.locator("table.list");
    if ((await list.count()) === 0) return [];
    const headings = await list.getByRole("columnheader").allInnerTexts();
    const rows = await list.locator("tbody tr").allInnerTexts();
    // The text of a row has a tab between its cells.
    return rows.map((row) => {
      const cells = row.split("\t");
      return Object.fromEntries(headings.map((heading, column) => [heading, cells[column]?.trim() ?? ""]));
    });
  }
}
