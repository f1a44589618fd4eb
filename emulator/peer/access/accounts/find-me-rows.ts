import type { RowCommands } from "../../configuration/row-commands.ts";

/** Users who may be reached on several devices by one alias. */
export const findMeAccountRows: RowCommands = {
  list: "Authentication Account FindMe Account",
  add: "FindMeAccountAdd",
  remove: "FindMeAccountDelete",
  idArgument: "Name",
  namedBy: "Name",
  items: {
    Name: "Name",
    Password: "Password",
    FindMeID: "FindMeID",
    PrincipalDevice: "PrincipalDevice",
    DisplayName: "DisplayName",
    PhoneNumber: "PhoneNumber",
    FindMeType: "FindMeType",
  },
};

/** Groups of the directory whose members are such users. */
export const findMeGroupRows: RowCommands = {
  list: "Authentication Account FindMe Group",
  add: "FindMeGroupAdd",
  remove: "FindMeGroupDelete",
  idArgument: "Name",
  namedBy: "Name",
  items: { Name: "Name", Enabled: "Enabled" },
};
