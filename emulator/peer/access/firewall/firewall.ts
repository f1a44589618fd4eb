import type { Timer } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { PeerWorld } from "../../../world/peer-world.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { AlarmCondition, Evidence } from "../../core/alarm-condition.ts";
import type { Change, ChangeResult } from "../../core/configuration-change.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import { changesTo, type FirewallRule, readRule, rulePath, rulesOf } from "./firewall-rule.ts";
import { judgeBy } from "./judge.ts";
import { duplicatedPriorities, faultOf } from "./rule-faults.ts";
import { type ListedRule, listedRules, moveRule, revertAll } from "./working-copy.ts";

const WORKING_RULES = "Firewall Rule";
const RULES_IN_FORCE = "Firewall ActiveRule";

/** Administrator Guide X8.1, "Configuring firewall rules". */
export const CONFIRMATION_TIME: Milliseconds = seconds(15);

/** What came of activating: the reasons where the rules were not valid. */
export type Activation = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly string[] };

export interface FirewallOptions {
  /** Its filter is judged by the rules in force, for all that arrives at this peer. */
  readonly world: Pick<PeerWorld, "clock" | "filterInbound">;
  readonly configuration: Configuration;
  readonly facts: Facts;
  /** Whether the key for advanced networking is installed. */
  readonly isLicensed: () => boolean;
  /** The address of LAN 1. */
  readonly ownAddress: string;
}

interface Trial {
  readonly rules: ReadonlyMap<number, FirewallRule>;
  readonly rollBack: Timer;
}

/**
 * System > Protection > Firewall rules. Rules are worked on in a copy of those that are in force; activating them puts them in force
 * on this peer for 15 seconds, in memory, and only accepting them makes them those of the cluster. So neither a lost browser nor a
 * restart can shut anybody out for good.
 */
export class Firewall implements Part {
  readonly name = "firewall";
  readonly alarmConditions: readonly AlarmCondition[];
  #trial: Trial | undefined;
  /** The last activation was refused, and nothing was activated or reverted since. */
  #refused = false;
  /** The rules in force are changed by activation alone. */
  #accepting = false;

  constructor(private readonly options: FirewallOptions) {
    const { configuration } = options;
    this.alarmConditions = [
      { alarm: 40030, holds: () => this.#evidence(this.#rejectedRules()) },
      { alarm: 40034, holds: () => this.#evidence(this.#duplicates()) },
    ];
    configuration.guard((changes, after) => this.#check(changes, (path) => after(path)));
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith(`${RULES_IN_FORCE} `) || path.startsWith("Ethernet 2 ")))
        this.#enforce();
    });
  }

  /** The rules of the last life are in force before anybody listens. */
  start(): void {
    this.#judge();
  }

  stop(): void {
    this.#trial?.rollBack.cancel();
    this.#trial = undefined;
  }

  /** The working copy with the state of each rule, by priority. */
  get listed(): readonly ListedRule[] {
    return listedRules(this.options.configuration);
  }

  /** The rules that this peer goes by at this moment, by priority. */
  get inForce(): readonly FirewallRule[] {
    const rules = this.#trial?.rules ?? rulesOf(this.options.configuration, "ActiveRule");
    return [...rules.values()].toSorted((one, other) => Number(one.Priority) - Number(other.Priority));
  }

  /** How long the activated rules may still be accepted; undefined where none are on trial. */
  get confirmationLeft(): Milliseconds | undefined {
    return this.#trial && this.#trial.rollBack.due - this.options.world.clock.monotonic();
  }

  /** Puts the working copy in force until it is accepted, rolled back or 15 seconds are over. */
  activate(): Activation {
    const reasons = [...this.#rejectedRules(), ...this.#duplicates()];
    this.#refused = reasons.length > 0;
    if (this.#refused) {
      this.options.facts.changed();
      return { ok: false, reasons };
    }
    this.#trial?.rollBack.cancel();
    const { world, configuration } = this.options;
    this.#trial = {
      rules: rulesOf(configuration, "Rule"),
      rollBack: world.clock.after("firewall rules: roll back", CONFIRMATION_TIME, () => void this.rollBack()),
    };
    this.#enforce();
    return { ok: true };
  }

  /** Keeps the activated rules, on all peers of the cluster. */
  accept(actor: Actor): ChangeResult {
    const { configuration } = this.options;
    const rules = this.#trial?.rules;
    if (!rules) return { ok: false, path: RULES_IN_FORCE, reason: NOTHING_TO_CONFIRM };
    this.stop();
    this.#accepting = true;
    try {
      return configuration.set(changesTo(configuration, "ActiveRule", rules), actor);
    } finally {
      this.#accepting = false;
      this.#enforce();
    }
  }

  /** Puts the earlier rules back in force; the working copy stays. @returns false where none were on trial */
  rollBack(): boolean {
    if (!this.#trial) return false;
    this.stop();
    this.#enforce();
    return true;
  }

  /** Makes the working copy what is in force. */
  revert(actor: Actor): ChangeResult {
    this.#refused = false;
    const result = revertAll(this.options.configuration, actor);
    this.options.facts.changed();
    return result;
  }

  move(row: number, direction: "up" | "down", actor: Actor): ChangeResult {
    return moveRule(this.options.configuration, row, direction, actor);
  }

  #enforce(): void {
    this.#judge();
    this.options.facts.changed();
  }

  #judge(): void {
    const { configuration, world, ownAddress } = this.options;
    const lan2 = configuration.get("Ethernet 2 IP V4 Address");
    world.filterInbound(judgeBy(this.inForce, { lan1: ownAddress, lan2 }));
  }

  #hasLan2(): boolean {
    return this.options.isLicensed();
  }

  #rejectedRules(): readonly string[] {
    return [...rulesOf(this.options.configuration, "Rule").values()].flatMap((rule) => {
      const fault = faultOf(rule, this.#hasLan2());
      return fault ? [`rule with priority ${rule.Priority}: ${fault.item}: ${fault.reason}`] : [];
    });
  }

  #duplicates(): readonly string[] {
    const rules = rulesOf(this.options.configuration, "Rule").values();
    return duplicatedPriorities(rules).map((priority) => `several rules have the priority ${priority}`);
  }

  #evidence(reasons: readonly string[]): Evidence | undefined {
    if (!this.#refused || reasons.length === 0) return undefined;
    return {
      facts: [...reasons, "the last activation of firewall rules was refused"],
      clearedBy: "correct the rules, or revert all changes, on System > Protection > Firewall rules > Configuration",
    };
  }

  #check(changes: readonly Change[], after: (path: ReturnType<typeof rulePath>) => string): ChangeResult {
    const rows = new Set<number>();
    for (const { path, value } of changes) {
      if (path.startsWith(`${RULES_IN_FORCE} `) && !this.#accepting)
        return { ok: false, path, reason: "rules come into force by being activated and accepted" };
      if (value !== null && path.startsWith(`${WORKING_RULES} `))
        rows.add(Number.parseInt(path.slice(WORKING_RULES.length), 10));
    }
    for (const row of rows) {
      const rule = readRule((item) => after(rulePath("Rule", row, item)));
      const fault = faultOf(rule, this.#hasLan2());
      if (fault) return { ok: false, path: rulePath("Rule", row, fault.item), reason: fault.reason };
    }
    return { ok: true };
  }
}

/** Why there is nothing to accept or to roll back. */
export const NOTHING_TO_CONFIRM = "no firewall rules wait for confirmation: the time is over, or none were activated";
