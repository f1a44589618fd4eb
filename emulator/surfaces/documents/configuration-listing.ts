import { configurationItems, configurationLists, type ItemPath } from "../../model/configuration/index.ts";
import type { ConfigurationList } from "../../model/configuration/list.ts";
import type { ConfigurationItem } from "../../model/types.ts";
import type { Configuration } from "../../peer/configuration/configuration.ts";
import { concretePath } from "../../peer/configuration/item-paths.ts";
import { isShown } from "../../peer/configuration/presence.ts";
import type { ItemMatch } from "../../peer/configuration/resolve-words.ts";

/** One item of one row, as the configuration listings of all surfaces have it. */
export interface ListedItem {
  /** `Zones Zone 3 Name` */
  readonly path: string;
  readonly item: ConfigurationItem;
  readonly indices: readonly number[];
  /** In clear, secrets too. */
  readonly value: string;
}

/** The items that follow each other in one list: a listing shows them row by row. */
interface RowsOfList {
  readonly list: ConfigurationList;
  /** `Zones Zone` */
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly items: readonly ConfigurationItem[];
  readonly plan: readonly Planned[];
}

type Planned = ConfigurationItem | RowsOfList;

const wholePlan = planListing(configurationItems, 0);

/**
 * The present items in the order of the table, each list row by row. Left out are rows that were not created, rows of
 * the lists that hide empty ones, and items that have no meaning beside the value of another (X7.2.1 capture).
 * @param wanted what `resolveWords` found; absent: everything
 */
export function listConfiguration(configuration: Configuration, wanted?: readonly ItemMatch[]): ListedItem[] {
  const items = wanted && new Set(wanted.map((match) => match.item));
  // All matches of the same words begin with the same indices.
  const wantedIndices = wanted?.[0]?.indices ?? [];
  const listed: ListedItem[] = [];
  const visit = (plan: readonly Planned[], indices: readonly number[]): void => {
    for (const planned of plan) {
      if ("list" in planned) {
        if (items && !planned.items.some((item) => items.has(item))) continue;
        const only = wantedIndices[indices.length];
        for (const index of rowsOf(configuration, planned, indices)) {
          if (only === undefined || only === index) visit(planned.plan, [...indices, index]);
        }
      } else if ((!items || items.has(planned)) && isShown(planned, indices, (path) => configuration.get(path))) {
        const path = concretePath(planned.path, indices);
        listed.push({ path, item: planned, indices, value: configuration.get(path as ItemPath) });
      }
    }
  };
  visit(wholePlan, []);
  return listed;
}

function rowsOf(
  configuration: Configuration,
  { list, prefix, first, last, items }: RowsOfList,
  indices: readonly number[],
): readonly number[] {
  if (list.rows === "created") return configuration.rows.of(prefix);
  const all = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  if (list.emptyRows !== "hidden") return all;
  return all.filter((index) =>
    items.some((item) => configuration.get(concretePath(item.path, [...indices, index]) as ItemPath) !== item.default),
  );
}

function planListing(items: readonly ConfigurationItem[], depth: number): Planned[] {
  const groups: { listPath: string | undefined; items: ConfigurationItem[] }[] = [];
  for (const item of items) {
    const listPath = pathOfList(item.path, depth);
    const last = groups.at(-1);
    if (listPath !== undefined && last?.listPath === listPath) last.items.push(item);
    else groups.push({ listPath, items: [item] });
  }
  return groups.flatMap((group): Planned[] =>
    group.listPath === undefined ? group.items : [rowsOfList(group.listPath, group.items, depth)],
  );
}

function rowsOfList(path: string, items: readonly ConfigurationItem[], depth: number): RowsOfList {
  const list = configurationLists.find((candidate) => candidate.path === path);
  const [, prefix, first, last] = /^(.*) \[(\d+)\.\.(\d+)\]$/.exec(path) ?? [];
  if (!list || prefix === undefined) throw new RangeError(`${path} is no list of the table`);
  return { list, prefix, first: Number(first), last: Number(last), items, plan: planListing(items, depth + 1) };
}

/** The path up to the index range of this depth, undefined where the path has none so deep. */
function pathOfList(path: string, depth: number): string | undefined {
  let end = -1;
  for (let level = 0; level <= depth; level++) {
    end = path.indexOf("]", end + 1);
    if (end === -1) return undefined;
  }
  return path.slice(0, end + 1);
}
