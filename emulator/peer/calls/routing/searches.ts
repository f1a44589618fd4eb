import type { AliasAddress } from "../../../../protocol/ras/types.ts";
import { serviceOf } from "../call/call-lines.ts";
import { RAS_PORT } from "../ras/ras-endpoint.ts";
import type { DialPlan, RuleGroup, SearchRule } from "./dial-plan.ts";
import type { RoutingOptions } from "./routing-options.ts";
import type { Found, Router, SearchQuery, SearchRecord, SearchStep } from "./search.ts";
import type { ZoneStates } from "./zone-states.ts";

/** Administrator Guide, "Search history": the 255 latest. */
const SEARCHES_KEPT = 255;

export interface SearchesOptions extends RoutingOptions {
  readonly plan: DialPlan;
  readonly zones: ZoneStates;
}

/** A target of a search that is being asked. `done` is called once. */
type Ask = (done: (found: Found | undefined, step: SearchStep) => void) => void;

/** Searches for aliases: transforms, then search rules by priority, then the Local Zone, other peers and zones. */
export class Searches implements Router {
  readonly #history: SearchRecord[] = [];
  readonly #current = new Set<string>();
  #total = 0;

  constructor(private readonly options: SearchesOptions) {}

  /** Searches that are over, newest first. */
  get history(): readonly SearchRecord[] {
    return this.#history;
  }

  get counts(): { readonly Current: number; readonly Total: number } {
    return { Current: this.#current.size, Total: this.#total };
  }

  /** True while the search with a tag goes on. */
  isSearching(tag: string): boolean {
    return this.#current.has(tag);
  }

  /** Forgets the searches that are over. */
  clearHistory(): void {
    this.#history.length = 0;
  }

  /** The record of a search that is over; undefined for one that goes on or that has left the history. */
  record(tag: string): SearchRecord | undefined {
    return this.#history.find((record) => record.tag === tag);
  }

  search(query: SearchQuery, tag: string, done: (record: SearchRecord) => void): void {
    const { log, plan, world, others } = this.options;
    const startedAt = world.clock.now();
    const steps: SearchStep[] = [];
    this.#current.add(tag);
    this.#total++;
    log.event("tvcs", "Search Attempted", {
      Service: serviceOf(query.protocol),
      "Src-alias": query.sourceAlias,
      "Dst-alias": query.alias,
      Tag: tag,
      Detail: `searchtype:${query.type}`,
    });
    const end = (found: Found | undefined, reason: string): void => {
      this.#current.delete(tag);
      const record: SearchRecord = { tag, startedAt, query, steps, found, reason };
      this.#history.unshift(record);
      this.#history.length = Math.min(this.#history.length, SEARCHES_KEPT);
      const info = found ? "" : `, Info:${reason}`;
      log.event("tvcs", "Search Completed", {
        Service: serviceOf(query.protocol),
        "Src-alias": query.sourceAlias,
        "Dst-alias": query.alias,
        Tag: tag,
        Detail: `found:${found !== undefined}, searchtype:${query.type}${info}`,
      });
      done(record);
    };
    if (query.hopCount <= 0) return end(undefined, "Hop count exceeded");
    // Peers are part of the local zone: what comes from one has been transformed there.
    const fromPeer = query.from === "ClusterSubZone" && others().length > 0;
    const { alias, by } = fromPeer ? { alias: query.alias } : plan.transform(query.alias);
    if (by) steps.push({ what: `Transform ${by.index}`, detail: `${query.alias} becomes ${alias}` });
    this.#byPriority(query, alias, steps, end);
  }

  /** The rules of one priority are asked together; the next priority follows when none of them has found the alias. */
  #byPriority(
    query: SearchQuery,
    alias: string,
    steps: SearchStep[],
    end: (found: Found | undefined, reason: string) => void,
  ): void {
    const groups = this.options.plan.groups(query, alias);
    const next = ([now, ...later]: readonly RuleGroup[]): void => {
      if (!now) return end(undefined, groups.length === 0 ? "No search rule matches" : "Not found");
      const asks = now.rules.map(({ rule, wanted }) => this.#target(rule, query, wanted));
      this.#askAll(asks, steps, (found) => (found ? end(found, "") : next(later)));
    };
    next(groups);
  }

  /** Asks all at once; the first that has found it ends it. */
  #askAll(asks: readonly Ask[], steps: SearchStep[], done: (found: Found | undefined) => void): void {
    let open = asks.length;
    let over = false;
    for (const ask of asks) {
      ask((found, step) => {
        open--;
        if (over) return;
        steps.push(step);
        if (!found && open > 0) return;
        over = true;
        done(found);
      });
    }
  }

