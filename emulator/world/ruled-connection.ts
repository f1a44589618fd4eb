import type { Clock } from "./clock.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Fate } from "./network-rule.ts";
import type { Connection } from "./network.ts";
import { StreamDirection } from "./stream-direction.ts";

export interface RuledConnectionOptions {
  readonly clock: Clock;
  readonly remote: Endpoint;
  /** What becomes of the next bytes that are sent. */
  readonly outward: () => Fate;
  /** The same for bytes that arrive; absent where the other end is in this lab and has judged them already. */
  readonly inward?: (() => Fate) | undefined;
}

/** A connection under the rules of its network: what is lost is sent again, and what stays lost for long breaks it. */
export class RuledConnection implements Connection {
  readonly remote: Endpoint;
  readonly #outward: StreamDirection;
  readonly #inward: StreamDirection | undefined;
  #inner: Connection | undefined;
  #closing = false;
  #closed = false;
  #onOpen: (() => void) | undefined;
  #onData: ((data: Uint8Array) => void) | undefined;
  #onClose: (() => void) | undefined;
  /** Arrived before anybody asked for it. */
  readonly #early: Uint8Array[] = [];

  private constructor({ clock, remote, outward, inward }: RuledConnectionOptions) {
    this.remote = remote;
    const onBroken = (): void => this.#break();
    this.#outward = new StreamDirection(clock, outward, onBroken);
    this.#inward = inward && new StreamDirection(clock, inward, onBroken);
  }

  /** A connection that is made by `open` when a first message gets there and back. */
  static connecting(open: () => Connection, roundTrip: () => Fate, options: RuledConnectionOptions): RuledConnection {
    const connection = new RuledConnection(options);
    connection.#outward.push(() => connection.#attach(open()), roundTrip);
    return connection;
  }

  /** A connection that was accepted. */
  static accepted(inner: Connection, options: RuledConnectionOptions): RuledConnection {
    const connection = new RuledConnection(options);
    connection.#attach(inner);
    return connection;
  }

  send(data: Uint8Array): void {
    if (this.#closing || this.#closed) return;
    const copy = Uint8Array.from(data);
    this.#outward.push(() => this.#inner?.send(copy));
  }

  onOpen(handler: () => void): void {
    this.#onOpen = handler;
  }

  onData(handler: (data: Uint8Array) => void): void {
    this.#onData = handler;
    for (const data of this.#early.splice(0)) handler(data);
  }

  onClose(handler: () => void): void {
    this.#onClose = handler;
  }

  close(): void {
    if (this.#closing || this.#closed) return;
    this.#closing = true;
    if (this.#inner) this.#outward.push(() => this.#inner?.close());
    else this.#finish();
  }

  #attach(inner: Connection): void {
    this.#inner = inner;
    inner.onOpen(() => this.#arrives(() => this.#open()));
    inner.onData((data) => this.#arrives(() => this.#receive(data)));
    inner.onClose(() => this.#arrives(() => this.#finish()));
  }

  #arrives(what: () => void): void {
    if (this.#inward) this.#inward.push(what);
    else what();
  }

  #open(): void {
    if (!this.#closed) this.#onOpen?.();
  }

  #receive(data: Uint8Array): void {
    if (this.#closed) return;
    if (this.#onData) this.#onData(data);
    else this.#early.push(data);
  }

  #break(): void {
    this.#inner?.close();
    this.#finish();
  }

  #finish(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#outward.stop();
    this.#inward?.stop();
    this.#onClose?.();
  }
}
