import { isIP } from "node:net";
import dnsPacket, { type Answer, type DecodedPacket, type RecordType } from "dns-packet";
import type { DigReply } from "../../../../protocol/dns/dig-text.ts";
import { TcpMessages, tcpMessage } from "../../../../protocol/dns/tcp-messages.ts";
import type { Clock } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { Connection, DatagramSocket, Network } from "../../../world/network.ts";
import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { CommandHandlers } from "../../core/command-handler.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { dnsLookup } from "./dns-lookup.ts";

export const DNS_PORT = 53;

/** So long a server is waited for before the next is asked. */
export const ANSWER_TIMEOUT: Milliseconds = seconds(5);
const SERVER_INDICES = [1, 2, 3, 4, 5] as const;

export interface ResolverOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  readonly configuration: Configuration;
  readonly log: EventLog;
  readonly ownAddress: string;
}

/** A question that nobody has answered yet. */
interface OpenQuestion {
  readonly query: Uint8Array;
  /** Present once an answer did not fit a datagram. */
  connection?: Connection;
  done(message: DecodedPacket | undefined, size: number): void;
}

/** Looks names up at the DNS servers of System > DNS, one after the other. Only what is asked; nothing is cached yet. */
export class Resolver implements Part {
  readonly name = "names";
  readonly commands: CommandHandlers;
  #socket: DatagramSocket | undefined;
  readonly #waiting = new Map<number, OpenQuestion>();

  constructor(private readonly options: ResolverOptions) {
    this.commands = {
      DNSLookup: (args) => dnsLookup(this, args),
    };
  }

  async start(): Promise<void> {
    const local = { address: this.options.ownAddress, port: 0 };
    this.#socket = await this.options.network.bind(local, (data, from) => this.#receive(data, from));
  }

  stop(): void {
    this.#socket?.close();
    for (const id of this.#waiting.keys()) this.#end(id)?.done(undefined, 0);
  }

  /** The first IPv4 address of a name; an address is its own answer. `done` gets undefined when there is none. */
  address(name: string, done: (address: string | undefined) => void): void {
    if (isIP(name)) return done(name);
    this.#tryNames(this.candidates(name), done);
  }

  /** The records of one type that a name has, asked as given. `done` gets undefined when no server answers. */
  lookUp(name: string, type: RecordType, done: (answers: readonly Answer[] | undefined) => void): void {
    this.query(name, type, this.#serversFor(name), (reply) => done(reply && (reply.message.answers ?? [])));
  }

  /**
   * Asks for a name as given, one server after the other until one answers. `done` gets undefined when none does.
   * @param servers addresses; by default those of System > DNS for the name
   */
  query(
    name: string,
    type: RecordType,
    servers: readonly string[] | undefined,
    done: (reply: DigReply | undefined) => void,
  ): void {
    const [server, ...others] = servers ?? this.#serversFor(name);
    if (server === undefined) return done(undefined);
    const { clock, log } = this.options;
    const sent = clock.monotonic();
    const id = this.#freeId();
    const timeout = clock.after("DNS answer", ANSWER_TIMEOUT, () => {
      this.#end(id);
      log.network.write("network.dns", "INFO", {
        "Dst-ip": server,
        Detail: "DNS query timed out",
        Name: name,
        Type: type,
      });
      this.query(name, type, others, done);
    });
    const flags = dnsPacket.RECURSION_DESIRED;
    const query = dnsPacket.encode({ type: "query", id, flags, questions: [{ type, name }] });
    const question: OpenQuestion = {
      query,
      done: (message, size) => {
        timeout.cancel();
        const seen = { took: clock.monotonic() - sent, at: clock.now(), overTcp: question.connection !== undefined };
        done(message && { message, size, server: { address: server, port: DNS_PORT }, ...seen });
      },
    };
    this.#waiting.set(id, question);
    this.#socket?.send(query, { address: server, port: DNS_PORT });
    log.network.write("network.dns", "DEBUG", {
      Action: "Sent",
      "Dst-ip": server,
      "Dst-port": DNS_PORT,
      Detail: "Sending DNS query",
      Name: name,
      Type: type,
    });
  }

  /** The addresses of all servers of System > DNS, those of certain domains last. */
  get servers(): readonly string[] {
    const { configuration } = this.options;
    const addresses = (["DNS Server", "DNS PerDomainServer"] as const).flatMap((list) =>
      SERVER_INDICES.map((index) => configuration.get(`${list} ${index} Address`)),
    );
    return [...new Set(addresses.filter(Boolean))];
  }

  /** The names to ask for. Administrator Guide, "DNS lookup": a name with a dot is tried as given first, one without gets the domain first. */
  candidates(name: string): string[] {
    const domain = this.options.configuration.get("IP DNS Domain Name");
    if (domain === "") return [name];
    const full = `${name}.${domain}`;
    return name.includes(".") ? [name, full] : [full, name];
  }

  #tryNames(names: readonly string[], done: (address: string | undefined) => void): void {
    const [name, ...others] = names;
    if (name === undefined) return done(undefined);
    this.lookUp(name, "A", (answers) => {
      const found = answers?.find((answer) => answer.type === "A");
      if (found?.type === "A") done(found.data);
      else this.#tryNames(others, done);
    });
  }

  #receive(data: Uint8Array, from: Endpoint): void {
    let packet: DecodedPacket;
    try {
      packet = dnsPacket.decode(Buffer.from(data));
    } catch {
      return;
    }
    const question = packet.id === undefined ? undefined : this.#waiting.get(packet.id);
    if (!question || packet.id === undefined) return;
    this.#logAnswer(packet, from);
    if (packet.flag_tc && !question.connection) return this.#askOverTcp(question, from);
    this.#end(packet.id);
    question.done(packet, data.length);
  }

