import type { Clock } from "../../../world/clock.ts";
import type { Registration, RegistrationOutcome, RegistrationRequest } from "./registration.ts";

import type { Random } from "../../../world/random.ts";
import type { CommandHandlers } from "../../core/command-handler.ts";
import { Counter } from "../call/counter.ts";
import { serviceOf } from "../call/call-lines.ts";

import type { Facts } from "../../core/facts.ts";
import { acceptedRegistration, refusedRegistration } from "../call-events.ts";
import type { EmitEvent } from "../../core/emit-event.ts";
import { productFamily, type Identity } from "../../core/identity.ts";
import { TOKENS_PER_LICENCE, type Licensing } from "../licensing/licensing.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValue } from "../../core/status-values.ts";
import { registrationCommandHandlers } from "./registration-commands.ts";
import { RegistrationHistory } from "./registration-history.ts";
import { registrationStatus } from "./registration-status.ts";

export interface RegistrationsOptions {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly random: Random;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly licensing: () => Licensing;
  /** Why no other device can be provisioned; undefined while it can. */
  readonly provisioningRefusal: () => string | undefined;
  /** Why an alias may not register; undefined while it may. */
  readonly restriction: (alias: string) => string | undefined;
  readonly inMaintenanceMode: () => boolean;
  readonly emit: EmitEvent;
}

/** The endpoints of this peer: a VCS takes registrations, an Expressway X8.1 is no registrar. */
export class Registrations implements Part {
  readonly name = "registrations";
  readonly status: StatusProviders = { Registrations: () => this.#status() };
  readonly commands: CommandHandlers;
  readonly #registered = new Map<string, Registration>();
  readonly counter = new Counter();
  readonly history = new RegistrationHistory();

  constructor(private readonly options: RegistrationsOptions) {
    this.commands = registrationCommandHandlers(this, () => options.clock.now());
  }

  all(): readonly Registration[] {
    return [...this.#registered.values()];
  }

  /** @returns the subzone of the endpoint that has an alias */
  find(alias: string): string | undefined {
    return this.#registered.get(alias.toLowerCase())?.subzone;
  }

  /** How many of them are provisioned devices. */
  get provisioned(): number {
    return this.all().filter(({ provisioned }) => provisioned).length;
  }

  /** Halves of licenses that registrations take. */
  get tokens(): number {
    return this.#registered.size * TOKENS_PER_LICENCE;
  }

  /** An endpoint registers, or refreshes its registration. */
  register(request: RegistrationRequest): RegistrationOutcome {
    const { alias, protocol, address, provisioned = false } = request;
    const {
      clock,
      facts,
      identity,
      inMaintenanceMode,
      licensing,
      log,
      provisioningRefusal,
      random,
      restriction,
      emit,
    } = this.options;
    const known = this.#registered.get(alias.toLowerCase());
    const refreshes = known?.address === address;
    const fields = { Service: serviceOf(protocol), "Src-ip": address, "Src-alias": alias };
    log.event("tvcs", refreshes ? "Registration Refresh Requested" : "Registration Requested", fields);
    const refuse = (reason: string): RegistrationOutcome => {
      log.event("tvcs", "Registration Rejected", { Reason: reason, ...fields });
      emit("RegistrationFailure", () => refusedRegistration(request, reason));
      return { ok: false, reason };
    };
    if (productFamily(identity.product) !== "vcs") return refuse("an Expressway X8.1 takes no registrations");
    if (inMaintenanceMode()) return refuse("the peer is in maintenance mode");
    const restricted = restriction(alias);
    if (restricted !== undefined) return refuse(restricted);
    if (known && refreshes) {
      log.event("tvcs", "Registration Refresh Accepted", fields);
      return { ok: true, registration: known };
    }
    if (known) return refuse(`the alias is registered by ${known.address}`);
    const limit = licensing().refusal("registration", TOKENS_PER_LICENCE);
    if (limit) return refuse(limit.reason);
    const unprovisioned = provisioned ? provisioningRefusal() : undefined;
    if (unprovisioned !== undefined) return refuse(unprovisioned);
    const taken = new Set(this.all().map((one) => one.index));
    let index = 1;
    while (taken.has(index)) index++;
    const registration: Registration = {
      index,
      serialNumber: random.uuid(),
      alias,
      protocol,
      address,
      subzone: "DefaultSubZone",
      since: clock.now(),
      provisioned,
    };
    this.#registered.set(alias.toLowerCase(), registration);
    this.counter.up();
    log.event("tvcs", "Registration Accepted", fields);
    emit("RegistrationAdded", () => acceptedRegistration(registration));
    facts.changed("usage");
    return { ok: true, registration };
  }

  /** @returns false when the alias is not registered */
  remove(alias: string): boolean {
    const registration = this.#registered.get(alias.toLowerCase());
    if (!registration) return false;
    this.#registered.delete(alias.toLowerCase());
    this.counter.down();
    this.history.append({ ...registration, endedAt: this.options.clock.now() });
    const { address, protocol } = registration;
    const fields = { Service: serviceOf(protocol), "Src-ip": address, "Src-alias": registration.alias };
    this.options.log.event("tvcs", "Registration Removed", fields);
    this.options.emit("RegistrationRemoved", () => acceptedRegistration(registration));
    this.options.facts.changed("usage");
    return true;
  }

  #status(): { Registration?: ReadonlyMap<number, StatusValue> } {
    const all = this.all();
    if (all.length === 0) return {};
    const now = this.options.clock.now();
    return {
      Registration: new Map(all.map((one): [number, StatusValue] => [one.index, registrationStatus(one, now)])),
    };
  }
}
