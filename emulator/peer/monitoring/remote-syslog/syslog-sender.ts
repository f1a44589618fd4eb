import type { EventName } from "../../../model/logs/events.ts";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { Timer } from "../../../world/clock.ts";
import type { SecureOptions } from "../../../world/secure-connection.ts";
import type { World } from "../../../world/world.ts";
import type { ServerSecurity } from "../../access/certificates/server-security.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { AWAY, openChannel, type ChannelEvents, type SyslogChannel } from "./syslog-channel.ts";
import type { SyslogWay } from "./syslog-target.ts";

/** No source tells how often the product tries, or how much it keeps for a server that is away. */
const RETRY_AFTER: Milliseconds = seconds(30);
const MOST_WAITING = 1000;

export interface SyslogSenderOptions {
  readonly world: World;
  readonly log: EventLog;
  readonly resolver: Resolver;
  readonly ownAddress: string;
  readonly security: Pick<ServerSecurity, "ofSyslog">;
}

/**
 * Sends messages to one syslog server. What cannot be sent waits, a thousand messages at most, of which the oldest are lost;
 * every half minute the server is tried again. The Event Log tells once of a server that is away.
 */
export class SyslogSender {
  readonly #waiting: Uint8Array[] = [];
  #channel: SyslogChannel | undefined;
  /** Tells the attempt under way, or the open channel, from those before. */
  #attempt: ChannelEvents | undefined;
  #retry: Timer | undefined;
  #started = false;
  #stopped = false;
  #failing = false;

  constructor(
    private readonly options: SyslogSenderOptions,
    private readonly way: SyslogWay,
  ) {}

  start(): void {
    this.#started = true;
    this.#open();
  }

  /** What still waits is lost. */
  stop(): void {
    this.#stopped = true;
    this.#retry?.cancel();
    this.#channel?.close();
  }

  send(message: Uint8Array): void {
    if (this.#channel) return this.#channel.send(message);
    if (this.#waiting.length === MOST_WAITING) this.#waiting.shift();
    this.#waiting.push(message);
    this.#open();
  }

  #open(): void {
    const busy = this.#attempt !== undefined || this.#retry !== undefined;
    if (!this.#started || this.#stopped || busy || this.#waiting.length === 0) return;
    const attempt: ChannelEvents = {
      opened: (channel) => this.#opened(attempt, channel),
      ended: (reason, event) => this.#ended(attempt, reason, event),
    };
    this.#attempt = attempt;
    const { world, ownAddress, resolver } = this.options;
    const { address: name, port, format, transport, crlCheck } = this.way;
    const security = (): SecureOptions => this.options.security.ofSyslog(name, crlCheck);
    resolver.address(name, (address) => {
      if (this.#stopped) return;
      if (address === undefined) return attempt.ended("the name cannot be resolved", AWAY);
      const server = { address, port };
      openChannel[transport]({ world, ownAddress, server, format, security }, attempt);
    });
  }

  #opened(attempt: ChannelEvents, channel: SyslogChannel): void {
    if (this.#stopped || attempt !== this.#attempt) return channel.close();
    this.#channel = channel;
    this.#failing = false;
    for (const message of this.#waiting.splice(0)) channel.send(message);
  }

  #ended(attempt: ChannelEvents, reason: string, event: EventName): void {
    if (this.#stopped || attempt !== this.#attempt) return;
    this.#channel = undefined;
    this.#attempt = undefined;
    this.#retry = this.options.world.clock.after("syslog server", RETRY_AFTER, () => {
      this.#retry = undefined;
      this.#open();
    });
    if (this.#failing) return;
    this.#failing = true;
    this.options.log.event("management", event, {
      Reason: reason,
      Service: "Syslog",
      Detail: `name:${this.way.address}:${this.way.port}`,
    });
  }
}
