import { isIP } from "node:net";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { EchoOutcome } from "../../../world/echo.ts";
import type { Network } from "../../../world/network.ts";
import type { CommandArguments, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Resolver } from "../dns/resolver.ts";
import type { Part } from "../../core/part.ts";
import { outcomeWords } from "./outcome-words.ts";
import { traceRoute } from "./trace-route.ts";

/** How long each answer may take; assumed. */
const WAIT: Milliseconds = seconds(1);
/** What Linux gives its datagrams. */
const TIME_TO_LIVE = 64;

export interface NetworkToolsOptions {
  readonly network: Network;
  readonly resolver: Resolver;
  readonly unimplemented: Unimplemented;
  readonly ownAddress: string;
}

/**
 * Maintenance > Tools > Network utilities, as commands: echo requests from this peer, whose host is looked up with the DNS servers
 * of this peer. Traceroute and Tracepath send them with a rising time to live. It answers those of others as well. What the commands
 * print is assumed.
 */
export class NetworkTools implements Part {
  readonly name = "network tools";
  readonly commands: CommandHandlers = {
    Ping: (args) => this.#withHost(args, (address) => this.#ping(address)),
    Traceroute: (args) => this.#withHost(args, (address) => this.#trace(address)),
    Tracepath: (args) => this.#withHost(args, (address) => this.#trace(address)),
  };
  #gone: (() => void) | undefined;

  constructor(private readonly options: NetworkToolsOptions) {}

  start(): void {
    const { network, ownAddress } = this.options;
    this.#gone = network.answerEchoes(ownAddress, () => "allow");
  }

  stop(): void {
    this.#gone?.();
  }

  async #ping(address: string): Promise<CommandResult> {
    const outcome = await this.#echo(address, TIME_TO_LIVE);
    if (outcome.kind === "no ping program") return this.#withoutProgram();
    if (outcome.kind !== "reply") return { ok: false, reason: `${address}: ${outcomeWords(outcome)}` };
    return { ok: true, values: { Host: outcome.by, ResponseTime: String(outcome.milliseconds) } };
  }

  async #trace(address: string): Promise<CommandResult> {
    const hops = await traceRoute((timeToLive) => this.#echo(address, timeToLive));
    if (hops === "no ping program") return this.#withoutProgram();
    const values = hops.map(({ timeToLive, response }) => ({ TTL: timeToLive, Response: response }));
    return { ok: true, values: { Hop: new Map(values.map((hop, place) => [place + 1, hop])) } };
  }

  #echo(to: string, timeToLive: number): Promise<EchoOutcome> {
    const { network, ownAddress: from } = this.options;
    return new Promise((done) => network.echo({ from, to, timeToLive, wait: WAIT }, done));
  }

  #withoutProgram(): CommandResult {
    return { ok: false, reason: this.options.unimplemented.note("this machine has no ping program") };
  }

  async #withHost(
    { Hostname: host = "" }: CommandArguments,
    act: (address: string) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    if (host === "") return { ok: false, reason: "Missing argument: Hostname" };
    if (isIP(host) === 6) return { ok: false, reason: `"${host}" is an IPv6 address: peers have IPv4 addresses` };
    const address = await new Promise<string | undefined>((done) => this.options.resolver.address(host, done));
    return address === undefined ? { ok: false, reason: `no DNS server knows an address of "${host}"` } : act(address);
  }
}
