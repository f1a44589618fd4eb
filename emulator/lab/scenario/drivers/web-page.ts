import { elementsOf, hasClass, readHtml, textOf, type HtmlElement } from "../../../../protocol/html/html-reader.ts";
import type { SavedFile } from "./saved-file.ts";
import { visibleText } from "./visible-text.ts";
import { readForms, type WebForm } from "./web-form.ts";

/** The bar at the top of a page after an action. */
export interface Bar {
  readonly ok: boolean;
  readonly text: string;
}

/** A page as somebody in front of it sees it. */
export class WebPage {
  readonly title: string;
  /** "You are here": `System > Clustering`; empty on pages without menus. */
  readonly place: string;
  readonly bar: Bar | undefined;
  readonly forms: readonly WebForm[];
  readonly #root: HtmlElement;
  readonly #all: readonly HtmlElement[];

  constructor(
    readonly url: string,
    html: string,
    /** The file that came instead of a page. */
    readonly file?: SavedFile,
  ) {
    this.#root = readHtml(html);
    this.#all = [...elementsOf(this.#root)];
    const first = (is: (element: HtmlElement) => boolean): HtmlElement | undefined => this.#all.find(is);
    const textIn = (element: HtmlElement | undefined): string => (element ? textOf(element) : "");
    this.title = textIn(first(({ tag }) => tag === "title"));
    this.place = textIn(first((element) => hasClass(element, "where"))).replace(/^You are here: /, "");
    const bar = first((element) => element.tag === "table" && hasClass(element, "bar"));
    this.bar = bar && { ok: textOf(bar).startsWith("Success"), text: textOf(bar) };
    this.forms = readForms(this.#root);
  }

  /** What there is to read on it, without the menus. */
  get text(): string {
    return visibleText(this.#find(({ tag }) => tag === "main") ?? this.#root);
  }

  /** The question that is to be answered before anything happens. */
  get question(): string | undefined {
    const dialog = this.#find(({ attributes }) => attributes["role"] === "alertdialog");
    const question = dialog && [...elementsOf(dialog)].find(({ tag }) => tag === "p");
    return question && textOf(question);
  }

  /** The address of each page in the menus, by its path: `System > Clustering`. */
  get menu(): ReadonlyMap<string, string> {
    const bar = this.#find((element) => hasClass(element, "menu-bar"));
    const mains = bar?.children.filter((child) => typeof child !== "string") ?? [];
    return new Map(mains.flatMap(menuEntries));
  }

  /** The address of a link, by its text or its label for those who do not see it. */
  link(text: string): string | undefined {
    const links = this.#all.filter(({ tag }) => tag === "a");
    const found = links.find((link) => link.attributes["aria-label"] === text || textOf(link) === text);
    return found?.attributes["href"];
  }

  /** The value that stands beside a name in the status part of the page. */
  status(name: string): string | undefined {
    const terms = this.#all.filter(({ tag }) => tag === "dt" || tag === "dd");
    const place = terms.findIndex((element) => element.tag === "dt" && textOf(element) === name);
    const value = place === -1 ? undefined : terms[place + 1];
    return value && textOf(value);
  }

  /** The state word that stands to the right of each text field that has one, by what stands in the field. */
  get states(): ReadonlyMap<string, string> {
    const rows = this.#all.filter((element) => hasClass(element, "row"));
    return new Map(
      rows.flatMap((row): [string, string][] => {
        const inside = [...elementsOf(row)];
        const field = inside.find(({ tag }) => tag === "input");
        const state = inside.find((element) => hasClass(element, "state"));
        return field && state ? [[field.attributes["value"] ?? "", textOf(state)]] : [];
      }),
    );
  }

  /** The rows of its list, each by the headings. */
  get rows(): readonly Readonly<Record<string, string>>[] {
    const list = this.#find((element) => element.tag === "table" && hasClass(element, "list"));
    if (!list) return [];
    const rows = [...elementsOf(list)].filter(({ tag }) => tag === "tr");
    return rows.slice(1).map((row) => {
      const cells = [...elementsOf(row)].filter(({ tag }) => tag === "td");
      return Object.fromEntries(cells.map((cell) => [cell.attributes["data-column"] ?? "", textOf(cell)]));
    });
  }

  #find(is: (element: HtmlElement) => boolean): HtmlElement | undefined {
    return this.#all.find(is);
  }
}

/** The pages of one main menu: its button, then a list of groups and links. */
function menuEntries(main: HtmlElement): [string, string][] {
  let group = "";
  let name = "";
  const entries: [string, string][] = [];
  for (const element of elementsOf(main)) {
    if (element.tag === "button") name = textOf(element);
    else if (hasClass(element, "group")) group = textOf(element);
    else if (element.tag === "li" && !hasClass(element, "member")) group = "";
    else if (element.tag === "a")
      entries.push([[name, group, textOf(element)].filter(Boolean).join(" > "), element.attributes["href"] ?? ""]);
  }
  return entries;
}
