import type { Clock } from "./clock.ts";
import type { Milliseconds } from "./duration.ts";
import type { EchoJudge, EchoOutcome, EchoRequest } from "./echo.ts";
import type { Endpoint } from "./endpoint.ts";
import { type Fate, fateOf, isSteady, longestDelay, type Message, type NetworkRule } from "./network-rule.ts";
import type { Connection, DatagramHandler, DatagramSocket, Listener, Network } from "./network.ts";
import { RuledConnection } from "./ruled-connection.ts";
import { Subscribers } from "./subscribers.ts";

/** A network that loses and holds up messages by rule. Without a rule it does nothing of its own. */
export class RuledNetwork implements Network {
  #rules: readonly NetworkRule[] = [];
  /** Those whose sending end is here have been judged when they left. */
  readonly #addressesHere = new Set<string>();
  readonly #hurried = new Set<(message: Message) => boolean>();
  #changes = 0;
  #unsteady = 0;
  readonly #subscribers = new Subscribers();

  constructor(
    private readonly inner: Network,
    private readonly clock: Clock,
  ) {
    inner.onDisturbed(() => this.#subscribers.ended());
  }

  get stableRevision(): number | undefined {
    const { stableRevision } = this.inner;
    return stableRevision === undefined || this.#unsteady > 0 ? undefined : stableRevision + this.#changes;
  }

  disturb(): void {
    this.inner.disturb();
  }

  onDisturbed(listener: () => void): () => void {
    return this.#subscribers.add(listener);
  }

  /** Lays a rule on the network. @returns what takes it away again */
  add(rule: NetworkRule): () => void {
    this.#rules = [...this.#rules, rule];
    const steadyAgain = this.disturbWhile(isSteady(rule));
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
      steadyAgain();
    };
  }

  /** The longest that a message from one end and the answer to it are held up. It takes no message to tell, and no time. */
  roundTrip({ protocol, from, to }: Message): Milliseconds {
    return (
      longestDelay({ protocol, from, to }, this.#rules) + longestDelay({ protocol, from: to, to: from }, this.#rules)
    );
  }

  /** While it lasts, some messages are not held up, for whoever asks what comes and not when; lost they are as ever. @returns what ends it */
  hurryWhile(concerns: (message: Message) => boolean): () => void {
    this.#hurried.add(concerns);
    return () => void this.#hurried.delete(concerns);
  }

  /** Something began that is no rule of the network: whoever relies on the stable revision looks again. @returns what tells its end */
  disturbWhile(steady: boolean): () => void {
    if (!steady) this.#unsteady++;
    this.#changed();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      if (!steady) this.#unsteady--;
      this.#changed();
    };
  }

  async bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket> {
    this.#addressesHere.add(local.address);
    const socket = await this.inner.bind(local, (data, from) => {
      if (this.#isJudged(from.address)) onMessage(data, from);
      else this.#carry({ protocol: "udp", from, to: socket.local }, () => onMessage(data, from));
    });
    return {
      local: socket.local,
      send: (data, to) => {
        if (this.#rules.length === 0) return socket.send(data, to);
        const copy = Uint8Array.from(data);
        this.#carry({ protocol: "udp", from: socket.local, to }, () => socket.send(copy, to));
      },
      close: () => socket.close(),
    };
  }

  listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener> {
    this.#addressesHere.add(local.address);
    return this.inner.listen(local, (accepted) => {
      const { remote } = accepted;
      const outward = (): Fate => this.#fate({ protocol: "tcp", from: local, to: remote });
      const inward = (): Fate => this.#fate({ protocol: "tcp", from: remote, to: local });
      onConnection(
        RuledConnection.accepted(accepted, {
          clock: this.clock,
          remote,
          outward,
          inward: this.#addressesHere.has(remote.address) ? undefined : inward,
        }),
      );
    });
  }

  connect(from: string, to: Endpoint): Connection {
    this.#addressesHere.add(from);
    const local = { address: from, port: 0 };
    const inward = (): Fate => this.#fate({ protocol: "tcp", from: to, to: local });
    const outward = (): Fate => this.#fate({ protocol: "tcp", from: local, to });
    const roundTrip = (): Fate => {
      const [there, back] = [outward(), inward()];
      return there === "lost" || back === "lost" ? "lost" : there + back;
    };
    return RuledConnection.connecting(() => this.inner.connect(from, to), roundTrip, {
      clock: this.clock,
      remote: to,
      outward,
      inward: this.#addressesHere.has(to.address) ? undefined : inward,
    });
  }

  /** Silence takes its time by the clock, whoever kept silent. */
  echo(request: EchoRequest, done: (outcome: EchoOutcome) => void): void {
    const { wait } = request;
    const deadline = this.clock.monotonic() + wait;
    const silent = (): void => {
      const left = deadline - this.clock.monotonic();
      if (left <= 0) done({ kind: "silent" });
      else this.clock.after("echo", left, () => done({ kind: "silent" }));
    };
    const late = this.#echoFate(request);
    if (late === "lost" || late >= wait) return silent();
    const send = (): void =>
      this.inner.echo({ ...request, wait: wait - late }, (outcome) => {
        if (outcome.kind === "silent") silent();
        else done(outcome.kind === "reply" ? { ...outcome, milliseconds: outcome.milliseconds + late } : outcome);
      });
    if (late === 0) send();
    else this.clock.after("held-up echo", late, send);
  }

  answerEchoes(address: string, judge: EchoJudge): () => void {
    return this.inner.answerEchoes(address, judge);
  }

  /** There and back. */
  #echoFate(request: EchoRequest): Fate {
    const from = { address: request.from, port: 0 };
    const to = { address: request.to, port: 0 };
    const there = this.#fate({ protocol: "icmp", from, to });
    if (there === "lost") return "lost";
    const back = this.#fate({ protocol: "icmp", from: to, to: from });
    return back === "lost" ? "lost" : there + back;
  }

  #changed(): void {
    this.#changes++;
    this.#subscribers.ended();
  }

  #isJudged(sender: string): boolean {
    return this.#rules.length === 0 || this.#addressesHere.has(sender);
  }

  #carry(message: Message, arrive: () => void): void {
    const fate = this.#fate(message);
    if (fate === "lost") return;
    if (fate === 0) arrive();
    else this.clock.after("held-up datagram", fate, arrive);
  }

  #fate(message: Message): Fate {
    if (this.#rules.length === 0) return 0;
    const fate = fateOf(message, this.#rules);
    return fate !== "lost" && [...this.#hurried].some((concerns) => concerns(message)) ? 0 : fate;
  }
}
