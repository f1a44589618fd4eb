import type { Clock, Timer } from "./clock.ts";
import { type Milliseconds, seconds } from "./duration.ts";
import type { Endpoint } from "./endpoint.ts";

/** A datagram, the first of a connection or an echo request (both ports 0) that has reached a peer. */
export interface Arrival {
  readonly protocol: "tcp" | "udp" | "icmp";
  readonly from: Endpoint;
  readonly to: Endpoint;
}

/** What a peer does with what arrives. */
export type Verdict = "allow" | "drop" | "reject";

export type InboundJudge = (arrival: Arrival) => Verdict;

/** A new connection that waits for the verdict. */
export interface NewConnection {
  readonly arrival: Arrival;
  /** Hands it to whoever listens. */
  accept(): void;
  /** Ends it so that the other side learns that nobody takes it. */
  reject(): void;
  /** Ends it after a time without an answer. */
  giveUp(): void;
  /** Calls a listener when it has ended. */
  onGone(listener: () => void): void;
}

/** Linux sends a first packet seven times and gives up after 127 seconds. */
const CONNECTING: Milliseconds = seconds(127);

/**
 * What one life of a peer lets in: datagrams one by one, connections when they begin. A dropped connection is held without an answer
 * for as long as its sender would try; when the verdict changes meanwhile, it comes about. Without a judge everything passes.
 */
export class InboundFilter {
  #judge: InboundJudge | undefined;
  readonly #held = new Map<NewConnection, Timer>();

  constructor(
    private readonly clock: Clock,
    /** Called when the verdicts have changed. */
    private readonly onChange: () => void,
  ) {}

  /** Judges by this from now on; undefined lets everything pass. */
  use(judge: InboundJudge | undefined): void {
    if (judge === undefined && this.#judge === undefined) return;
    this.#judge = judge;
    for (const connection of this.#held.keys()) this.#retry(connection);
    this.onChange();
  }

  passes(arrival: Arrival): boolean {
    return this.verdict(arrival) === "allow";
  }

  verdict(arrival: Arrival): Verdict {
    return this.#judge?.(arrival) ?? "allow";
  }

  /** Accepts, rejects or holds a new connection. */
  admit(connection: NewConnection): void {
    const verdict = this.verdict(connection.arrival);
    if (verdict === "allow") return connection.accept();
    if (verdict === "reject") return connection.reject();
    const giveUp = this.clock.after("dropped connection", CONNECTING, () => {
      this.#held.delete(connection);
      connection.giveUp();
    });
    this.#held.set(connection, giveUp);
    connection.onGone(() => this.#forget(connection));
  }

  #retry(connection: NewConnection): void {
    if (this.verdict(connection.arrival) === "drop") return;
    this.#forget(connection);
    this.admit(connection);
  }

  #forget(connection: NewConnection): void {
    this.#held.get(connection)?.cancel();
    this.#held.delete(connection);
  }
}
