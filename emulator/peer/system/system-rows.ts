import type { RowCommands } from "../configuration/row-commands.ts";

/** Static routes of this peer. They are stored only: the machine's own routes are not the twin's to change. */
export const routeRows: RowCommands = {
  list: "IP Route",
  add: "RouteAdd",
  remove: "RouteDelete",
  idArgument: "RouteId",
  items: { Address: "Address", PrefixLength: "PrefixLength", Gateway: "Gateway", Interface: "Interface" },
};

/** Files with the status of external applications. They are stored only: nobody writes such files. */
export const externalStatusRows: RowCommands = {
  list: "Applications External Status",
  add: "ExtAppStatusAdd",
  remove: "ExtAppStatusDelete",
  idArgument: "Name",
  namedBy: "Name",
  items: { Name: "Name", Filename: "Filename" },
};
