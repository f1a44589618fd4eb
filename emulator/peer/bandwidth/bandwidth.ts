import type { AlarmCondition } from "../alarms/alarm-condition.ts";
import type { CommandHandlers } from "../commands/command-handler.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { rowCommandHandlers } from "../configuration/row-commands.ts";
import type { Part } from "../part.ts";
import type { StatusProviders, StatusValue, StatusValues } from "../status/status-values.ts";
import { addDefaultLinks, missingLinkConditions } from "./links.ts";

/** No call has taken any bandwidth: calls are not emulated yet. */
export const NO_USE: StatusValues = { LocalUsage: 0, ClusterUsage: 0 };

/** Links and pipes as configured. */
export class Bandwidth implements Part {
  readonly name = "bandwidth";
  readonly status: StatusProviders = {
    Links: () => this.#named("Bandwidth Link", "Link"),
    Pipes: () => this.#named("Bandwidth Pipe", "Pipe"),
  };
  readonly commands: CommandHandlers;
  readonly alarmConditions: readonly AlarmCondition[];

  constructor(
    private readonly configuration: Configuration,
    clustered: () => boolean,
  ) {
    this.alarmConditions = missingLinkConditions(configuration, clustered);
    this.commands = {
      DefaultLinksAdd: (_args, actor) => addDefaultLinks(configuration, actor),
      ...rowCommandHandlers(configuration, [
        {
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
        },
        {
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
        },
      ]),
    };
  }

  #named(list: "Bandwidth Link" | "Bandwidth Pipe", element: string): StatusValues {
    const rows = new Map<number, StatusValue>();
    for (const index of this.configuration.rows.of(list)) {
      rows.set(index, { Name: this.configuration.get(`${list} ${index} Name`), Bandwidth: NO_USE });
    }
    return rows.size > 0 ? { [element]: rows } : {};
  }
}
