import { findItem } from "../../../emulator/peer/configuration/item-paths.ts";
import type { Device } from "../../../emulator/peer/device.ts";

/** What a story did to a peer, as far as an operator has to know who mends it. */
export type Touch =
  | "edit"
  | "cluster settings"
  | "made anew"
  | "database damaged"
  | "files lost"
  | "copies lost"
  | "upgrade"
  | "power off";

/** The list of all that a story touched, to be undone and nothing else. */
export class Touched {
  readonly #touches = new Map<Touch, Set<number>>();
  /** Values before the first edit: of peer items by peer, of cluster-wide ones for whoever is the primary. */
  readonly #peerItems = new Map<number, Map<string, string>>();
  readonly #clusterItems = new Map<string, string>();

  touch(peer: number, what: Touch): void {
    this.#touches.set(what, (this.#touches.get(what) ?? new Set()).add(peer));
  }

  /** Items are about to be edited on a peer. */
  edit(peer: number, { configuration }: Device, paths: Iterable<string>): void {
    for (const path of paths) {
      const before = configuration.read(path);
      if (before === undefined) continue;
      this.touch(peer, path.startsWith("Alternates ") ? "cluster settings" : "edit");
      const items = findItem(path)?.item.scope === "cluster" ? this.#clusterItems : this.#itemsOf(peer);
      if (!items.has(path)) items.set(path, before);
    }
  }

  has(what: Touch, peer?: number): boolean {
    const peers = this.#touches.get(what);
    return peers !== undefined && (peer === undefined || peers.has(peer));
  }

  of(what: Touch): readonly number[] {
    return [...(this.#touches.get(what) ?? [])];
  }

  /** What its own items were before the story. */
  peerItems(peer: number): ReadonlyMap<string, string> {
    return this.#itemsOf(peer);
  }

  get clusterItems(): ReadonlyMap<string, string> {
    return this.#clusterItems;
  }

  #itemsOf(peer: number): Map<string, string> {
    const items = this.#peerItems.get(peer) ?? new Map<string, string>();
    this.#peerItems.set(peer, items);
    return items;
  }
}
