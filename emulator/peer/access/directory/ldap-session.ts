import { LdapFrames } from "../../../../protocol/ldap/frames.ts";
import { encodeLdapRequest, type LdapRequest } from "../../../../protocol/ldap/requests.ts";
import { decodeLdapResponse, type LdapEntry, type LdapResult } from "../../../../protocol/ldap/responses.ts";
import { MalformedMessage } from "../../../../protocol/malformed.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Connection } from "../../../world/network.ts";
import { failureReasons, DirectoryFailure } from "./failure-reasons.ts";
import { logRequest, logResult } from "./ldap-lines.ts";
import { pending, within, type Waits } from "./pending.ts";

/** How a request ended, and the entries that came before. */
export interface LdapAnswer extends LdapResult {
  readonly entries: readonly LdapEntry[];
}

interface Waiting {
  readonly entries: LdapEntry[];
  readonly done: (answer: LdapAnswer) => void;
  readonly failed: (failure: DirectoryFailure) => void;
}

/** What a session needs of the peer. */
export interface LdapAround {
  readonly world: Waits;
  readonly log: EventLog;
}

/** Asks a directory server over one connection, one request after the other or several at once. */
export class LdapSession {
  readonly #waiting = new Map<number, Waiting>();
  readonly #frames = new LdapFrames();
  #lastId = 0;
  /** Why nothing can be asked any more. */
  #over: DirectoryFailure | undefined;

  constructor(
    private readonly around: LdapAround,
    private readonly connection: Connection,
  ) {
    connection.onData((data) => this.#receive(data));
    connection.onClose(() => this.#end("the connection was refused or ended"));
  }

  /** Rejects with a `DirectoryFailure` when no answer comes. */
  ask(request: LdapRequest): Promise<LdapAnswer> {
    if (this.#over) return Promise.reject(this.#over);
    const id = ++this.#lastId;
    const { log, world } = this.around;
    const answer = pending<LdapAnswer>(world, (done, failed) => this.#waiting.set(id, { entries: [], done, failed }));
    this.connection.send(encodeLdapRequest(id, request));
    logRequest(log.network, this.connection.remote, id, request.kind);
    return within(world, answer, () => {
      this.#waiting.delete(id);
      return unreachable("no answer");
    });
  }

  /** Leaves the connection to somebody else. */
  release(): void {
    this.#over = unreachable("the connection is another one's now");
  }

  close(): void {
    if (!this.#over) this.connection.send(encodeLdapRequest(++this.#lastId, { kind: "unbind" }));
    this.#over = unreachable("the connection has been closed");
    this.connection.close();
  }

  #receive(data: Uint8Array): void {
    if (this.#over) return;
    try {
      for (const frame of this.#frames.take(data)) this.#take(frame);
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.#end(error.message);
      this.connection.close();
    }
  }

  #take(frame: Uint8Array): void {
    const response = decodeLdapResponse(frame);
    const waiting = this.#waiting.get(response.messageId);
    if (response.kind === "entry") waiting?.entries.push(response.entry);
    if (response.kind !== "result") return;
    this.#waiting.delete(response.messageId);
    const found = waiting?.entries.length ?? 0;
    logResult(this.around.log.network, this.connection.remote, response, found);
    waiting?.done({ ...response, entries: waiting.entries });
  }

  #end(detail: string): void {
    this.#over ??= unreachable(detail);
    for (const { failed } of this.#waiting.values()) failed(this.#over);
    this.#waiting.clear();
  }
}

const unreachable = (detail: string): DirectoryFailure => new DirectoryFailure(failureReasons.unreachable, detail);