  #target(rule: SearchRule, query: SearchQuery, alias: string): Ask {
    const { name, type } = rule.target;
    if (type === "Zone" && name === "LocalZone") return this.#localZone(rule, query, alias);
    const zone = type === "Zone" ? this.options.zones.named(name) : undefined;
    if (zone?.type === "Neighbor") return this.#neighbor(rule, query, alias, zone);
    const what = type === "Zone" ? `search in ${zone?.type ?? "unknown"} zone` : "search by policy service";
    return (done) => {
      const detail = zone || type !== "Zone" ? this.options.unimplemented.note(what) : `there is no zone ${name}`;
      done(undefined, { what: `Search rule ${rule.name}`, detail: `${name}: ${detail}` });
    };
  }

  /** Own registrations, then those of the other peers: a location request to each. */
  #localZone(rule: SearchRule, query: SearchQuery, alias: string): Ask {
    const what = `Search rule ${rule.name}`;
    return (done) => {
      const subzone = this.options.local.find(alias);
      if (subzone !== undefined) {
        return done(
          { zone: subzone, alias },
          { what, detail: `LocalZone: ${alias} is registered here, in ${subzone}` },
        );
      }
      // A peer asked by a peer answers for itself alone, or they would ask each other in circles.
      const peers = query.from === "ClusterSubZone" ? [] : this.options.others().filter(({ shares }) => shares);
      if (peers.length === 0) return done(undefined, { what, detail: `LocalZone: ${alias} is not registered` });
      const answers: string[] = [];
      let over = false;
      for (const { address } of peers) {
        this.#locate(query, alias, { address, port: RAS_PORT }, (answer) => {
          if (over) return;
          answers.push(`${address} ${answer}`);
          const found = answer === "confirms";
          if (!found && answers.length < peers.length) return;
          over = true;
          done(found ? { zone: "ClusterSubZone", alias, answeredBy: `${address}:${RAS_PORT}` } : undefined, {
            what,
            detail: `LocalZone: ${alias} is not registered here; ${answers.join(", ")}`,
          });
        });
      }
    };
  }

  #neighbor(
    rule: SearchRule,
    query: SearchQuery,
    alias: string,
    zone: NonNullable<ReturnType<ZoneStates["named"]>>,
  ): Ask {
    const what = `Search rule ${rule.name}`;
    return (done) => {
      const [endpoint] = zone.reachable;
      if (!zone.h323) {
        const detail = this.options.unimplemented.note("search in a neighbor zone by SIP");
        return done(undefined, { what, detail: `${zone.name}: ${detail}` });
      }
      if (!endpoint) return done(undefined, { what, detail: `${zone.name}: System unreachable` });
      const hopCount = Math.min(query.hopCount - 1, zone.hopCount);
      if (hopCount <= 0) return done(undefined, { what, detail: `${zone.name}: Hop count exceeded` });
      this.#locate({ ...query, hopCount }, alias, endpoint, (answer) => {
        const where = `${endpoint.address}:${endpoint.port}`;
        done(answer === "confirms" ? { zone: zone.name, alias, answeredBy: where } : undefined, {
          what,
          detail: `${zone.name}: ${where} ${answer}`,
        });
      });
    };
  }

  #locate(
    query: SearchQuery,
    alias: string,
    to: { readonly address: string; readonly port: number },
    done: (answer: string) => void,
  ): void {
    const request = {
      destinationInfo: [aliasAddress(alias)],
      ...(query.sourceAlias !== "" && { sourceInfo: [aliasAddress(query.sourceAlias)] }),
      canMapAlias: true,
      hopCount: query.hopCount,
    };
    this.options.ras.locate(request, to, (answer) => {
      if (!answer) return done("does not answer");
      done(answer.kind === "locationConfirm" ? "confirms" : `rejects (${answer.rejectReason.kind})`);
    });
  }
}

/** Digits are a number, what has an @ is a URI, anything else is an H.323 ID. */
function aliasAddress(alias: string): AliasAddress {
  if (/^[0-9#*,]{1,128}$/.test(alias)) return { kind: "dialedDigits", value: alias };
  if (/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(alias)) return { kind: "url-ID", value: alias };
  return { kind: "h323-ID", value: alias };
}

/** The text of an alias; undefined for the kinds that have none. */
export function aliasText(alias: AliasAddress): string | undefined {
  return "value" in alias ? alias.value : undefined;
}
