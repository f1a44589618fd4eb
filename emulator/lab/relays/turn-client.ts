import { MalformedMessage } from "../../../protocol/malformed.ts";
import type { StunAttributes } from "../../../protocol/stun/attributes.ts";
import { isChannelData } from "../../../protocol/stun/channel-data.ts";
import { isIntact } from "../../../protocol/stun/integrity.ts";
import type { StunMethod } from "../../../protocol/stun/methods.ts";
import {
  decodeStun,
  encodeStun,
  type ReceivedStunMessage,
  TRANSACTION_ID_BYTES,
} from "../../../protocol/stun/stun-message.ts";
import type { Timer } from "../../world/clock.ts";
import { type Milliseconds, minutes, seconds } from "../../world/duration.ts";
import type { Endpoint } from "../../world/endpoint.ts";
import type { DatagramSocket } from "../../world/network.ts";
import type { World } from "../../world/world.ts";
import type { TurnCredentials } from "./turn-credentials.ts";

/** RFC 5389, section 7.2.1: how long the first sending waits for an answer, each further one twice as long, and the last. */
const FIRST_WAIT: Milliseconds = 500;
const LAST_WAIT: Milliseconds = seconds(8);
const SENDINGS = 7;

/** RFC 5766, section 2.2: "one minute before the allocation's time-to-expiry". */
const REFRESH_BEFORE_END: Milliseconds = minutes(1);

/** What permissions last, and a minute less. */
const PERMIT_AGAIN_AFTER: Milliseconds = minutes(4);

/** The protocol number of UDP. */
const UDP = 17;

export interface TurnClientOptions {
  readonly world: Pick<World, "clock" | "network" | "random">;
  /** Where the client is. */
  readonly address: string;
  readonly server: Endpoint;
  readonly credentials: TurnCredentials;
  /** An address that may send through the relay. */
  readonly peer?: string | undefined;
}

/** What became of a request: what the answer says, or why there is none. */
export type TurnOutcome =
  { readonly ok: true; readonly attributes: StunAttributes } | { readonly ok: false; readonly reason: string };

interface Transaction {
  readonly bytes: Uint8Array;
  sendings: number;
  timer: Timer | undefined;
  readonly done: (answer: ReceivedStunMessage | undefined) => void;
}

/** A client of a TURN server with one relay, which it keeps until it gives it back or the server takes it. */
export class TurnClient {
  #socket: DatagramSocket | undefined;
  readonly #transactions = new Map<string, Transaction>();
  readonly #timers = new Set<Timer>();
  #relayed: Endpoint | undefined;

  constructor(private readonly options: TurnClientOptions) {}

  /** The relay's address and port; undefined without one. */
  get relayed(): Endpoint | undefined {
    return this.#relayed;
  }

