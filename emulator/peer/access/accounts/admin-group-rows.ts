import type { RowCommands } from "../../configuration/row-commands.ts";

/** Groups of the directory, with the rights of their members. */
export const adminGroupRows: RowCommands = {
  list: "Authentication Account Admin Group",
  add: "AdminGroupAdd",
  remove: "AdminGroupDelete",
  idArgument: "Name",
  namedBy: "Name",
  items: { Name: "Name", AccessAPI: "AccessAPI", AccessWeb: "AccessWeb", Enabled: "Enabled" },
};
