import type { Answer } from "dns-packet";
import { TcpMessages, tcpMessage } from "../../../protocol/dns/tcp-messages.ts";
import type { Connection, DatagramSocket, Listener, Network } from "../../world/network.ts";
import type { Occurrence } from "../../world/occurrence.ts";
import { answerQuery, type DnsTransport } from "./dns-answer.ts";
import { DnsRecords } from "./dns-records.ts";

const DNS_PORT = 53;

/** What the server does wrong on purpose. */
export interface DnsMistake {
  readonly concerns: (client: string) => boolean;
  readonly occurrence: Occurrence;
  readonly effect:
    { readonly kind: "silent" } | { readonly kind: "missing"; readonly isMissing: (record: Answer) => boolean };
}

/** The lab's name server, over UDP and TCP: authoritative for its records, and for nothing else. */
export class DnsServer {
  #socket: DatagramSocket | undefined;
  #listener: Listener | undefined;
  readonly #connections = new Set<Connection>();
  readonly #mistakes = new Set<DnsMistake>();
  readonly #records: () => DnsRecords;

  /** @param records those that stay, or what gives them at each query where they change */
  constructor(
    private readonly network: Network,
    private readonly address: string,
    records: readonly Answer[] | (() => DnsRecords),
  ) {
    if (typeof records === "function") this.#records = records;
    else {
      const all = new DnsRecords(records);
      this.#records = () => all;
    }
  }

  async start(): Promise<void> {
    const local = { address: this.address, port: DNS_PORT };
    this.#socket = await this.network.bind(local, (data, from) => {
      const answer = this.#answer(data, from.address, "UDP");
      if (answer) this.#socket?.send(answer, from);
    });
    this.#listener = await this.network.listen(local, (connection) => this.#serve(connection));
  }

  stop(): void {
    this.#socket?.close();
    this.#listener?.close();
    for (const connection of this.#connections) connection.close();
  }

  /** Makes the server do something wrong. @returns what ends that */
  add(mistake: DnsMistake): () => void {
    this.#mistakes.add(mistake);
    return () => void this.#mistakes.delete(mistake);
  }

  #serve(connection: Connection): void {
    const messages = new TcpMessages();
    this.#connections.add(connection);
    connection.onClose(() => this.#connections.delete(connection));
    connection.onData((piece) => {
      for (const data of messages.take(piece)) {
        const answer = this.#answer(data, connection.remote.address, "TCP");
        if (answer) connection.send(tcpMessage(answer));
      }
    });
  }

  #answer(data: Uint8Array, client: string, transport: DnsTransport): Uint8Array | undefined {
    const effects = [...this.#mistakes]
      .filter(({ concerns, occurrence }) => concerns(client) && occurrence.fires())
      .map(({ effect }) => effect);
    if (effects.some(({ kind }) => kind === "silent")) return undefined;
    const missing = effects.flatMap((effect) => (effect.kind === "missing" ? [effect.isMissing] : []));
    const isMissing = (record: Answer): boolean => missing.some((each) => each(record));
    const records = missing.length > 0 ? this.#records().without(isMissing) : this.#records();
    return answerQuery(data, records, transport);
  }
}
