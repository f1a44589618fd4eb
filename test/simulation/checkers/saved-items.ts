import { findItem } from "../../../emulator/peer/configuration/item-paths.ts";
import type { Checker, Moment, Tell } from "./checker.ts";

/** What an operator was told is saved. */
interface Saved {
  readonly value: string;
  /** A cluster-wide item holds until another primary's configuration takes its place. */
  readonly whilePrimary: boolean;
}

/** Nothing that an operator was told is saved is lost. The story says what was saved, and what was given up. */
export class SavedItemsStay implements Checker {
  readonly invariant = "saved";
  readonly follows = "state";
  readonly #saved = new Map<number, Map<string, Saved>>();
  readonly #distrusted = new Set<number>();

  /** An operator saved an item and was told so. */
  acknowledged(index: number, path: string, value: string): void {
    if (this.#distrusted.has(index)) return;
    const items = this.#saved.get(index) ?? new Map<string, Saved>();
    items.set(path, { value, whilePrimary: findItem(path)?.item.scope === "cluster" });
    this.#saved.set(index, items);
  }

  /** The store of a peer is made to lose what it is given: it has no stable revision any more. */
  distrust(index: number): void {
    this.#distrusted.add(index);
    this.#saved.delete(index);
  }

  /** An operator gave up what was saved: a reset, a forced update; or, of one item, was not told what became of it. */
  forget(index: number, path?: string): void {
    if (path === undefined) this.#saved.delete(index);
    else this.#saved.get(index)?.delete(path);
  }

  look({ views }: Moment, tell: Tell): void {
    for (const { index, device } of views) {
      const items = this.#saved.get(index);
      if (!items) continue;
      for (const [path, { value, whilePrimary }] of items) {
        const now = device.configuration.read(path);
        if (whilePrimary && device.configuration.subordinate) items.delete(path);
        else if (now !== value) tell(`peer ${index}, ${path}`, `${path} was saved as ${value} and is ${now}`);
      }
    }
  }
}
