import type { SteppableClock, Timer } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { DatagramSocket, Network } from "../../../world/network.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValues } from "../../core/status-values.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { formatTime } from "../../reporting/status/format-time.ts";
import type { Resolver } from "../dns/resolver.ts";
import { NtpAssociation } from "./ntp-association.ts";

/** The State words of System > Time. */
export type TimeState = "Starting" | "Synchronized" | "Unsynchronized" | "Down" | "Reject";

const NTP_PORT = 123;
const SERVER_INDICES = [1, 2, 3, 4, 5] as const;
const POLL_INTERVAL: Milliseconds = seconds(64);
const ANSWER_TIMEOUT: Milliseconds = seconds(5);

/** Larger offsets are stepped at once; smaller ones a client would slew, and the twin lets them be. */
const STEP_THRESHOLD: Milliseconds = 128;

/** The last four polls: a server that missed them all is out of reach. */
const RECENT_POLLS = 0x0f;

export interface TimeSyncOptions {
  readonly clock: SteppableClock;
  readonly network: Network;
  readonly configuration: Configuration;
  readonly resolver: Resolver;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly ownAddress: string;
}

/** The peer's NTP client: asks each server of System > Time and sets the peer's clock by the first that answers. */
export class TimeSync implements Part {
  readonly name = "time";
  readonly status: StatusProviders = { NTP: () => this.#status() };
  readonly alarmConditions: readonly AlarmCondition[] = [
    { alarm: 25002, holds: () => this.#unsynchronizedEvidence() },
    { alarm: 25021, holds: () => this.#unsynchronizedEvidence() },
  ];
  #associations: NtpAssociation[] = [];
  #socket: DatagramSocket | undefined;
  #timer: Timer | undefined;
  /** The stable revision of the network at the last poll. */
  #polledAt: number | undefined;

  constructor(private readonly options: TimeSyncOptions) {}

  async start(): Promise<void> {
    const local = { address: this.options.ownAddress, port: 0 };
    this.#socket = await this.options.network.bind(local, (data, from) => this.#receive(data, from));
    this.options.configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith("NTP ") || path.startsWith("DNS "))) this.#restart();
    });
    this.#restart();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#socket?.close();
    this.#socket = undefined;
  }

  get associations(): readonly NtpAssociation[] {
    return this.#associations;
  }

  /** The server whose time the peer follows: the first that is in reach. */
  get source(): NtpAssociation | undefined {
    return this.#associations.find((association) => (association.reach & RECENT_POLLS) !== 0);
  }

  get state(): TimeState {
    if (this.source) return "Synchronized";
    if (!this.#socket) return "Starting";
    if (this.#associations.length === 0) return "Down";
    return this.#associations.some((association) => association.polls === 0) ? "Starting" : "Unsynchronized";
  }

  get synchronized(): boolean {
    return this.source !== undefined;
  }

  /** False while a client that has just started has not heard from its servers: nobody is alarmed by that. */
  get settled(): boolean {
    return this.state !== "Starting";
  }

  /** Administrator Guide: a change of servers restarts the client, and the registers begin empty. */
  #restart(): void {
    if (!this.#socket) return;
    const { configuration, clock, facts } = this.options;
    this.#associations = SERVER_INDICES.map((index) => configuration.get(`NTP Server ${index} Address`))
      .filter(Boolean)
      .map((server) => new NtpAssociation(server));
    this.#timer?.cancel();
    this.#timer = clock.every("NTP poll", POLL_INTERVAL, () => this.#pollAll(), 0);
    facts.changed();
  }

  #pollAll(): void {
    const { clock, network } = this.options;
    const { stableRevision } = network;
    const needless = stableRevision !== undefined && stableRevision === this.#polledAt;
    this.#polledAt = stableRevision;
    if (needless && this.#associations.every((association) => association.uniform)) {
      for (const association of this.#associations) association.repeat(clock.now());
      return;
    }
    for (const association of this.#associations) {
      if (association.address) this.#poll(association, association.address);
      else {
        this.options.resolver.address(association.server, (address) => {
          if (!this.#associations.includes(association)) return;
          association.address = address;
          if (address) return this.#poll(association, address);
          const before = this.state;
          association.miss();
          this.#missed(before);
          this.options.facts.changed();
        });
      }
    }
  }

  #poll(association: NtpAssociation, address: string): void {
    this.#socket?.send(association.request(this.options.clock.now()), { address, port: NTP_PORT });
    this.options.clock.after("NTP answer", ANSWER_TIMEOUT, () => {
      const before = this.state;
      if (!association.timeOut() || this.state === before) return;
      this.#missed(before);
      this.options.facts.changed();
    });
  }

  /** The last server that was in reach is so no longer, or none has answered since the start. */
  #missed(before: TimeState): void {
    if (this.state !== "Unsynchronized" || before === "Unsynchronized") return;
    this.options.log.event("management", "External Server Communications Failure", {
      Reason: "no response",
      Service: "NTP",
      Detail: this.#associations.map(({ server }) => server).join(", "),
    });
  }

  #receive(data: Uint8Array, from: Endpoint): void {
    const { clock, facts } = this.options;
    const association = this.#associations.find((candidate) => candidate.address === from.address);
    const before = this.state;
    if (!association?.receive(data, clock.now())) return;
    const offset = association.sample?.offset ?? 0;
    const steps = association === this.source && Math.abs(offset) > STEP_THRESHOLD;
    if (steps) clock.step(offset);
    if (steps || this.state !== before) facts.changed();
  }

  #unsynchronizedEvidence(): { facts: string[]; clearedBy: string } | undefined {
    if (this.synchronized || !this.settled) return undefined;
    const servers = this.#associations.map(({ server }) => server);
    return {
      facts:
        servers.length > 0 ? servers.map((server) => `${server} does not answer`) : ["no NTP server is configured"],
      clearedBy: "configure an NTP server that answers on System > Time",
    };
  }

  #status(): StatusValues {
    const source = this.source;
    return {
      Status: source ? "Active" : this.settled ? "Failed" : "Initializing",
      Cause: source || !this.settled ? undefined : "No NTP server reachable",
      Address: source?.address ?? "",
      Port: NTP_PORT,
      LastUpdate: source?.sample ? formatTime(source.sample.receivedAt) : "",
      LastCorrection: Math.round(source?.sample?.offset ?? 0),
    };
  }
}