  /** Asks for a relay. `done` is told once; a client that gets none is closed. */
  async allocate(done: (outcome: TurnOutcome) => void): Promise<void> {
    const { world, address } = this.options;
    try {
      this.#socket = await world.network.bind({ address, port: 0 }, (data, from) => this.#receive(data, from));
    } catch (error) {
      return done({ ok: false, reason: `no socket: ${error instanceof Error ? error.message : String(error)}` });
    }
    this.#request("allocate", { requestedTransport: UDP }, (outcome) => {
      if (!outcome.ok) this.close();
      else {
        this.#relayed = outcome.attributes.xorRelayedAddress;
        this.#keep(outcome.attributes.lifetime ?? 0);
        this.#permit();
      }
      done(outcome);
    });
  }

  /** Gives the relay back and closes when the server has heard of it. */
  release(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#relayed = undefined;
    if (this.#socket) this.#request("refresh", { lifetime: 0 }, () => this.close());
  }

  /** Ends without a word to the server. */
  close(): void {
    for (const timer of this.#timers) timer.cancel();
    for (const { timer } of this.#transactions.values()) timer?.cancel();
    this.#transactions.clear();
    this.#relayed = undefined;
    this.#socket?.close();
    this.#socket = undefined;
  }

  #keep(lifetimeSeconds: number): void {
    this.#after("refresh of a relay", Math.max(seconds(lifetimeSeconds) - REFRESH_BEFORE_END, seconds(1)), () =>
      this.#request("refresh", {}, (outcome) => {
        // The server no longer knows the relay, or is not there: there is none any more.
        if (outcome.ok) this.#keep(outcome.attributes.lifetime ?? 0);
        else this.close();
      }),
    );
  }

  #permit(): void {
    const { peer } = this.options;
    if (peer === undefined) return;
    this.#request("createPermission", { xorPeerAddress: [{ address: peer, port: 0 }] }, () => {});
    this.#after("permission of a relay", PERMIT_AGAIN_AFTER, () => this.#permit());
  }

  #after(name: string, span: Milliseconds, run: () => void): void {
    const timer = this.options.world.clock.after(name, span, () => {
      this.#timers.delete(timer);
      run();
    });
    this.#timers.add(timer);
  }

  /** A request with credentials, sent again when the server asks for them or for fresher ones. */
  #request(method: StunMethod, wanted: StunAttributes, done: (outcome: TurnOutcome) => void): void {
    const { credentials } = this.options;
    const { signedAs } = credentials;
    this.#send(method, { ...wanted, ...signedAs?.attributes }, signedAs?.key, (answer) => {
      if (!answer) return done({ ok: false, reason: "no answer" });
      if (answer.class === "success") return done({ ok: true, attributes: answer.attributes });
      const { errorCode: { code, reason } = { code: 0, reason: "" }, realm, nonce } = answer.attributes;
      const asked = (code === 401 && !signedAs) || code === 438;
      if (asked && realm !== undefined && nonce !== undefined) {
        credentials.asked(realm, nonce);
        return this.#request(method, wanted, done);
      }
      const alternate = answer.attributes.alternateServer;
      done({ ok: false, reason: `${code} ${reason}${alternate ? ` (${alternate.address})` : ""}` });
    });
  }

  #send(method: StunMethod, attributes: StunAttributes, key: Uint8Array | undefined, done: Transaction["done"]): void {
    const transactionId = this.options.world.random.bytes(TRANSACTION_ID_BYTES);
    const id = keyOf(transactionId);
    const finish = (answer: ReceivedStunMessage | undefined): void => {
      // RFC 5389, section 10.2.3: an answer that is signed must be signed by the server.
      if (answer?.integrity && key && !isIntact(answer.integrity, key)) return;
      this.#transactions.get(id)?.timer?.cancel();
      this.#transactions.delete(id);
      done(answer);
    };
    const bytes = encodeStun({ method, class: "request", transactionId, attributes }, { key });
    const transaction: Transaction = { bytes, sendings: 0, timer: undefined, done: finish };
    this.#transactions.set(id, transaction);
    this.#transmit(transaction);
  }

  #transmit(transaction: Transaction): void {
    if (transaction.sendings === SENDINGS) return transaction.done(undefined);
    const wait = transaction.sendings === SENDINGS - 1 ? LAST_WAIT : FIRST_WAIT * 2 ** transaction.sendings;
    transaction.sendings++;
    this.#socket?.send(transaction.bytes, this.options.server);
    transaction.timer = this.options.world.clock.after("TURN request", wait, () => this.#transmit(transaction));
  }

  #receive(data: Uint8Array, from: Endpoint): void {
    const { server } = this.options;
    if (from.address !== server.address || from.port !== server.port || isChannelData(data)) return;
    try {
      const message = decodeStun(data);
      if (message.class === "success" || message.class === "error")
        this.#transactions.get(keyOf(message.transactionId))?.done(message);
    } catch (error) {
      // Whatever else arrives at the port is not for a client to answer.
      if (!(error instanceof MalformedMessage)) throw error;
    }
  }
}

const keyOf = (transactionId: Uint8Array): string => Buffer.from(transactionId).toString("hex");
