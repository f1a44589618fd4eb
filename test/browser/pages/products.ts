import type { Product } from "../../../emulator/peer/identity.ts";
import { menu } from "../../../emulator/surfaces/web/menu.ts";
import { isPartOf, type PageEntry } from "../../../emulator/surfaces/web/page-directory.ts";

/** A product, and which of its pages are looked at on it. */
export interface ProductPages {
  readonly product: Product;
  readonly entries: readonly PageEntry[];
}

const onVcs = menu.filter((entry) => isPartOf(entry, "vcs-expressway"));

/** The product with the most pages, and the pages that only another has. */
export const productPages: readonly ProductPages[] = [
  { product: "vcs-expressway", entries: onVcs },
  {
    product: "expressway-c",
    entries: menu.filter((entry) => isPartOf(entry, "expressway-c") && !onVcs.includes(entry)),
  },
];
