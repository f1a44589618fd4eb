import type { TmsState } from "../../../../protocol/tms/provisioning.ts";
import type { Timer } from "../../../world/clock.ts";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { World } from "../../../world/world.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { Identity } from "../../core/identity.ts";
import type { ServerSecurity } from "../../access/certificates/server-security.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValues } from "../../core/status-values.ts";
import { askTms, type TmsAnswer } from "./tms-client.ts";

/** How often the TMS is asked. No source gives the interval. */
const POLL_INTERVAL: Milliseconds = seconds(60);

export interface ProvisioningOptions {
  readonly world: World;
  readonly identity: Identity;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly resolver: Resolver;
  /** The option key for Device Provisioning is installed. */
  readonly licensed: () => boolean;
  /** Provisioned devices that are registered here. */
  readonly devices: () => number;
  readonly ownAddress: string;
  readonly security: Pick<ServerSecurity, "ofManager">;
}

/**
 * Provisioned devices and the licenses for them, which are the external manager's: it is told of the devices of this peer
 * every minute and whenever they change, and tells its limit and what the other systems have.
 */
export class Provisioning implements Part {
  readonly name = "provisioning";
  readonly status: StatusProviders = { ExternalManager: () => this.#externalManager() };
  readonly alarmConditions: readonly AlarmCondition[] = [
    {
      alarm: 30018,
      follows: "usage",
      holds: () => {
        const use = this.#use();
        if (!use || use.devices === 0 || use.devices < use.licenses) return undefined;
        return {
          facts: [`${use.devices} of ${use.licenses} provisioning licenses are in use`],
          clearedBy: "a device leaves, or the limit is raised in TMS",
        };
      },
    },
  ];
  #started = false;
  /** Runs while there is a TMS to ask. */
  #timer: Timer | undefined;
  /** Who is asked, and how. */
  #manager = "";
  #told: number | undefined;
  #asking = false;
  #answer: TmsAnswer | undefined;
  /** What the TMS said last, even if it is silent since. */
  #known: TmsState | undefined;

  constructor(private readonly options: ProvisioningOptions) {
    const { configuration, facts } = options;
    configuration.onChange(() => this.#follow());
    facts.onChange(() => {
      if (this.#told !== undefined && this.#told !== options.devices()) this.#report();
    });
  }

  start(): void {
    this.#started = true;
    this.#follow();
  }

  stop(): void {
    this.#started = false;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** Why no other device can be provisioned here; undefined while it can. */
  refusal(): string | undefined {
    if (!this.options.licensed()) return "there is no option key for Device Provisioning";
    const use = this.#use();
    if (!use) return "no TMS has told how many provisioning licenses there are";
    return use.devices < use.licenses ? undefined : `the limit of ${use.licenses} provisioning licenses is reached`;
  }

  #use(): { readonly devices: number; readonly licenses: number } | undefined {
    if (!this.#known) return undefined;
    const { licenses, systems } = this.#known;
    const others = Object.entries(systems).filter(([system]) => system !== this.options.identity.serialNumber);
    return { licenses, devices: others.reduce((sum, [, count]) => sum + count, this.options.devices()) };
  }

  /** Another TMS, or none: what the last one said is void. */
  #follow(): void {
    const { configuration, licensed, world } = this.options;
    const address = licensed() ? configuration.get("ExternalManager Address") : "";
    const manager = address && `${configuration.get("ExternalManager Protocol").toLowerCase()}://${address}/`;
    if (!this.#started || manager === this.#manager) return;
    this.#manager = manager;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#asking = false;
    this.#told = this.#answer = this.#known = undefined;
    if (manager !== "") this.#timer = world.clock.every("TMS poll", POLL_INTERVAL, () => this.#report(), 0);
    this.options.facts.changed();
  }

  #report(): void {
    const { configuration, devices, identity, resolver, security, world, log, ownAddress } = this.options;
    if (this.#asking) return;
    const name = configuration.get("ExternalManager Address");
    const round = this.#timer;
    const told = devices();
    this.#asking = true;
    this.#told = told;
    const done = (answer: TmsAnswer): void => {
      if (this.#timer !== round) return;
      this.#asking = false;
      this.#heard(answer);
      if (devices() !== told) this.#report();
    };
    resolver.address(name, (address) => {
      if (address === undefined) return done({ ok: false, reason: `${name} cannot be resolved` });
      const request = { kind: "report", serialNumber: identity.serialNumber, devices: told } as const;
      const secured = this.#manager.startsWith("https:") ? security.ofManager(name) : undefined;
      askTms({ ...world, log, ownAddress }, { address, secured }, request, done);
    });
  }

  #heard(answer: TmsAnswer): void {
    const before = JSON.stringify(this.#answer);
    this.#answer = answer;
    if (answer.ok) this.#known = answer.state;
    if (JSON.stringify(answer) !== before) this.options.facts.changed();
  }

  #externalManager(): StatusValues {
    const { configuration } = this.options;
    if (this.#manager === "") return { Status: "Inactive" };
    if (!this.#answer) return { Status: "Initializing" };
    if (!this.#answer.ok) return { Status: "Failed", Cause: this.#answer.reason, URL: this.#manager };
    const [Address, Protocol] = [
      configuration.get("ExternalManager Address"),
      configuration.get("ExternalManager Protocol"),
    ];
    return { Status: "Active", Address, Protocol, URL: this.#manager };
  }
}
