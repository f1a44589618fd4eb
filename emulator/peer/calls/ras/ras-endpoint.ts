import { MalformedMessage } from "../../../../protocol/malformed.ts";
import { decodeRas, encodeRas } from "../../../../protocol/ras/ras-message.ts";
import type {
  LocationConfirm,
  LocationReject,
  LocationRequest,
  NonStandardMessage,
  RasMessage,
} from "../../../../protocol/ras/types.ts";
import type { Timer } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import { type DatagramSocket, formatEndpoint } from "../../../world/network.ts";
import type { World } from "../../../world/world.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Fields } from "../../reporting/logging/log-line.ts";
import { logMessage, logTimeout } from "./ras-lines.ts";

/** Guide, Appendix 2: bandwidth updates; and location requests, H.323's own port. */
export const RAS_PORT = 1719;

/** How long a location request waits until it is sent again, and how often it is sent. No source gives the figures. */
const ANSWER_WAIT: Milliseconds = seconds(2);
const SENDINGS = 2;

export type LocationAnswer = LocationConfirm | LocationReject;

/** Answers a location request, now or when a search has ended. */
export type RequestHandler = (
  request: LocationRequest,
  from: Endpoint,
  reply: (answer: LocationAnswer) => void,
) => void;

interface Pending {
  readonly to: Endpoint;
  readonly request: LocationRequest;
  readonly done: (answer: LocationAnswer | undefined) => void;
  sendings: number;
  timer: Timer | undefined;
}

export interface RasOptions {
  readonly world: World;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly ownAddress: string;
  /** Whether an address is that of another peer of the cluster. */
  readonly isPeer: (address: string) => boolean;
}

/** The peer's H.225.0 RAS port, open while H.323 mode is On: location requests and what peers tell each other. */
export class RasEndpoint implements Part {
  readonly name = "ras";
  #socket: DatagramSocket | undefined;
  #stopped = false;
  #sequence = 0;
  readonly #pending = new Map<number, Pending>();
  #onRequest: RequestHandler | undefined;
  #onNonStandard: ((message: NonStandardMessage, from: Endpoint) => void) | undefined;

  constructor(private readonly options: RasOptions) {}

  async start(): Promise<void> {
    const { configuration, world } = this.options;
    await this.#follow();
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path === "H323 Mode")) void world.track(this.#follow());
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const { timer } of this.#pending.values()) timer?.cancel();
    this.#close();
  }

  /** Who answers the location requests of others. */
  answerRequests(handler: RequestHandler): void {
    this.#onRequest = handler;
  }

  /** Who reads non-standard messages. @throws MalformedMessage from the handler is logged like any decode error */
  readNonStandard(read: (message: NonStandardMessage, from: Endpoint) => void): void {
    this.#onNonStandard = read;
  }

  /** Asks where an alias is. `done` gets undefined when no answer came in time, or at once while H.323 mode is Off. */
  locate(
    request: Omit<LocationRequest, "kind" | "requestSeqNum" | "replyAddress">,
    to: Endpoint,
    done: (answer: LocationAnswer | undefined) => void,
  ): void {
    if (!this.#socket) return done(undefined);
    const requestSeqNum = this.nextSequence();
    const replyAddress = { kind: "ipAddress", ip: this.options.ownAddress, port: RAS_PORT } as const;
    const whole: LocationRequest = { kind: "locationRequest", requestSeqNum, replyAddress, ...request };
    const pending: Pending = { to, request: whole, done, sendings: 0, timer: undefined };
    this.#pending.set(requestSeqNum, pending);
    this.#sendAgain(pending);
  }

  /** Sends a message and forgets it. */
  send(message: RasMessage, to: Endpoint): void {
    if (!this.#socket) return;
    this.#socket.send(encodeRas(message), to);
    this.#note("RAS Message Sent", message, { "Dst-ip": to.address, "Dst-port": to.port }, to);
  }

  /** The next requestSeqNum, 1 to 65535. */
  nextSequence(): number {
    this.#sequence = (this.#sequence % 0xffff) + 1;
    return this.#sequence;
  }

  #sendAgain(pending: Pending): void {
    const { log, world } = this.options;
    if (pending.sendings === SENDINGS) {
      this.#pending.delete(pending.request.requestSeqNum);
      logTimeout(log.network, "Timeout", pending.request, pending.to);
      return pending.done(undefined);
    }
    if (pending.sendings > 0) logTimeout(log.network, "Retransmit", pending.request, pending.to);
    pending.sendings++;
    this.send(pending.request, pending.to);
    pending.timer = world.clock.after("location request", ANSWER_WAIT, () => this.#sendAgain(pending));
  }

  #receive(data: Uint8Array, from: Endpoint): void {
    try {
      const message = decodeRas(data);
      this.#note("RAS Message Received", message, { "Src-ip": from.address, "Src-port": from.port }, from);
      if (message.kind === "locationRequest") {
        const { ip, port } = message.replyAddress;
        this.#onRequest?.(message, from, (answer) => this.send(answer, { address: ip, port }));
      } else if (message.kind === "nonStandardMessage") this.#onNonStandard?.(message, from);
      else this.#end(message, from);
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.options.log.event("tvcs", "Decode Error", {
        Service: "H.225",
        "Src-ip": from.address,
        "Src-port": from.port,
        Detail: error.message,
      });
    }
  }

  /** The Network Log has each message, the Event Log those of its level: what peers tell each other is of level 3 (Administrator Guide, "Events and levels"). */
  #note(event: "RAS Message Received" | "RAS Message Sent", message: RasMessage, ends: Fields, far: Endpoint): void {
    const { log, isPeer } = this.options;
    if (log.network.takes("network.h323", "DEBUG"))
      logMessage(log.network, event === "RAS Message Sent" ? "Sent" : "Received", message, ends);
    if (!log.takes(2)) return;
    const fields = { Service: "H.225", ...ends, Detail: message.kind };
    log.event("tvcs", event, fields, isPeer(far.address) ? 3 : 2);
  }

  #end(answer: LocationAnswer, from: Endpoint): void {
    const pending = this.#pending.get(answer.requestSeqNum);
    if (!pending || pending.to.address !== from.address) return;
    this.#pending.delete(answer.requestSeqNum);
    pending.timer?.cancel();
    pending.done(answer);
  }

  async #follow(): Promise<void> {
    const { configuration, world, ownAddress, facts } = this.options;
    const on = configuration.isOn("H323 Mode");
    if (on === (this.#socket !== undefined)) return;
    if (!on) {
      this.#close();
    } else {
      const local = { address: ownAddress, port: RAS_PORT };
      const socket = await world.network.bind(local, (data, from) => this.#receive(data, from));
      if (this.#stopped) return socket.close();
      this.#socket = socket;
      this.options.log.event("tvcs", "Listening", { Service: "H.225", Detail: formatEndpoint(socket.local) });
    }
    facts.changed();
  }

  #close(): void {
    this.#socket?.close();
    this.#socket = undefined;
  }
}
