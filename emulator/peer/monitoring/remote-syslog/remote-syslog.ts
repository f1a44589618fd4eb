import { encodeBsd } from "../../../../protocol/syslog/bsd-message.ts";
import { encodeIetf } from "../../../../protocol/syslog/ietf-message.ts";
import { isAsSevereAs } from "../../../../protocol/syslog/priority.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Part } from "../../core/part.ts";
import type { LogLine } from "../../reporting/logging/log-line.ts";
import { SyslogSender, type SyslogSenderOptions } from "./syslog-sender.ts";
import {
  readSyslogTarget,
  sameWay,
  SYSLOG_PLACES,
  type SyslogFormat,
  type SyslogPlace,
  type SyslogTarget,
} from "./syslog-target.ts";

export interface RemoteSyslogOptions extends SyslogSenderOptions {
  readonly configuration: Configuration;
}

interface Server {
  readonly target: SyslogTarget;
  readonly sender: SyslogSender;
}

const encoders: Readonly<Record<SyslogFormat, (line: LogLine) => Uint8Array>> = {
  bsd: ({ process, ...line }) => encodeBsd({ ...line, tag: process }),
  ietf: ({ process, ...line }) => encodeIetf({ ...line, application: process }),
};

/**
 * Sends each line of the Event Log, the Configuration Log and the Network Log to the servers of Maintenance > Logging, from the
 * peer's own address. A line that stands in two logs is sent once, with the facility of the Configuration Log (assumed).
 */
export class RemoteSyslog implements Part {
  readonly name = "remote syslog";
  readonly #servers = new Map<SyslogPlace, Server>();
  #started = false;
  /** Ends the listening to the log; absent while there is no server, so that a copy of thousands of lines costs nothing here. */
  #deafen: (() => void) | undefined;

  /** From here on lines wait until the part starts. */
  constructor(private readonly options: RemoteSyslogOptions) {
    const { configuration } = options;
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith("Remote Syslog "))) this.#follow();
    });
    this.#follow();
  }

  /** A moment later names can be looked up. */
  start(): void {
    if (this.#servers.size > 0) this.options.world.clock.after("syslog servers", 0, () => this.#beginAll());
    else this.#started = true;
  }

  stop(): void {
    for (const { sender } of this.#servers.values()) sender.stop();
    this.#servers.clear();
  }

  #beginAll(): void {
    this.#started = true;
    for (const { sender } of this.#servers.values()) sender.start();
  }

  #send(line: LogLine): void {
    const encoded = new Map<SyslogFormat, Uint8Array>();
    for (const { target, sender } of this.#servers.values()) {
      if (!isAsSevereAs(line.severity, target.least)) continue;
      const { format } = target.way;
      const message = encoded.get(format) ?? encoders[format](line);
      encoded.set(format, message);
      sender.send(message);
    }
  }

  /** What waits for a server that goes away or gets another address is lost; another severity alone loses nothing. */
  #follow(): void {
    for (const place of SYSLOG_PLACES) {
      const target = readSyslogTarget(this.options.configuration, place);
      const before = this.#servers.get(place);
      if (target && before && sameWay(target.way, before.target.way)) {
        this.#servers.set(place, { ...before, target });
        continue;
      }
      before?.sender.stop();
      this.#servers.delete(place);
      if (!target) continue;
      const server = { target, sender: new SyslogSender(this.options, target.way) };
      this.#servers.set(place, server);
      if (this.#started) server.sender.start();
    }
    this.#listen();
  }

  #listen(): void {
    if (this.#servers.size > 0) this.#deafen ??= this.options.log.onLine((line) => this.#send(line));
    else {
      this.#deafen?.();
      this.#deafen = undefined;
    }
  }
}