  /** RFC 7766, section 5: what does not fit a datagram is asked for again. */
  #askOverTcp(question: OpenQuestion, server: Endpoint): void {
    const connection = this.options.network.connect(this.options.ownAddress, server);
    const messages = new TcpMessages();
    question.connection = connection;
    connection.onData((piece) => {
      for (const message of messages.take(piece)) this.#receive(message, server);
    });
    connection.send(tcpMessage(question.query));
  }

  /** @returns the question, if it was open */
  #end(id: number): OpenQuestion | undefined {
    const question = this.#waiting.get(id);
    this.#waiting.delete(id);
    question?.connection?.close();
    return question;
  }

  #logAnswer({ questions, answers }: DecodedPacket, from: Endpoint): void {
    const { network } = this.options.log;
    if (!network.takes("network.dns", "DEBUG")) return;
    const [question] = questions ?? [];
    network.write("network.dns", "DEBUG", {
      Action: "Received",
      "Src-ip": from.address,
      "Src-port": from.port,
      Detail: `Number of relevant records retrieved: ${answers?.length ?? 0}`,
      Name: question?.name,
      Type: question?.type,
    });
  }

  /** Administrator Guide, "DNS settings": names of a domain with servers of its own are asked there, all others of the default ones. */
  #serversFor(name: string): readonly string[] {
    const { configuration } = this.options;
    const ofDomain = SERVER_INDICES.filter((index) => {
      const row = `DNS PerDomainServer ${index}` as const;
      return [configuration.get(`${row} Domain1`), configuration.get(`${row} Domain2`)].some((domain) =>
        isBelow(name, domain),
      );
    }).map((index) => configuration.get(`DNS PerDomainServer ${index} Address`));
    const own = ofDomain.filter(Boolean);
    return own.length > 0
      ? own
      : SERVER_INDICES.map((index) => configuration.get(`DNS Server ${index} Address`)).filter(Boolean);
  }

  #freeId(): number {
    let id: number;
    do id = Math.floor(this.options.random.fraction() * 65_536);
    while (this.#waiting.has(id));
    return id;
  }
}

/** True for a domain and every name in it; no name is below no domain. */
function isBelow(name: string, domain: string): boolean {
  const [below, above] = [name.toLowerCase(), domain.toLowerCase()];
  return above !== "" && (below === above || below.endsWith(`.${above}`));
}
