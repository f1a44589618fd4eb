import type { SentFields } from "./form-body.ts";
import type { Reply } from "./reply.ts";
import type { SavedFile } from "./saved-file.ts";
import { StepError } from "./step-error.ts";
import type { WebBrowser } from "./web-browser.ts";
import type { WebButton, WebControl, WebForm } from "./web-form.ts";
import type { WebPage } from "./web-page.ts";

/** A field to be filled in or chosen, or a check box to be set or not. */
export interface Filled {
  readonly label: string;
  /** Tells fields with the same label apart. */
  readonly section?: string;
  /** A file for a file chooser. */
  readonly value: string | SavedFile;
}

/** What somebody does on a page. */
export interface Handling {
  readonly fill: readonly Filled[];
  /** Texts of rows of a list whose check boxes are set. */
  readonly tick: readonly string[];
  /** A button, or a link. */
  readonly press: string;
  /** The answer to the question that comes before it is done. */
  readonly confirm?: "OK" | "Cancel" | undefined;
  /** Takes the file that comes, where one does. */
  readonly keep?: (file: SavedFile) => void;
}

/** Where everybody begins. */
const START = "/overview";

/** Somebody who works on the pages of one peer as a person does: menus, labels, buttons, questions. */
export class WebOperator {
  #page: WebPage | undefined;
  #menu: ReadonlyMap<string, string> | undefined;

  constructor(private readonly browser: WebBrowser) {}

  /** Goes through the menus, `System > Clustering`, or to an address, `/editzone?id=1`. */
  async open(place: string): Promise<WebPage> {
    const page = await this.browser.load(place.startsWith("/") ? place : await this.#addressOf(place));
    this.#page = page;
    return page;
  }

  /** Fills in the page that is open, presses a button and answers the question, if one is expected. */
  async handle({ fill, tick, press, confirm, keep }: Handling): Promise<Reply> {
    const page = this.#page;
    if (!page) throw new StepError("no page is open");
    const form = page.forms.find(({ buttons }) => buttons.some(({ label }) => label === press));
    if (!form) return this.#follow(page, press);
    const changed = changedValues(form, fill, tick);
    const button = form.buttons.find(({ label }) => label === press);
    const next = await this.browser.send(page, form, fieldsOf(form, changed, button));
    if (next.file) {
      keep?.(next.file);
      return { ok: true, text: `${next.file.name}, ${next.file.bytes.byteLength} bytes` };
    }
    this.#page = next;
    if (next.question === undefined) {
      if (confirm === undefined) return replyOf(page, next);
      return { ok: false, text: `nothing was asked; ${replyOf(page, next).text}` };
    }
    return confirm === undefined ? { ok: false, text: `asked: ${next.question}` } : this.#answer(page, next, confirm);
  }

  async #answer(before: WebPage, dialog: WebPage, answer: "OK" | "Cancel"): Promise<Reply> {
    if (answer === "Cancel") {
      await this.#follow(dialog, answer);
      return { ok: true, text: "cancelled" };
    }
    const [form] = dialog.forms.filter(({ buttons }) => buttons.some(({ label }) => label === answer));
    if (!form) throw new StepError(`the question "${dialog.question}" has no ${answer}`);
    const button = form.buttons.find(({ label }) => label === answer);
    this.#page = await this.browser.send(dialog, form, fieldsOf(form, new Map(), button));
    return replyOf(before, this.#page);
  }

  async #follow(page: WebPage, link: string): Promise<Reply> {
    const address = page.link(link);
    if (address === undefined) {
      const buttons = page.forms.flatMap((form) => form.buttons.map(({ label }) => label));
      throw new StepError(`${page.place || page.title} has no button or link "${link}"; buttons: ${listed(buttons)}`);
    }
    this.#page = await this.browser.load(new URL(address, `https://peer${page.url}`).href.slice("https://peer".length));
    return { ok: true, text: this.#page.title };
  }

  async #addressOf(place: string): Promise<string> {
    this.#menu ??= (await this.browser.load(START)).menu;
    const address = this.#menu.get(place);
    if (address !== undefined) return address;
    throw new StepError(`the menus have no page "${place}"; there are: ${[...this.#menu.keys()].join(", ")}`);
  }
}

/** Done is what a bar calls a success, a peer that goes down, and a way to another page. */
function replyOf(before: WebPage, after: WebPage): Reply {
  if (after.bar) return { ok: after.bar.ok, text: after.bar.text };
  return { ok: after.title !== before.title || after.url !== before.url, text: after.place || after.title };
}

/** The values that differ from those on the page, by control. */
function changedValues(
  form: WebForm,
  fill: readonly Filled[],
  tick: readonly string[],
): ReadonlyMap<WebControl, string | SavedFile | undefined> {
  const changed = new Map<WebControl, string | SavedFile | undefined>();
  for (const filled of fill) {
    const control = findField(form, filled);
    changed.set(control, valueFor(control, filled));
  }
  for (const text of tick) {
    const box = form.controls.find(({ kind, row }) => kind === "checkbox" && row.includes(text));
    if (!box) throw new StepError(`no row to tick has "${text}"; rows: ${listed(form.controls.map(rowText))}`);
    changed.set(box, box.valueWhenSet);
  }
  return changed;
}

function findField({ controls }: WebForm, { label, section }: Filled): WebControl {
  const visible = controls.filter(({ kind, row }) => kind !== "hidden" && row.length === 0);
  const found = visible.filter(
    (control) => control.label === label && (section ?? control.section) === control.section,
  );
  const [only] = found;
  const where = section === undefined ? "" : ` in "${section}"`;
  if (!only)
    throw new StepError(`there is no field "${label}"${where}; fields: ${listed(visible.map((each) => each.label))}`);
  if (found.length > 1) {
    const sections = listed(found.map((each) => each.section));
    throw new StepError(
      `more than one field is called "${label}": put it below the name of its section, one of ${sections}`,
    );
  }
  return only;
}

function valueFor(
  { kind, label, options, valueWhenSet }: WebControl,
  { value }: Filled,
): string | SavedFile | undefined {
  if ((kind === "file") !== (typeof value !== "string"))
    throw new StepError(`"${label}" takes ${kind === "file" ? "a file: put it below upload" : "no file"}`);
  if (typeof value !== "string") return value;
  if (kind === "checkbox") return value === "true" ? valueWhenSet : undefined;
  if (kind === "choice" && !options.includes(value))
    throw new StepError(`"${label}" does not offer "${value}"; one of: ${listed(options)}`);
  return value;
}

function fieldsOf(
  { controls }: WebForm,
  changed: ReadonlyMap<WebControl, string | SavedFile | undefined>,
  button: WebButton | undefined,
): SentFields {
  const fields = controls.flatMap((control): [string, string | SavedFile][] => {
    const value = changed.has(control) ? changed.get(control) : control.value;
    return value === undefined ? [] : [[control.name, value]];
  });
  return button ? [...fields, [button.name, button.value]] : fields;
}

const rowText = ({ row }: WebControl): string => row.filter(Boolean).join(" ");

const listed = (texts: readonly string[]): string => [...new Set(texts)].filter(Boolean).join(", ") || "none";
