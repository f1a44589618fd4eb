import { type CallRefusalCode, callRefusals } from "../../../model/call-refusals.ts";
import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Store } from "../../../store/store.ts";
import type { Timer } from "../../../world/clock.ts";
import type { Instant } from "../../../world/duration.ts";
import type { World } from "../../../world/world.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import type { EmitEvent } from "../../core/emit-event.ts";
import type { Facts } from "../../core/facts.ts";
import { type Identity, productFamily } from "../../core/identity.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValue } from "../../core/status-values.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { LEAST_CALL_BANDWIDTH } from "../bandwidth/admission.ts";
import type { Bandwidth } from "../bandwidth/bandwidth.ts";
import { isLicense } from "../bandwidth/over-use.ts";
import type { Kbps } from "../bandwidth/resources.ts";
import { madeCall, wantedCall } from "../call-events.ts";
import { type Licensing, TOKENS_PER_LICENCE } from "../licensing/licensing.ts";
import type { Registrations } from "../registrations/registrations.ts";
import type { Router, SearchRecord } from "../routing/search.ts";
import type { TurnServer } from "../turn/turn-server.ts";
import { CallCounters } from "./call-counters.ts";
import { CallHistory } from "./call-history.ts";
import {
  attemptFields,
  bandwidthFields,
  type CallNumbers,
  connectionFields,
  endFields,
  rejectionFields,
} from "./call-lines.ts";
import { callStatus } from "./call-status.ts";
import { type Call, type CallOutcome, callRecord, type CallRequest } from "./call.ts";
import type { Count } from "./counter.ts";

/** Hop count of a call that comes from an endpoint. Administrator Guide, "Zones": default 15. */
const HOP_COUNT = 15;

/** Of Unified CM remote sessions the twin has none. */
const NOTHING: Count = { Current: 0, Max: 0, Total: 0 };

export interface CallsOptions {
  readonly identity: Identity;
  readonly world: World;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly licensing: Licensing;
  readonly bandwidth: Bandwidth;
  readonly router: Router;
  readonly registrations: Registrations;
  readonly turn: TurnServer;
  readonly inMaintenanceMode: () => boolean;
  readonly emit: EmitEvent;
}

