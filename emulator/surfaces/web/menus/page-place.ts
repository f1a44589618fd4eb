import { type AccessLevel, reaches } from "../../../peer/access/accounts/account.ts";
import { type Identity, isEdge, productFamily } from "../../../peer/core/identity.ts";

/** The main menus in the product's order. */
export const MAIN_MENUS = ["Status", "System", "Configuration", "Applications", "Users", "Maintenance"] as const;

/** Where something is in the menus, and what it is called there. */
export interface Place {
  /** The menu path. */
  readonly menu: readonly string[];
  /** The heading, where the last part of the path does not say enough: many pages are called Configuration. */
  readonly title?: string;
}

/** Where a page is in the menus, and to whom it is open. */
export interface PagePlace extends Place {
  /** The page's address comes from its last part. */
  readonly menu: readonly [(typeof MAIN_MENUS)[number], ...string[]];
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

/** The pages that lead to each other: menus and links ask it which of them there are. */
export interface PagePlaces {
  readonly entries: readonly PagePlace[];
  /** @returns undefined for a page of the product that the twin does not have */
  find(name: string): PagePlace | undefined;
}

/** Whether a peer has a page, by what it is. */
export const isPartOf = (
  { edgeOnly, controlOnly, registrarOnly, applianceOnly }: PagePlace,
  { product, hardware }: Pick<Identity, "product" | "hardware">,
): boolean =>
  (edgeOnly !== true || isEdge(product)) &&
  (controlOnly !== true || !isEdge(product)) &&
  (registrarOnly !== true || productFamily(product) === "vcs") &&
  (applianceOnly !== true || hardware === "appliance");

/** Whether a page is open to an access level. */
export const isOpenTo = ({ openTo = "ReadOnly" }: PagePlace, access: AccessLevel): boolean => reaches(access, openTo);

/** Whether an access level may send the forms of a page that is open to it. */
export const mayActOn = ({ changesNothing }: PagePlace, access: AccessLevel): boolean =>
  changesNothing === true || access === "ReadWrite";

/** The page's address: the last part of its menu path in lower case, letters and digits only. */
export function pageName(entry: PagePlace): string {
  const name = menuLabel(entry)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
  return entry.at ?? name;
}

/** What the menus call a page: the last part of its path. */
export const menuLabel = ({ menu }: Place): string => menu.at(-1) ?? "";

/** What a page calls itself. No two pages that the menus lead to have the same title. */
export const pageTitle = (place: Place): string => place.title ?? menuLabel(place);
