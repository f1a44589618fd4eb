import type { ItemPath, ItemTemplate } from "../../../model/configuration/index.ts";
import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { findItem } from "../../configuration/item-paths.ts";
import { type CheckedValue, checkValue } from "../../configuration/value-space.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";
import { ACCESS_LEVELS, type AccessLevel, type Account, builtInAccount } from "./account.ts";
import { ADMIN_GROUPS } from "./admin-groups.ts";
import { guardGroupNames } from "./group-names.ts";
import { passwordSeal } from "./password-seal.ts";
import { passwordFault } from "./strict-passwords.ts";

/** The list of the configuration whose rows are the administrators other than `admin`. It is copied from the primary. */
export const ADMINISTRATORS = "Authentication Account Admin Account";

const PASSWORD: ItemTemplate = `${ADMINISTRATORS} [1..1000] Password`;

/** Where an item of an administrator's row is. */
export const administratorItem = (
  row: number,
  item: "Name" | "Password" | "AccessLevel" | "AccessWeb" | "AccessAPI" | "Enabled",
): ItemPath => `${ADMINISTRATORS} ${row} ${item}`;

/** Whether a password may be that of an administrator, `admin` included. */
export function checkPassword(configuration: Configuration, password: string): CheckedValue {
  const item = findItem(administratorItem(1, "Password"))?.item;
  const checked: CheckedValue = item ? checkValue(item.values, password) : { ok: true, value: password };
  if (!checked.ok) return checked;
  const fault = passwordFault(password, (path) => configuration.get(path));
  return fault === undefined ? checked : { ok: false, reason: fault };
}

/**
 * Names that are somebody's already are refused, and so are passwords that break the rules; a password is kept as its hash.
 * The same for the names of administrator groups.
 */
export function guardAdministrators(configuration: Configuration, random: Random): void {
  guardGroupNames(configuration, ADMIN_GROUPS);
  configuration.seal(PASSWORD, passwordSeal(configuration, random));
  configuration.guard((changes): ChangeResult => {
    for (const { path, value } of changes) {
      if (value === null || !path.startsWith(`${ADMINISTRATORS} `) || !path.endsWith(" Name")) continue;
      if (value.trim() === "") return { ok: false, path, reason: "the name is blank" };
      if (builtInAccount(value))
        return { ok: false, path, reason: `the name "${value}" is that of a built-in account` };
    }
    return { ok: true };
  });
}

/** The account that a row is. */
export function administratorOf(configuration: Configuration, row: number): Account {
  const isOn = (item: "AccessWeb" | "AccessAPI" | "Enabled"): boolean =>
    configuration.isOn(administratorItem(row, item));
  return {
    name: configuration.get(administratorItem(row, "Name")),
    access: accessLevelOf(configuration.get(administratorItem(row, "AccessLevel"))),
    enabled: isOn("Enabled"),
    ways: { web: isOn("AccessWeb"), api: isOn("AccessAPI"), shell: false },
    row,
  };
}

/** A value that a later release wrote counts as the least. */
const accessLevelOf = (value: string): AccessLevel =>
  ACCESS_LEVELS.find((level) => level === value) ?? ACCESS_LEVELS[0];