/** The calls that this peer carries: admitted or refused, listed, disconnected, and remembered when they are over. */
export class Calls implements Part {
  readonly name = "calls";
  readonly counters = new CallCounters();
  readonly status: StatusProviders = {
    Calls: () => this.#status(),
    ResourceUsage: () => ({
      Calls: {
        Traversal: this.counters.calls("traversal"),
        NonTraversal: this.counters.calls("nonTraversal"),
        CollaborationEdge: NOTHING,
      },
      Registrations: this.options.registrations.counter.values,
      TURN: { Relays: this.options.turn.count },
    }),
  };
  readonly commands: CommandHandlers = { DisconnectCall: (args, actor) => this.#disconnectCommand(args, actor) };
  readonly #calls = new Map<string, { call: Call; end: Timer | undefined }>();
  readonly history: CallHistory;
  #version = 0;

  constructor(private readonly options: CallsOptions) {
    this.history = new CallHistory(options.store);
    options.bandwidth.onCut(({ serialNumber, key, by }) => {
      if (isLicense(key)) this.#end(serialNumber, "Gatekeeper Resources Unavailable");
      else this.#downspeed(serialNumber, by);
    });
  }

  /** A restart ends the calls whose signalling goes through this peer. */
  stop(): void {
    for (const serialNumber of this.#calls.keys()) this.#end(serialNumber, "System restart");
  }

  /** The calls in progress, oldest first. */
  active(): readonly Call[] {
    return [...this.#calls.values()].map(({ call }) => call);
  }

  /** Grows with everything that happens to a call, and when those that are over are forgotten. */
  get version(): number {
    return this.#version + this.history.clearings;
  }

  find(serialNumber: string): Call | undefined {
    return this.#calls.get(serialNumber)?.call;
  }

  /** Makes a call. `done` is called once, when it is connected or refused; a search may take its time. */
  place(request: CallRequest, done: (outcome: CallOutcome) => void): void {
    const { log, router, emit, world } = this.options;
    const numbers = { tag: world.random.uuid(), serialNumber: world.random.uuid() };
    log.event("tvcs", "Call Attempted", attemptFields(request, numbers));
    emit("CallAttempt", () => wantedCall(request, numbers.tag));
    const refuse = (code: CallRefusalCode, reason: string): void => done(this.#refuse(request, numbers, code, reason));
    if (this.options.inMaintenanceMode()) return refuse("maintenance mode", "the peer is in maintenance mode");
    const query = {
      alias: request.destination,
      sourceAlias: request.source,
      protocol: request.protocol,
      from: request.from,
      hopCount: HOP_COUNT,
      authenticated: false,
      type: request.protocol === "H323" ? "Setup" : "INVITE",
    };
    router.search(query, numbers.tag, (record) => {
      if (!record.found) return refuse("not found", record.reason);
      done(this.#admit(request, record, numbers));
    });
  }

  /** One of the two ends hangs up. @returns false when there is no such call here */
  hangUp(serialNumber: string): boolean {
    if (!this.#calls.has(serialNumber)) return false;
    this.#end(serialNumber, "Normal call clearing");
    return true;
  }

  /** An operator ends a call. @returns false when there is no such call here */
  disconnect(serialNumber: string, actor: Actor): boolean {
    if (!this.#calls.has(serialNumber)) return false;
    this.options.log.event(actor.via ?? "web", "Operator Call Disconnect", {
      User: actor.user,
      "Src-ip": actor.source?.address,
      "Call-serial-number": serialNumber,
    });
    this.#end(serialNumber, "Operator disconnected");
    return true;
  }

  #admit(request: CallRequest, { found }: SearchRecord, numbers: CallNumbers): CallOutcome {
    const { bandwidth, configuration, identity, licensing, world } = this.options;
    const refuse = (code: CallRefusalCode, reason: string): CallOutcome => this.#refuse(request, numbers, code, reason);
    // Asked again: the search may have taken its time.
    if (this.options.inMaintenanceMode()) return refuse("maintenance mode", "the peer is in maintenance mode");
    const to = found?.zone ?? "";
    const expressway = productFamily(identity.product) === "expressway";
    const traversal = expressway || this.#needsTraversal(request.from) || this.#needsTraversal(to);
    const license: LicenseKind = expressway
      ? "rich media session"
      : traversal
        ? "traversal call"
        : "non-traversal call";
    const tokens = request.media === "audio" && request.protocol === "SIP" && traversal ? 1 : TOKENS_PER_LICENCE;
    const licenseRefusal = licensing.refusal(license, tokens);
    if (licenseRefusal) return refuse("license limit", licenseRefusal.reason);
    const route = bandwidth.map.route(request.from, to, traversal ? "TraversalSubZone" : undefined);
    if (!route) return refuse("no route", `no links lead from ${request.from} to ${to}`);
    const requested = request.bandwidth ?? configuration.integer("Bandwidth Default");
    const admission = bandwidth.admit(route, requested);
    if (!admission.ok) return refuse("bandwidth", admission.reason);
    const call: Call = {
      index: this.#lowestFree(),
      ...numbers,
      source: request.source,
      destination: found?.alias ?? request.destination,
      protocol: request.protocol,
      media: request.media,
      traversal,
      requested,
      allocated: admission.allocated,
      license,
      tokens,
      route,
      resources: admission.resources,
      startedAt: world.clock.now(),
    };
    this.#connect(call, request);
    return { ok: true, call };
  }

  #connect(call: Call, { duration }: CallRequest): void {
    const { serialNumber } = call;
    const end =
      duration === undefined
        ? undefined
        : this.options.world.clock.after("call ends", duration, () => this.#end(serialNumber, "Normal call clearing"));
    this.#calls.set(serialNumber, { call, end });
    this.counters.connected(call);
    this.options.log.event("tvcs", "Call Connected", connectionFields(call));
    this.options.emit("CallConnected", () => madeCall(callRecord(call)));
    this.#use(call);
  }

  /** Gives a call less bandwidth, or ends it where too little would be left or downspeeding is off. */
  #downspeed(serialNumber: string, by: Kbps): void {
    const entry = this.#calls.get(serialNumber);
    if (!entry) return;
    const allocated = entry.call.allocated - by;
    if (allocated < LEAST_CALL_BANDWIDTH || !this.options.configuration.isOn("Bandwidth Downspeed Total Mode"))
      return this.#end(serialNumber, "Exceeds Call Capacity");
    entry.call = { ...entry.call, allocated };
    const { call } = entry;
    this.options.log.event("tvcs", "Call Bandwidth Changed", bandwidthFields(call));
    this.options.emit("Bandwidth", () => madeCall(callRecord(call)));
    this.#use(call);
  }

  #end(serialNumber: string, reason: string): void {
    const entry = this.#calls.get(serialNumber);
    if (!entry) return;
    const { call, end } = entry;
    const { bandwidth, log, emit, world } = this.options;
    end?.cancel();
    this.#version++;
    this.#calls.delete(serialNumber);
    this.counters.ended(call);
    bandwidth.release(serialNumber);
    const endedAt = world.clock.now();
    const past = { ...callRecord(call), endedAt, reason };
    this.history.append(past);
    const duration = Math.floor((endedAt - call.startedAt) / 1000);
    log.event("tvcs", "Call Disconnected", endFields(call, reason, duration));
    emit("CallDisconnected", () => madeCall(past));
    this.options.facts.changed("usage");
  }

  #use({ serialNumber, startedAt, allocated, resources, license, tokens }: Call): void {
    this.#version++;
    this.options.bandwidth.take({ serialNumber, admittedAt: startedAt, kbps: allocated, resources, license, tokens });
    this.options.facts.changed("usage");
  }

  #refuse(request: CallRequest, numbers: CallNumbers, code: CallRefusalCode, reason: string): CallOutcome {
    const { log, emit, world } = this.options;
    const row = callRefusals.find((refusal) => refusal.code === code);
    const now: Instant = world.clock.now();
    log.event("tvcs", row?.event ?? "Call Rejected", rejectionFields(request, numbers, reason, row));
    this.#version++;
    this.history.append({
      ...numbers,
      source: request.source,
      destination: request.destination,
      protocol: request.protocol,
      media: request.media,
      traversal: false,
      tokens: 0,
      allocated: 0,
      route: [],
      startedAt: now,
      endedAt: now,
      reason,
    });
    emit("CallFailure", () => wantedCall(request, numbers.tag, reason));
    return { ok: false, code, reason };
  }

  #disconnectCommand(args: CommandArguments, actor: Actor): CommandResult {
    const { Call: index, CallSerialNumber: serialNumber } = args;
    if (index === undefined && serialNumber === undefined)
      return { ok: false, reason: "give Call or CallSerialNumber" };
    const call = this.active().find((one) => one.serialNumber === serialNumber || String(one.index) === index);
    if (!call || !this.disconnect(call.serialNumber, actor)) {
      const present =
        this.active()
          .map((one) => one.index)
          .join(", ") || "none";
      return { ok: false, reason: `there is no call ${serialNumber ?? index} on this peer; there are: ${present}` };
    }
    return { ok: true };
  }

  /** On a VCS, calls through a traversal zone take a traversal license; the others do not. */
  #needsTraversal(zone: string): boolean {
    const { configuration } = this.options;
    const index = configuration.rows
      .of("Zones Zone")
      .find((row) => configuration.get(`Zones Zone ${row} Name`) === zone);
    return index !== undefined && configuration.get(`Zones Zone ${index} Type`).startsWith("Traversal");
  }

  #lowestFree(): number {
    const taken = new Set(this.active().map((call) => call.index));
    let index = 1;
    while (taken.has(index)) index++;
    return index;
  }

  #status(): { Call?: ReadonlyMap<number, StatusValue> } {
    const calls = this.active();
    if (calls.length === 0) return {};
    return { Call: new Map(calls.map((call) => [call.index, callStatus(call, this.options.world.clock)])) };
  }
}
