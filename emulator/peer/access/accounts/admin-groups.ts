import type { ItemPath } from "../../../model/configuration/index.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { ACCESS_LEVELS, type AccessLevel, type Account, type WayIn } from "./account.ts";

/** Groups of the directory, with the rights of their members. */
export const ADMIN_GROUPS = "Authentication Account Admin Group";

type GroupItem = "Name" | "AccessLevel" | "AccessWeb" | "AccessAPI" | "Enabled";

const item = (row: number, name: GroupItem): ItemPath => `${ADMIN_GROUPS} ${row} ${name}` as ItemPath;

/**
 * What an account of the directory may do by the groups that it is in: the most that one of them gives. The same section: who
 * is in no group that is enabled here does not get in. That the names of groups are compared without regard to case is assumed.
 */
export function memberAccount(configuration: Configuration, name: string, groups: readonly string[]): Account {
  const names = new Set(groups.map((group) => group.toLowerCase()));
  const rows = configuration.rows
    .of(ADMIN_GROUPS)
    .filter((row) => configuration.isOn(item(row, "Enabled")))
    .filter((row) => names.has(configuration.get(item(row, "Name")).toLowerCase()));
  const access = highest(rows.map((row) => configuration.get(item(row, "AccessLevel"))));
  const some = (right: GroupItem): boolean => rows.some((row) => configuration.isOn(item(row, right)));
  const ways: Record<WayIn, boolean> = { web: some("AccessWeb"), api: some("AccessAPI"), shell: false };
  return { name, access: access ?? ACCESS_LEVELS[0], enabled: access !== undefined, ways, groups };
}

/** The level None is none of them. */
const highest = (levels: readonly string[]): AccessLevel | undefined =>
  ACCESS_LEVELS.findLast((level) => levels.includes(level));
