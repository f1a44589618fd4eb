import {
  intrusionCategories,
  type IntrusionCategory,
  type SeenCategoryName,
} from "../../../model/intrusion-categories.ts";
import type { EventName } from "../../../model/logs/events.ts";
import type { Clock } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders } from "../../core/status-values.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { type BlockingRules, CategoryGuard } from "./category-guard.ts";
import { isExempt } from "./exemptions.ts";
import { protectionStatus } from "./protection-status.ts";

export interface ProtectionOptions {
  readonly clock: Clock;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
}

type Category = (typeof intrusionCategories)[number];

/** A category that the twin sees failures of, and what guards it. */
export interface GuardedCategory {
  readonly category: Category & { readonly ports: readonly number[] };
  readonly guard: CategoryGuard;
}

/** An address that is blocked for a category. */
export interface BlockedAddress {
  readonly category: IntrusionCategory;
  readonly address: string;
  readonly remaining: Milliseconds;
}

/**
 * Automated intrusion protection (Administrator Guide, "Configuring automated intrusion protection"): an address that fails too
 * often within a time is kept from the ports of the service for another. Each peer counts and blocks for itself, in memory: a
 * restart forgets it all. What is connected already stays connected.
 */
export class Protection implements Part {
  readonly name = "automated protection";
  readonly status: StatusProviders;
  readonly guarded: readonly GuardedCategory[];

  constructor(private readonly options: ProtectionOptions) {
    this.guarded = intrusionCategories.flatMap((category) =>
      "ports" in category ? [{ category, guard: this.#guard(category) }] : [],
    );
    this.status = protectionStatus(() => ({ serviceOn: this.serviceOn, guarded: this.guarded }));
    options.configuration.onChange(() => this.#run());
    this.#run();
  }

  get serviceOn(): boolean {
    return this.options.configuration.isOn("IntrusionProtection Service Mode");
  }

  /** Somebody at an address failed to get in, or did not even speak the protocol. */
  failed(name: SeenCategoryName, address: string): void {
    const found = this.guarded.find(({ category }) => category.name === name);
    if (!found?.guard.running || isExempt(this.options.configuration, found.category.word, address)) return;
    found.guard.failed(address);
    this.options.facts.changed();
  }

  /** Whether a new connection from an address to a port of this peer is to be dropped. */
  drops(address: string, port: number): boolean {
    return this.guarded.some(({ category, guard }) => category.ports.includes(port) && guard.blocks(address));
  }

  /** What is blocked at this moment, what is unblocked next first. */
  blocked(): readonly BlockedAddress[] {
    return this.guarded
      .flatMap(({ category, guard }) =>
        [...guard.blocked].map(([address, remaining]): BlockedAddress => ({ category, address, remaining })),
      )
      .toSorted((one, other) => one.remaining - other.remaining);
  }

  /** @returns false where the address is not blocked for the category, or no longer */
  unblock(name: string, address: string, by: string): boolean {
    const found = this.guarded.find(({ category }) => category.name === name);
    return found?.guard.unblock(address, `Unblocked by ${by}`) ?? false;
  }

  stop(): void {
    for (const { guard } of this.guarded) guard.stop();
  }

  #run(): void {
    const { serviceOn } = this;
    for (const { category, guard } of this.guarded)
      guard.run(serviceOn && this.options.configuration.isOn(`IntrusionProtection Category ${category.word} Mode`));
  }

  #guard({ name, word, label }: Category): CategoryGuard {
    const { clock, configuration } = this.options;
    const integer = (item: "TriggerLevel" | "DetectionWindow" | "BlockDuration"): number =>
      configuration.integer(`IntrusionProtection Category ${word} ${item}`);
    return new CategoryGuard({
      clock,
      name,
      rules: (): BlockingRules => ({
        triggerLevel: integer("TriggerLevel"),
        detectionWindow: seconds(integer("DetectionWindow")),
        blockDuration: seconds(integer("BlockDuration")),
      }),
      onBlocked: (address, failures, duration) =>
        this.#logEvent(
          "Intrusion Protection Blocking",
          name,
          address,
          `${label}: ${failures} failures, blocked for ${duration / 1000} seconds`,
        ),
      onUnblocked: (address, reason) =>
        this.#logEvent("Intrusion Protection Unblocking", name, address, `${label}: ${reason}`),
    });
  }

  #logEvent(event: EventName, category: string, address: string, detail: string): void {
    const fields = { Category: category, "Src-ip": address, Detail: detail };
    this.options.log.event("fail2ban", event, fields);
    this.options.facts.changed();
  }
}
