import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import type { EmitEvent } from "../../core/emit-event.ts";
import type { Part } from "../../core/part.ts";
import { locateResult } from "../call-events.ts";
import { DialPlan } from "./dial-plan.ts";
import { LocationService } from "./location-service.ts";
import { applyPattern, type PatternBehavior, type PatternType } from "./pattern.ts";
import type { RoutingOptions } from "./routing-options.ts";
import type { SearchQuery } from "./search.ts";
import { Searches } from "./searches.ts";
import { zoneList } from "./zone-list.ts";
import { ZoneStates } from "./zone-states.ts";

/** What `xCommand Locate` and the Locate page ask for. */
export type LocateQuery = Pick<
  SearchQuery,
  "alias" | "hopCount" | "protocol" | "from" | "authenticated" | "sourceAlias"
>;

/** The query that arguments of `xCommand Locate` ask for. */
export const locateQuery = (args: CommandArguments): LocateQuery => ({
  alias: args.Alias ?? "",
  hopCount: Number(args.HopCount),
  protocol: args.Protocol === "SIP" ? "SIP" : "H323",
  from: args.SourceZone ?? "LocalZone",
  authenticated: args.Authenticated === "Yes",
  sourceAlias: args.SourceAlias ?? "",
});

/** Finds the way of calls: the dial plan, searches, and the zones that can be reached. */
export class Routing implements Part {
  readonly name = "routing";
  readonly plan: DialPlan;
  readonly zones: ZoneStates;
  readonly searches: Searches;
  readonly commands: CommandHandlers = {
    CheckPattern: (args) => checkPattern(args),
    ZoneList: ({ Alias: alias = "" }) => zoneList(this.plan, alias),
    Locate: (args) => {
      this.locate(locateQuery(args));
      return { ok: true };
    },
  };

  constructor(private readonly options: RoutingOptions & { readonly emit: EmitEvent }) {
    this.plan = new DialPlan(options.configuration);
    this.zones = new ZoneStates(options);
    this.searches = new Searches({ ...options, plan: this.plan, zones: this.zones });
    // It lives as long as the RAS port does.
    void new LocationService({ ...options, searches: this.searches, zones: this.zones });
  }

  start(): void {
    this.zones.start();
  }

  stop(): void {
    this.zones.stop();
  }

  /** Starts a search without a call. @returns the tag by which its record is found in the history */
  locate(query: LocateQuery): string {
    const tag = this.options.world.random.uuid();
    const type = query.protocol === "SIP" ? "OPTIONS" : "LRQ";
    this.searches.search({ ...query, type }, tag, (record) => {
      this.options.emit("Locate", () => locateResult(record));
      this.options.facts.changed();
    });
    return tag;
  }
}

/** `xCommand CheckPattern`. */
function checkPattern(args: CommandArguments): CommandResult {
  const { Target: alias = "", Pattern: text = "", Type: type, Behavior: behavior, Replace: replace = "" } = args;
  const pattern = { text, type: type as PatternType, behavior: behavior as PatternBehavior, replace };
  const result = applyPattern(pattern, alias);
  return result === undefined
    ? { ok: false, reason: "The alias does not match the pattern" }
    : { ok: true, values: { Alias: result } };
}
