import type { Configuration } from "../../configuration/configuration.ts";
import { applyPattern, type AliasPattern, type PatternBehavior, type PatternType } from "./pattern.ts";
import type { SearchQuery } from "./search.ts";

/** A pre-search transform. */
export interface Transform {
  readonly index: number;
  readonly priority: number;
  readonly pattern: AliasPattern;
}

/** A search rule: which aliases it takes, and where they are looked for. */
export interface SearchRule {
  readonly index: number;
  readonly name: string;
  readonly priority: number;
  readonly protocol: "Any" | "H323" | "SIP";
  readonly source: { readonly mode: "Any" | "AllZones" | "LocalZone" | "Named"; readonly name: string };
  readonly mode: "AliasPatternMatch" | "AnyAlias" | "AnyIPAddress";
  readonly pattern: AliasPattern;
  readonly stop: boolean;
  readonly target: { readonly type: "Zone" | "PolicyService"; readonly name: string };
}

/** A rule that takes an alias, and the alias that it looks for. */
export interface MatchedRule {
  readonly rule: SearchRule;
  readonly wanted: string;
}

/** The rules of one priority: what they lead to is asked together. */
export interface RuleGroup {
  readonly priority: number;
  readonly rules: readonly MatchedRule[];
}

const IP_ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*$/i;
const LOCAL_ZONES: ReadonlySet<string> = new Set(["LocalZone", "DefaultSubZone", "TraversalSubZone", "ClusterSubZone"]);

/** Transforms and search rules as configured, those that are enabled, in the order of their priorities. */
export class DialPlan {
  #transforms: readonly Transform[] | undefined;
  #rules: readonly SearchRule[] | undefined;

  constructor(private readonly configuration: Configuration) {
    configuration.onChange((changes) => {
      if (!changes.some(({ path }) => AFFECTING.some((prefix) => path.startsWith(prefix)))) return;
      this.#transforms = undefined;
      this.#rules = undefined;
    });
  }

  /** The alias that is searched for: what the first transform that matches makes of it. */
  transform(alias: string): { readonly alias: string; readonly by?: Transform } {
    for (const transform of this.transforms) {
      const made = applyPattern(transform.pattern, alias);
      if (made !== undefined) return { alias: made, by: transform };
    }
    return { alias };
  }

  get transforms(): readonly Transform[] {
    return (this.#transforms ??= this.#readTransforms());
  }

  get rules(): readonly SearchRule[] {
    return (this.#rules ??= this.#readRules());
  }

  /**
   * The rules that look for an alias, those of one priority together, the most important first. A rule that stops ends the
   * search with its priority.
   */
  groups(query: Pick<SearchQuery, "protocol" | "from">, alias: string): readonly RuleGroup[] {
    const groups: { readonly priority: number; readonly rules: MatchedRule[] }[] = [];
    let stopAt = Number.POSITIVE_INFINITY;
    for (const rule of this.rules) {
      if (rule.priority > stopAt) break;
      const wanted = this.match(rule, query, alias);
      if (wanted === undefined) continue;
      const last = groups.at(-1);
      if (last?.priority === rule.priority) last.rules.push({ rule, wanted });
      else groups.push({ priority: rule.priority, rules: [{ rule, wanted }] });
      if (rule.stop) stopAt = rule.priority;
    }
    return groups;
  }

  /** @returns the alias that a rule looks for, undefined where the rule is not for this search */
  match(rule: SearchRule, query: Pick<SearchQuery, "protocol" | "from">, alias: string): string | undefined {
    if (rule.protocol !== "Any" && rule.protocol !== query.protocol) return undefined;
    if (!this.#comesFrom(rule, query.from)) return undefined;
    const isAddress = IP_ADDRESS.test(alias);
    if (rule.mode === "AnyIPAddress") return isAddress ? alias : undefined;
    if (rule.mode === "AnyAlias") return isAddress ? undefined : alias;
    return applyPattern(rule.pattern, alias);
  }

  #comesFrom({ source: { mode, name } }: SearchRule, from: string): boolean {
    if (mode === "Any") return true;
    if (mode === "Named") return from === name || (name === "LocalZone" && this.#isLocal(from));
    return mode === "LocalZone" ? this.#isLocal(from) : !this.#isLocal(from);
  }

  #isLocal(node: string): boolean {
    const list = "Zones LocalZone SubZones SubZone";
    return (
      LOCAL_ZONES.has(node) ||
      this.configuration.rows.of(list).some((row) => this.configuration.get(`${list} ${row} Name`) === node)
    );
  }

  #readTransforms(): readonly Transform[] {
    const { configuration } = this;
    return configuration.rows
      .of("Transform")
      .filter((row) => configuration.get(`Transform ${row} State`) === "Enabled")
      .map((index) => ({
        index,
        priority: configuration.integer(`Transform ${index} Priority`),
        pattern: this.#pattern(`Transform ${index}`),
      }))
      .toSorted((a, b) => a.priority - b.priority || a.index - b.index);
  }

  #readRules(): readonly SearchRule[] {
    const { configuration } = this;
    const list = "Zones Policy SearchRules Rule";
    return configuration.rows
      .of(list)
      .filter((row) => configuration.get(`${list} ${row} State`) === "Enabled")
      .map((index): SearchRule => {
        const item = (words: string): string => configuration.read(`${list} ${index} ${words}`) ?? "";
        return {
          index,
          name: item("Name"),
          priority: Number(item("Priority")),
          protocol: item("Protocol") as SearchRule["protocol"],
          source: { mode: item("Source Mode") as SearchRule["source"]["mode"], name: item("Source Name") },
          mode: item("Mode") as SearchRule["mode"],
          pattern: this.#pattern(`${list} ${index}`),
          stop: item("Progress") === "Stop",
          target: { type: item("Target Type") as SearchRule["target"]["type"], name: item("Target Name") },
        };
      })
      .toSorted((a, b) => a.priority - b.priority || a.index - b.index);
  }

  #pattern(row: string): AliasPattern {
    const item = (words: string): string => this.configuration.read(`${row} Pattern ${words}`) ?? "";
    return {
      type: item("Type") as PatternType,
      text: this.#variables(item("String")),
      behavior: item("Behavior") as PatternBehavior,
      replace: this.#variables(item("Replace")),
    };
  }

  /** Administrator Guide, "Pattern matching variables". */
  #variables(text: string): string {
    if (!text.includes("%")) return text;
    const { configuration } = this;
    const domains = configuration.rows.of("SIP Domain").map((row) => configuration.get(`SIP Domain ${row} Name`));
    return text
      .replaceAll("%ip%", configuration.get("Ethernet 1 IP V4 Address"))
      .replaceAll("%systemname%", configuration.get("SystemUnit Name"))
      .replaceAll("%localdomains%", domains.join("|"));
  }
}

const AFFECTING = [
  "Transform ",
  "Zones Policy ",
  "Zones LocalZone SubZones ",
  "SIP Domain ",
  "Ethernet ",
  "SystemUnit ",
];
