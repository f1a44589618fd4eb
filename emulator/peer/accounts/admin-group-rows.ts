import type { RowCommands } from "../configuration/row-commands.ts";

/** Groups of a directory, with the rights of their members. They are held: nobody logs in by a directory. */
export const adminGroupRows: RowCommands = {
  list: "Authentication Account Admin Group",
  add: "AdminGroupAdd",
  remove: "AdminGroupDelete",
  idArgument: "Name",
  namedBy: "Name",
  items: { Name: "Name", AccessAPI: "AccessAPI", AccessWeb: "AccessWeb", Enabled: "Enabled" },
};
