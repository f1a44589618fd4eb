import { type HttpMessage, readHttpStatus } from "../../../../protocol/http/message.ts";
import type { Timer } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Resolver } from "../dns/resolver.ts";
import { askHttp, type HttpAnswer, type HttpClientOptions } from "./http-request.ts";
import type { ServerTrust } from "./server-trust.ts";
import type { FeedbackUrl } from "./target-url.ts";

/** No source tells how often the product tries, or how much it keeps for a server that is silent. */
const ATTEMPTS = 3;
const RETRY_AFTER: Milliseconds = seconds(10);
const MOST_WAITING = 100;

export interface HttpPosterOptions extends HttpClientOptions {
  readonly resolver: Resolver;
  readonly log: EventLog;
  readonly security: ServerTrust;
}

/**
 * Posts documents to one URL, in order, one at a time. One that is not taken is sent again after ten seconds, three times in
 * all; then it is given up, which the Event Log tells, and the next one follows.
 */
export class HttpPoster {
  readonly #waiting: string[] = [];
  /** How often the first of them has been sent; undefined while nothing is under way. */
  #attempts: number | undefined;
  #retry: Timer | undefined;
  #stopped = false;

  constructor(
    private readonly options: HttpPosterOptions,
    private readonly url: FeedbackUrl,
  ) {}

  post(document: string): void {
    if (this.#waiting.length === MOST_WAITING) {
      // The first is being sent.
      this.#waiting.splice(1, 1);
      this.#failed(`more than ${MOST_WAITING} documents wait; the oldest was given up`);
    }
    this.#waiting.push(document);
    if (this.#attempts === undefined) this.#send();
  }

  stop(): void {
    this.#stopped = true;
    this.#retry?.cancel();
  }

  #send(): void {
    const [document] = this.#waiting;
    if (document === undefined || this.#stopped) return;
    this.#attempts = (this.#attempts ?? 0) + 1;
    const { protocol, host, port } = this.url;
    this.options.resolver.address(host, (address) => {
      if (this.#stopped) return;
      if (address === undefined) return this.#answered({ ok: false, reason: "the name cannot be resolved" });
      const secured = protocol === "https" ? this.options.security.ofManager(host) : undefined;
      const question = { name: "feedback answer", server: { address, port }, secured, read: readHttpStatus };
      askHttp(this.options, question, this.#request(document), (answer) => this.#answered(answer));
    });
  }

  #answered(answer: HttpAnswer<number>): void {
    if (this.#stopped) return;
    const taken = answer.ok && answer.read >= 200 && answer.read < 300;
    if (!taken && (this.#attempts ?? 0) < ATTEMPTS) {
      this.#retry = this.options.clock.after("feedback retry", RETRY_AFTER, () => this.#send());
      return;
    }
    if (!taken) this.#failed(answer.ok ? `answered ${answer.read}` : answer.reason);
    this.#waiting.shift();
    this.#attempts = undefined;
    this.#send();
  }

  #request(document: string): HttpMessage {
    const headers = new Map([
      ["host", this.url.authority],
      ["content-type", "text/xml; charset=utf-8"],
      ["connection", "close"],
    ]);
    return { startLine: `POST ${this.url.path} HTTP/1.1`, headers, body: Buffer.from(document) };
  }

  #failed(reason: string): void {
    this.options.log.event("tvcs", "External Server Communications Failure", {
      Service: "Feedback",
      Detail: `${this.url.protocol}://${this.url.authority}${this.url.path}: ${reason}`,
    });
  }
}
