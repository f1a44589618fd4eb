import { reaches, type AccessLevel } from "../../peer/access/accounts/account.ts";
import { isEdge, productFamily, type Identity } from "../../peer/core/identity.ts";
import type { Page } from "./page.ts";

/** The main menus in the product's order. */
export const MAIN_MENUS = ["Status", "System", "Configuration", "Applications", "Users", "Maintenance"] as const;

/** Where something is in the menus, and what it is called there. */
export interface Place {
  /** The menu path. */
  readonly menu: readonly string[];
  /** The heading, where the last part of the path does not say enough: many pages are called Configuration. */
  readonly title?: string;
}

/** A page and its place in the menus. */
export interface PageEntry extends Place {
  /** The page's address comes from its last part. */
  readonly menu: readonly [(typeof MAIN_MENUS)[number], ...string[]];
  readonly page: Page;
  /** The page's address where the last part of its path is no name of its own. */
  readonly at?: string;
  /** Other addresses: those that the product's own alarms and links use where they differ. */
  readonly alsoAt?: readonly string[];
  /** Reached from another page, not from the menus. */
  readonly hidden?: true;
  /** The least access level that the page is open to; Read-only unless told. Administrator Guide, "User accounts". */
  readonly openTo?: AccessLevel;
  /** Its forms ask for something and change nothing: everybody whom the page is open to may send them. */
  readonly changesNothing?: true;
  /** Only on the products of a network's edge. */
  readonly edgeOnly?: true;
  /** Only on the products within a network: an Expressway-C or a VCS Control. */
  readonly controlOnly?: true;
  /** Only on a VCS, to which endpoints register. */
  readonly registrarOnly?: true;
  /** Only on an appliance. */
  readonly applianceOnly?: true;
  /** Names of other pages for the same task; links at its foot lead there (Administrator Guide, "Related tasks"). */
  readonly related?: readonly string[];
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

/** Whether a peer has a page, by what it is. */
export const isPartOf = (
  { edgeOnly, controlOnly, registrarOnly, applianceOnly }: PageEntry,
  { product, hardware }: Pick<Identity, "product" | "hardware">,
): boolean =>
  (edgeOnly !== true || isEdge(product)) &&
  (controlOnly !== true || !isEdge(product)) &&
  (registrarOnly !== true || productFamily(product) === "vcs") &&
  (applianceOnly !== true || hardware === "appliance");

/** Whether a page is open to an access level. */
export const isOpenTo = ({ openTo = "ReadOnly" }: PageEntry, access: AccessLevel): boolean => reaches(access, openTo);

/** Whether an access level may send the forms of a page that is open to it. */
export const mayActOn = ({ changesNothing }: PageEntry, access: AccessLevel): boolean =>
  changesNothing === true || access === "ReadWrite";

/** The page's address: the last part of its menu path in lower case, letters and digits only. */
export function pageName(entry: PageEntry): string {
  const name = menuLabel(entry)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
  return entry.at ?? name;
}

/** What the menus call a page: the last part of its path. */
export const menuLabel = ({ menu }: Place): string => menu.at(-1) ?? "";

/** What a page calls itself. No two pages that the menus lead to have the same title. */
export const pageTitle = (place: Place): string => place.title ?? menuLabel(place);

/** The pages of the twin, by every name that leads to them. */
export class PageDirectory {
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
