import type { ItemPath, ItemTemplate } from "../../model/configuration/index.ts";
import { nameReferences } from "../../model/configuration/references.ts";
import type { Change } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";
import { concretePath, findItem } from "./item-paths.ts";

const named: ReadonlySet<string> = new Set(nameReferences.flatMap(({ of }) => of));

/** Has whatever calls a row by its name follow when the row is renamed, in the same set of changes. */
export function followRenames(configuration: Configuration): void {
  configuration.entail((changes) =>
    changes.flatMap(({ path, value }) => {
      if (value === null || !path.endsWith(" Name")) return [];
      const template = findItem(path)?.item.path ?? "";
      if (!named.has(template)) return [];
      const before = configuration.rows.exists(path) ? configuration.get(path as ItemPath) : "";
      return before === "" || before === value ? [] : followers(configuration, template, before, value);
    }),
  );
}

function followers(configuration: Configuration, template: string, before: string, after: string): Change[] {
  return nameReferences
    .filter(({ of }) => of.some((list) => list === template))
    .flatMap(({ item }) => placesOf(configuration, item))
    .filter((path) => configuration.get(path) === before)
    .map((path) => ({ path, value: after }));
}

function placesOf(configuration: Configuration, item: ItemTemplate): ItemPath[] {
  const [, list] = /^(.*) \[1\.\.\d+\]/.exec(item) ?? [];
  const rows = list === undefined ? [[]] : configuration.rows.of(list).map((row) => [row]);
  return rows.map((indices) => concretePath(item, indices) as ItemPath);
}
