import { isIP } from "node:net";
import dnsPacket, { type Answer, type RecordType } from "dns-packet";
import type { Clock } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { DatagramSocket, Network } from "../../world/network.ts";
import type { Random } from "../../world/random.ts";
import type { Configuration } from "../configuration/configuration.ts";

const DNS_PORT = 53;
const ANSWER_TIMEOUT: Milliseconds = seconds(5);
const SERVER_INDICES = [1, 2, 3, 4, 5] as const;

export interface ResolverOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  readonly configuration: Configuration;
  readonly ownAddress: string;
}

/** Looks names up at the DNS servers of System > DNS, one after the other. Only what is asked; nothing is cached yet. */
export class Resolver {
  #socket: DatagramSocket | undefined;
  readonly #waiting = new Map<number, (answers: readonly Answer[] | undefined) => void>();

  constructor(private readonly options: ResolverOptions) {}

  async start(): Promise<void> {
    const local = { address: this.options.ownAddress, port: 0 };
    this.#socket = await this.options.network.bind(local, (data) => this.#receive(data));
  }

  stop(): void {
    this.#socket?.close();
    for (const [id, done] of this.#waiting) {
      this.#waiting.delete(id);
      done(undefined);
    }
  }

  /** The first IPv4 address of a name; an address is its own answer. `done` gets undefined when there is none. */
  address(name: string, done: (address: string | undefined) => void): void {
    if (isIP(name)) return done(name);
    this.#tryNames(this.#candidates(name), done);
  }

  /** The records of one type that a name has, asked as given. `done` gets undefined when no server answers. */
  lookUp(name: string, type: RecordType, done: (answers: readonly Answer[] | undefined) => void): void {
    this.#ask(name, type, this.#servers(), done);
  }

  /** Administrator Guide, "DNS lookup": a name with a dot is tried as given first, one without gets the domain first. */
  #candidates(name: string): string[] {
    const domain = this.options.configuration.get("IP DNS Domain Name");
    if (domain === "") return [name];
    const full = `${name}.${domain}`;
    return name.includes(".") ? [name, full] : [full, name];
  }

  #tryNames(names: readonly string[], done: (address: string | undefined) => void): void {
    const [name, ...others] = names;
    if (name === undefined) return done(undefined);
    this.#ask(name, "A", this.#servers(), (answers) => {
      const found = answers?.find((answer) => answer.type === "A");
      if (found?.type === "A") done(found.data);
      else this.#tryNames(others, done);
    });
  }

  #ask(
    name: string,
    type: RecordType,
    servers: readonly string[],
    done: (answers: readonly Answer[] | undefined) => void,
  ): void {
    const [server, ...others] = servers;
    if (server === undefined) return done(undefined);
    const id = this.#freeId();
    const timeout = this.options.clock.after("DNS answer", ANSWER_TIMEOUT, () => {
      this.#waiting.delete(id);
      this.#ask(name, type, others, done);
    });
    this.#waiting.set(id, (answers) => {
      timeout.cancel();
      done(answers);
    });
    const query = dnsPacket.encode({
      type: "query",
      id,
      flags: dnsPacket.RECURSION_DESIRED,
      questions: [{ type, name }],
    });
    this.#socket?.send(query, { address: server, port: DNS_PORT });
  }

  #receive(data: Uint8Array): void {
    let packet: dnsPacket.Packet;
    try {
      packet = dnsPacket.decode(Buffer.from(data));
    } catch {
      return;
    }
    const done = packet.id === undefined ? undefined : this.#waiting.get(packet.id);
    if (!done || packet.id === undefined) return;
    this.#waiting.delete(packet.id);
    done(packet.answers ?? []);
  }

  #servers(): string[] {
    return SERVER_INDICES.map((index) => this.options.configuration.get(`DNS Server ${index} Address`)).filter(Boolean);
  }

  #freeId(): number {
    let id: number;
    do id = Math.floor(this.options.random.fraction() * 65_536);
    while (this.#waiting.has(id));
    return id;
  }
}
