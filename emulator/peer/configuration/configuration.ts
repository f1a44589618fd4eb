import { configurationLists, type ItemPath, type ItemTemplate } from "../../model/configuration/index.ts";
import type { RowListName } from "../../model/configuration/lists.ts";
import type { ConfigurationItem } from "../../model/types.ts";
import type { ConfigurationRow } from "../../store/configuration-rows.ts";
import type { Store } from "../../store/store.ts";
import type { Actor } from "../core/actor.ts";
import type { CommandArguments } from "../core/command-handler.ts";
import type { Change, Changed, ChangeResult, Entailment, Guard } from "../core/configuration-change.ts";
import type { Facts } from "../core/facts.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import { ClusterDigest } from "./cluster-digest.ts";
import { findItem } from "./item-paths.ts";
import { RowIndex } from "./row-index.ts";
import type { Seal } from "./seal.ts";
import { type CheckedValue, checkValue } from "./value-space.ts";

/** A copy from the primary as the store holds it now. */
export interface AdoptedCopy {
  readonly rows: readonly ConfigurationRow[];
  readonly generation: number;
  readonly digest: ClusterDigest;
}

type Listener = (changes: readonly Changed[], actor: Actor) => void;

/** The changes that go with a new row of a list or one that is deleted by its commands, in the same set. */
export interface RowCompany {
  readonly onAdd: (index: number, args: CommandArguments) => readonly Change[];
  readonly onDelete: (index: number) => readonly Change[];
}

const alone: RowCompany = { onAdd: () => [], onDelete: () => [] };

/**
 * The configuration of one peer: what the store holds over the defaults of the table. Every surface reads and writes
 * through here, so that all accept and refuse the same.
 */
export class Configuration {
  readonly rows = new RowIndex(configurationLists);
  readonly #stored = new Map<string, ConfigurationRow>();
  /** Defaults of the paths that were asked for: looking one up in the table takes longer than reading it here. */
  readonly #defaults = new Map<string, string>();
  readonly #listeners: Listener[] = [];
  readonly #guards: Guard[] = [];
  readonly #entailments: Entailment[] = [];
  readonly #seals = new Map<string, Seal>();
  readonly #company = new Map<RowListName, RowCompany>();
  /** Changes of cluster-wide items, oldest first; made anew when somebody asks after what came from elsewhere. */
  #byGeneration: ConfigurationRow[] | undefined;
  readonly #editedHere = new Set<string>();
  #generation = 0;
  #digest = new ClusterDigest();
  /** Set while this peer is a subordinate: its edits of cluster-wide items are marked as made here. */
  subordinate = false;

  constructor(
    private readonly store: Store,
    private readonly facts: Facts,
    private readonly log: EventLog,
  ) {
    this.reload();
  }

  /** Reads everything again from the store. */
  reload(): void {
    this.#generation = this.store.state.get("generation") ?? 0;
    this.#stored.clear();
    this.#editedHere.clear();
    this.#byGeneration = undefined;
    this.#digest = new ClusterDigest();
    this.rows.clear();
    for (const row of this.store.configuration.all()) this.#remember(row);
  }

  /** The generation of the cluster-wide configuration: it grows by one with each set of changes. */
  get generation(): number {
    return this.#generation;
  }

  /** The digest of all cluster-wide items. */
  get digest(): ClusterDigest {
    return this.#digest;
  }

  /** The value of an item, its default when it was never set. */
  get(path: ItemPath): string {
    return this.#stored.get(path)?.value ?? this.#default(path);
  }

