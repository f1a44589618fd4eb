import type { RowCommands } from "../../configuration/row-commands.ts";

/** Patterns of aliases that may register while the restriction policy is AllowList. */
export const allowListRows: RowCommands = {
  list: "Registration AllowList",
  add: "AllowListAdd",
  remove: "AllowListDelete",
  idArgument: "AllowListId",
  items: { PatternString: "Pattern String", PatternType: "Pattern Type", Description: "Description" },
};

/** Patterns of aliases that may not register while the restriction policy is DenyList. */
export const denyListRows: RowCommands = {
  ...allowListRows,
  list: "Registration DenyList",
  add: "DenyListAdd",
  remove: "DenyListDelete",
  idArgument: "DenyListId",
};
