import { decodeBsd } from "../../../../../protocol/syslog/bsd-message.ts";
import { unframe, type Framing } from "../../../../../protocol/syslog/framing.ts";
import { decodeIetf } from "../../../../../protocol/syslog/ietf-message.ts";
import type { Network } from "../../../../../emulator/world/network.ts";

export interface Collected {
  readonly from: string;
  readonly message: ReturnType<typeof decodeBsd> | ReturnType<typeof decodeIetf>;
}

/** A simulation begins in this year, which messages of the legacy format do not tell. */
const YEAR = 2013;

const decode = (bytes: Uint8Array, format: "bsd" | "ietf"): Collected["message"] =>
  format === "bsd" ? decodeBsd(bytes, YEAR) : decodeIetf(bytes);

/** A syslog server of a simulated world that keeps what it is sent. */
export class SyslogCollector {
  readonly collected: Collected[] = [];
  connections = 0;
  readonly #ends: (() => void)[] = [];

  static async udp(network: Network, address: string, format: "bsd" | "ietf", port = 514): Promise<SyslogCollector> {
    const collector = new SyslogCollector();
    const socket = await network.bind({ address, port }, (data, from) =>
      collector.collected.push({ from: from.address, message: decode(data, format) }),
    );
    collector.#ends.push(() => socket.close());
    return collector;
  }

  static async tcp(network: Network, address: string, format: "bsd" | "ietf", port = 514): Promise<SyslogCollector> {
    const framing: Framing = format === "bsd" ? "newline" : "octetCounting";
    const collector = new SyslogCollector();
    const listener = await network.listen({ address, port }, (connection) => {
      collector.connections++;
      collector.#ends.push(() => connection.close());
      let received: Uint8Array = new Uint8Array();
      connection.onData((data) => {
        const { messages, rest } = unframe(Buffer.concat([received, data]), framing);
        received = rest;
        for (const bytes of messages)
          collector.collected.push({ from: connection.remote.address, message: decode(bytes, format) });
      });
    });
    collector.#ends.push(() => listener.close());
    return collector;
  }

  /** The texts of all messages, oldest first. */
  get texts(): string[] {
    return this.collected.map(({ message }) => message.text);
  }

  /** The `Detail` of the messages that have one. */
  get details(): string[] {
    return this.texts.flatMap((text) => / Detail="([^"]*)"/.exec(text)?.[1] ?? []);
  }

  /** Nobody is there any more, and who was connected is cut off. */
  stop(): void {
    for (const end of this.#ends.splice(0)) end();
  }
}