  /** The same for paths that are known only at run time. @returns undefined when there is no such item. */
  read(path: string): string | undefined {
    const found = findItem(path);
    return found && (this.#stored.get(path)?.value ?? found.item.default);
  }

  isOn(path: ItemPath): boolean {
    return this.get(path) === "On";
  }

  integer(path: ItemPath): number {
    return Number(this.get(path));
  }

  /** What the store holds for one item, tombstones included. */
  stored(path: string): ConfigurationRow | undefined {
    return this.#stored.get(path);
  }

  /** The cluster-wide items that changed after a generation, without looking through all of them. */
  changedSince(generation: number): readonly ConfigurationRow[] {
    this.#byGeneration ??= [...this.#stored.values()]
      .filter((row) => row.scope === "cluster")
      .toSorted((a, b) => a.generation - b.generation);
    const found = new Map<string, ConfigurationRow>();
    for (let place = this.#byGeneration.length - 1; place >= 0; place--) {
      const row = this.#byGeneration[place];
      if (!row || row.generation <= generation) break;
      // Only its last change is what an item is now.
      if (this.#stored.get(row.path) === row) found.set(row.path, row);
    }
    return [...found.values()];
  }

  /** The cluster-wide items that were changed on this subordinate since its last copy. */
  get editedHere(): readonly string[] {
    return [...this.#editedHere];
  }

  allStored(): IterableIterator<ConfigurationRow> {
    return this.#stored.values();
  }

  /** Sets items, all or none. Values are checked and brought to the form of the table; what is the same already is not a change. */
  set(changes: readonly Change[], actor: Actor): ChangeResult {
    const checked: Change[] = [];
    for (const change of changes) {
      const found = findItem(change.path);
      if (!found) return { ok: false, path: change.path, reason: `there is no item "${change.path}"` };
      if (change.value === null) checked.push(change);
      else {
        const value = this.#check(found.item, change.value);
        if (!value.ok) return { ok: false, path: change.path, reason: value.reason };
        checked.push({ path: change.path, value: value.value });
      }
    }
    const given = new Set(checked.map(({ path }) => path));
    for (const entailed of this.#entailments.flatMap((entail) => entail(checked))) {
      // What was asked for goes before what follows from it.
      if (!given.has(entailed.path)) checked.push(entailed);
    }
    const after = new Map(checked.map((change) => [change.path, change.value]));
    const valueAfter = (path: ItemPath): string =>
      (after.has(path) ? (after.get(path) ?? undefined) : this.#stored.get(path)?.value) ??
      findItem(path)?.item.default ??
      "";
    for (const guard of this.#guards) {
      const verdict = guard(checked, valueAfter);
      if (!verdict.ok) return verdict;
    }
    this.#apply(checked, actor);
    return { ok: true };
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Adds a rule that spans several items. */
  guard(guard: Guard): void {
    this.#guards.push(guard);
  }

  /** Adds what has to change with others. */
  entail(entailment: Entailment): void {
    this.#entailments.push(entailment);
  }

  /** Has more come and go with the rows of a list: a zone brings its links. */
  accompany(list: RowListName, company: Partial<RowCompany>): void {
    this.#company.set(list, { ...this.companyOf(list), ...company });
  }

  companyOf(list: RowListName): RowCompany {
    return this.#company.get(list) ?? alone;
  }

  /** Has an item kept as something else than it was given: a password as its hash. */
  seal(item: ItemTemplate, seal: Seal): void {
    this.#seals.set(item, seal);
  }

  /** Takes over what the copy wrote to the store and has found to be equal to the primary's, and tells what changed. */
  adopt(copied: AdoptedCopy, actor: Actor): void {
    this.#generation = copied.generation;
    const changed: Changed[] = [];
    this.forgetLocalEdits();
    for (const row of copied.rows) {
      const found = findItem(row.path);
      const from = this.#stored.get(row.path)?.value ?? found?.item.default ?? "";
      this.#keep(row);
      const to = row.value ?? found?.item.default ?? "";
      if (found && from !== to) changed.push({ path: row.path, item: found.item, from, to });
    }
    this.#digest = copied.digest;
    this.#notify(changed, actor);
  }

  /** What was edited here no longer counts as such. */
  forgetLocalEdits(): void {
    for (const path of this.#editedHere) {
      const row = this.#stored.get(path);
      if (row) this.#stored.set(path, { ...row, editedHere: false });
    }
    this.#editedHere.clear();
    this.#byGeneration = undefined;
  }

  #check(item: ConfigurationItem, text: string): CheckedValue {
    const checked = checkValue(item.values, text);
    return (checked.ok && this.#seals.get(item.path)?.(checked.value)) || checked;
  }

  #apply(changes: readonly Change[], actor: Actor): void {
    const changed: Changed[] = [];
    const rows: ConfigurationRow[] = [];
    let generation: number | undefined;
    for (const { path, value } of changes) {
      const item = findItem(path)?.item;
      if (!item) continue;
      const before = this.#stored.get(path)?.value ?? null;
      if (before === value || (before === null && value === item.default && !this.rows.isRowItem(path))) continue;
      if (item.scope === "cluster") generation ??= this.#generation + 1;
      const kept = value === item.default && !this.rows.isRowItem(path) ? null : value;
      rows.push({
        path,
        value: kept,
        scope: item.scope,
        generation: item.scope === "cluster" ? (generation ?? 0) : 0,
        editedHere: item.scope === "cluster" && this.subordinate,
      });
      const created = before === null && this.rows.isRowItem(path);
      changed.push({
        path,
        item,
        from: before ?? item.default,
        to: value ?? item.default,
        ...(created && { created }),
      });
    }
    if (rows.length === 0) return;
    this.store.transaction(() => {
      for (const row of rows) this.store.configuration.put(row);
      if (generation !== undefined) this.store.state.put("generation", generation);
    });
    this.#generation = generation ?? this.#generation;
    for (const row of rows) this.#remember(row);
    this.#notify(changed, actor);
  }

  #default(path: string): string {
    let value = this.#defaults.get(path);
    if (value === undefined) {
      value = findItem(path)?.item.default ?? "";
      this.#defaults.set(path, value);
    }
    return value;
  }

  #notify(changed: readonly Changed[], actor: Actor): void {
    if (changed.length === 0) return;
    // One transaction, or ten thousand lines would be ten thousand writes to the disk.
    this.store.transaction(() => {
      for (const change of changed) this.log.configurationChanged(change, actor);
    });
    for (const listener of this.#listeners) listener(changed, actor);
    this.facts.changed();
  }

  #remember(row: ConfigurationRow): void {
    if (row.scope === "cluster") this.#digest.replace(row.path, this.#stored.get(row.path)?.value ?? null, row.value);
    this.#keep(row);
  }

  #noteChange(row: ConfigurationRow): void {
    const latest = this.#byGeneration?.at(-1)?.generation ?? 0;
    // A copy may bring items of any age: then the order is made anew.
    if (row.generation < latest) this.#byGeneration = undefined;
    else this.#byGeneration?.push(row);
  }

  #keep(row: ConfigurationRow): void {
    const wasSet = (this.#stored.get(row.path)?.value ?? null) !== null;
    this.#stored.set(row.path, row);
    if (row.editedHere) this.#editedHere.add(row.path);
    else this.#editedHere.delete(row.path);
    if (row.scope === "cluster") this.#noteChange(row);
    if (wasSet !== (row.value !== null)) this.rows.note(row.path, row.value !== null);
  }
}
