import type { ItemPath, ItemTemplate } from "../../../model/configuration/index.ts";
import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";
import { guardGroupNames } from "./group-names.ts";
import { passwordSeal } from "./password-seal.ts";

const ACCOUNTS = "Authentication Account FindMe Account";

const PASSWORD: ItemTemplate = "Authentication Account FindMe Account [1..10000] Password";

const NAME_OR_ID = new RegExp(`^${ACCOUNTS} (\\d+) (Name|FindMeID)$`);

const itemPath = (row: number, item: string): ItemPath => `${ACCOUNTS} ${row} ${item}` as ItemPath;

/**
 * Looks after what is set of FindMe accounts and groups: a password is kept as its hash, and nobody has the name or the
 * FindMe ID of another, or a FindMe ID that is a name. FindMe deployment guide of X8, "Setting up user accounts and FindMe profiles".
 */
export function guardFindMe(configuration: Configuration, random: Random): void {
  guardGroupNames(configuration, "Authentication Account FindMe Group");
  configuration.seal(PASSWORD, passwordSeal(configuration, random));
  configuration.guard((changes, after): ChangeResult => {
    const named = changes.flatMap(({ path, value }) => {
      const [, row, item = ""] = (value !== null && NAME_OR_ID.exec(path)) || [];
      return row === undefined || value === null ? [] : [{ path, row: Number(row), item, value }];
    });
    if (named.length === 0) return { ok: true };
    const rows = [...new Set([...configuration.rows.of(ACCOUNTS), ...named.map(({ row }) => row)])];
    const taken = { Name: rowsByText(rows, "Name", after), FindMeID: rowsByText(rows, "FindMeID", after) };
    for (const { path, row, item, value } of named) {
      const [called, same, unlike] =
        item === "Name" ? ["name", taken.Name, taken.FindMeID] : ["FindMe ID", taken.FindMeID, taken.Name];
      if (value.trim() === "") return { ok: false, path, reason: `the ${called} is blank` };
      const other = same.get(value.toLowerCase())?.find((one) => one !== row);
      if (other !== undefined)
        return { ok: false, path, reason: `${ACCOUNTS} ${other} already has the ${called} "${value}"` };
      if (unlike.get(value.toLowerCase())?.includes(row) === true)
        return { ok: false, path, reason: `"${value}" cannot be both Username and FindMe ID of an account` };
    }
    return { ok: true };
  });
}

/** The texts that an item of some rows will have, in lower case, each with its rows. */
function rowsByText(
  rows: readonly number[],
  item: string,
  after: (path: ItemPath) => string,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const text = after(itemPath(row, item)).toLowerCase();
    if (text !== "") found.set(text, [...(found.get(text) ?? []), row]);
  }
  return found;
}
