import {
  decodeDatabaseAnswer,
  decodeDatabaseRequest,
  encodeDatabaseMessage,
  type DatabaseAnswer,
  type DatabaseRequest,
} from "../../../protocol/cluster/database-message.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { FrameReader, openFrame, sealFrame } from "../../../protocol/cluster/sealed-frame.ts";
import type { Clock } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { Connection, Listener, Network } from "../../world/network.ts";
import type { Random } from "../../world/random.ts";
import type { KeyExchange } from "./key-exchange.ts";
import { DATABASE_PORT } from "./ports.ts";

/**
 * A peer that is silent for this long is not going to answer. Two such waits fit into the half minute after which a copy that
 * did not come is an alarm.
 */
const ANSWER_TIMEOUT: Milliseconds = seconds(8);

export interface DatabaseChannelOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  readonly ownAddress: string;
  readonly keys: KeyExchange;
  /** What this peer answers to a request from a listed peer. */
  readonly answer: (request: DatabaseRequest, from: string) => DatabaseAnswer;
  /** The address of LAN 1 is translated on the way: what is sent and received does not fit its association. */
  readonly translated: () => boolean;
  /** A request to a peer is over: it was answered or it was not. */
  readonly onExchange: (address: string, succeeded: boolean) => void;
}

/** Database synchronization between peers: a request and an answer on a stream, sealed with the association's key. */
export class DatabaseChannel {
  #listener: Listener | undefined;

  constructor(private readonly options: DatabaseChannelOptions) {}

  async start(): Promise<void> {
    const local = { address: this.options.ownAddress, port: DATABASE_PORT };
    this.#listener = await this.options.network.listen(local, (connection) => this.#serve(connection));
  }

  stop(): void {
    this.#listener?.close();
  }

  /** Asks another peer; `done` is called once, with undefined when there is no answer. */
  request(address: string, request: DatabaseRequest, done: (answer: DatabaseAnswer | undefined) => void): void {
    const association = this.options.keys.current(address);
    if (!association || this.options.translated()) {
      this.options.onExchange(address, false);
      return done(undefined);
    }
    const connection = this.options.network.connect(this.options.ownAddress, { address, port: DATABASE_PORT });
    let finished = false;
    const finish = (answer: DatabaseAnswer | undefined): void => {
      if (finished) return;
      finished = true;
      timeout.cancel();
      connection.close();
      this.options.onExchange(address, answer !== undefined);
      done(answer);
    };
    const timeout = this.options.clock.after("database answer", ANSWER_TIMEOUT, () => finish(undefined));
    connection.onClose(() => finish(undefined));
    this.#onMessage(
      connection,
      address,
      (message) => finish(decodeDatabaseAnswer(message)),
      () => finish(undefined),
    );
    connection.send(
      sealFrame(encodeDatabaseMessage(request), association.id, association.key, this.options.random.bytes(12)),
    );
  }

  #serve(connection: Connection): void {
    const { address } = connection.remote;
    if (this.options.translated()) return connection.close();
    this.#onMessage(
      connection,
      address,
      (message, association) => {
        const key = this.options.keys.keyOf(address, association);
        if (!key) return connection.close();
        const answer = encodeDatabaseMessage(this.options.answer(decodeDatabaseRequest(message), address));
        connection.send(sealFrame(answer, association, key, this.options.random.bytes(12)));
      },
      () => connection.close(),
    );
  }

  /** Reads frames that are authentic; anything else ends the connection. */
  #onMessage(
    connection: Connection,
    address: string,
    take: (message: Uint8Array, association: string) => void,
    refuse: () => void,
  ): void {
    const reader = new FrameReader();
    connection.onData((data) => {
      try {
        for (const frame of reader.push(data)) {
          const opened = openFrame(frame, (id) => this.options.keys.keyOf(address, id));
          if (!opened) return refuse();
          take(opened.message, opened.association);
        }
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw error;
        refuse();
      }
    });
  }
}
