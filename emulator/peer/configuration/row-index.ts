import type { ConfigurationList } from "../../model/configuration/list.ts";

interface CreatedList {
  /** `Zones Zone ` */
  readonly prefix: string;
  readonly max: number;
  /** Index of a row to the number of its items that are set. */
  readonly rows: Map<number, Set<string>>;
}

/** Which rows exist in the lists whose rows come and go. A row exists while one of its items is set. */
export class RowIndex {
  readonly #lists: readonly CreatedList[];

  constructor(lists: readonly ConfigurationList[]) {
    this.#lists = lists
      .filter((list) => list.rows === "created")
      .map((list) => {
        const range = /^(.*)\[1\.\.(\d+)\]$/.exec(list.path);
        if (!range?.[1] || !range[2]) throw new RangeError(`the list ${list.path} has no index range`);
        return { prefix: range[1], max: Number(range[2]), rows: new Map() };
      });
  }

  clear(): void {
    for (const list of this.#lists) list.rows.clear();
  }

  /** An item was set or unset. */
  note(path: string, set: boolean): void {
    const found = this.#find(path);
    if (!found) return;
    const { list, index } = found;
    const items = list.rows.get(index) ?? new Set<string>();
    if (set) items.add(path);
    else items.delete(path);
    if (items.size > 0) list.rows.set(index, items);
    else list.rows.delete(index);
  }

  /** True for an item inside a row that was created: its values are kept even where they equal the default. */
  isRowItem(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  /** False for an item of a row that has not been created; true for every other item. */
  exists(path: string): boolean {
    const found = this.#find(path);
    return !found || found.list.rows.has(found.index);
  }

  /** The indices of the rows of a list (`Zones Zone`), in order. */
  of(list: string): readonly number[] {
    return [...this.#list(list).rows.keys()].toSorted((a, b) => a - b);
  }

  /** The paths that are set in one row. */
  itemsOf(list: string, index: number): readonly string[] {
    return [...(this.#list(list).rows.get(index) ?? [])];
  }

  /** The lowest index that is free in a list, and in others beside it; undefined when there is none. */
  firstFree(list: string, beside: readonly string[] = []): number | undefined {
    const { max } = this.#list(list);
    const taken = [list, ...beside].map((each) => this.#list(each).rows);
    for (let index = 1; index <= max; index++) if (!taken.some((rows) => rows.has(index))) return index;
    return undefined;
  }

  /** How many rows a list can have. */
  most(list: string): number {
    return this.#list(list).max;
  }

  #list(path: string): CreatedList {
    const list = this.#lists.find((candidate) => candidate.prefix === `${path} `);
    if (!list) throw new RangeError(`${path} is not a list whose rows are created`);
    return list;
  }

  #find(path: string): { list: CreatedList; index: number } | undefined {
    for (const list of this.#lists) {
      if (!path.startsWith(list.prefix)) continue;
      const index = Number.parseInt(path.slice(list.prefix.length), 10);
      if (index > 0) return { list, index };
    }
    return undefined;
  }
}
