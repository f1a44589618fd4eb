import type { RowCommands } from "../../configuration/row-commands.ts";

/** Links and pipes come and go by a plain Add and Delete. */
export const linkRows: RowCommands = {
  list: "Bandwidth Link",
  add: "LinkAdd",
  remove: "LinkDelete",
  idArgument: "LinkId",
  items: {
    LinkName: "Name",
    Node1: "Node1 Name",
    Node2: "Node2 Name",
    Pipe1: "Pipe1 Name",
    Pipe2: "Pipe2 Name",
  },
};

export const pipeRows: RowCommands = {
  list: "Bandwidth Pipe",
  add: "PipeAdd",
  remove: "PipeDelete",
  idArgument: "PipeId",
  items: {
    PipeName: "Name",
    TotalMode: "Bandwidth Total Mode",
    Total: "Bandwidth Total Limit",
    PerCallMode: "Bandwidth PerCall Mode",
    PerCall: "Bandwidth PerCall Limit",
  },
};
