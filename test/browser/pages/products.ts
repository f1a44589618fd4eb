import type { Identity } from "../../../emulator/peer/core/identity.ts";
import { menu } from "../../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf } from "../../../emulator/surfaces/web/menus/page-place.ts";
import type { PageEntry } from "../../../emulator/surfaces/web/page-directory.ts";

/** A peer, and which of its pages are looked at on it. */
export interface ProductPages extends Pick<Identity, "product" | "hardware"> {
  readonly entries: readonly PageEntry[];
}

/** The product with the most pages first; of the others, the pages that none before has. */
const peers = [
  { product: "vcs-expressway", hardware: "virtual-machine" },
  { product: "expressway-c", hardware: "virtual-machine" },
  { product: "expressway-e", hardware: "appliance" },
] as const;

export const productPages: readonly ProductPages[] = peers.map((peer, place) => ({
  ...peer,
  entries: menu.filter(
    (entry) => isPartOf(entry, peer) && !peers.slice(0, place).some((before) => isPartOf(entry, before)),
  ),
}));
