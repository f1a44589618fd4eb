import type { AccessLevel } from "../../peer/access/accounts/account.ts";
import { isOpenTo, pageName, type PagePlace, type PagePlaces } from "./menus/page-place.ts";
import type { Page } from "./page.ts";

/** A page and its place in the menus. */
export interface PageEntry extends PagePlace {
  readonly page: Page;
}

/** The three entries of a list whose rows come and go: `Links`, and from it `Create link` and `Edit link`. */
export function rowEntries(
  place: PageEntry["menu"],
  noun: string,
  pages: { readonly list: Page; readonly create: Page; readonly edit: Page },
  { related, title, ...all }: Pick<PageEntry, "registrarOnly" | "controlOnly" | "related" | "title"> = {},
): readonly PageEntry[] {
  const at = `${noun.replaceAll(" ", "").toLowerCase()}s`;
  return [
    { ...all, menu: place, page: pages.list, at, ...(related && { related }), ...(title !== undefined && { title }) },
    { ...all, menu: [...place, `Create ${noun}`], page: pages.create, hidden: true, openTo: "ReadWrite" },
    { ...all, menu: [...place, `Edit ${noun}`], page: pages.edit, hidden: true },
  ];
}

/** The pages of the twin, by every name that leads to them. */
export class PageDirectory implements PagePlaces {
  readonly #byName = new Map<string, PageEntry>();
  readonly #openTo = new Map<AccessLevel, PageDirectory>();

  constructor(readonly entries: readonly PageEntry[]) {
    for (const entry of entries) for (const name of namesOf(entry)) this.#byName.set(name, entry);
  }

  /** @returns undefined for a page of the product that the twin does not have */
  find(name: string): PageEntry | undefined {
    return this.#byName.get(name);
  }

  /** Those that are open to an access level: menus and links lead to no others. */
  openTo(access: AccessLevel): PageDirectory {
    const known = this.#openTo.get(access);
    if (known) return known;
    const directory = new PageDirectory(this.entries.filter((entry) => isOpenTo(entry, access)));
    this.#openTo.set(access, directory);
    return directory;
  }

  /** All addresses and what is there. */
  names(): Iterable<readonly [string, PageEntry]> {
    return this.#byName;
  }
}

function namesOf(entry: PageEntry): readonly string[] {
  return [pageName(entry), ...(entry.alsoAt ?? [])];
}
