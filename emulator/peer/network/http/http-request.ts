import { encodeHttp, type HttpMessage } from "../../../../protocol/http/message.ts";
import { MalformedMessage } from "../../../../protocol/malformed.ts";
import type { Clock } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { Connection, Network } from "../../../world/network.ts";
import { secure, type SecureOptions } from "../../../world/secure-connection.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";

export const HTTP_PORT = 80;
export const HTTPS_PORT = 443;
const ANSWER_TIMEOUT: Milliseconds = seconds(10);

export interface HttpClientOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly ownAddress: string;
  readonly log: EventLog;
}

/** What was read of an answer, or why there was none: a sentence without a full stop. */
export type HttpAnswer<Read> =
  { readonly ok: true; readonly read: Read } | { readonly ok: false; readonly reason: string };

export interface HttpQuestion<Read> {
  /** What is waited for, in lists of timers. */
  readonly name: string;
  readonly server: Endpoint;
  /** How the server is known, for HTTPS; undefined for HTTP. */
  readonly secured: SecureOptions | undefined;
  /** Reads the answer, undefined while not enough of it is there. What it throws as a `MalformedMessage` is a reason. */
  readonly read: (received: Uint8Array) => Read | undefined;
}

/** Sends one request over a connection of its own; `done` is called once, after ten seconds at the latest. */
export function askHttp<Read>(
  { clock, network, ownAddress, log }: HttpClientOptions,
  { name, server, secured, read }: HttpQuestion<Read>,
  request: HttpMessage,
  done: (answer: HttpAnswer<Read>) => void,
): void {
  const connection = network.connect(ownAddress, server);
  let received: Uint8Array = new Uint8Array();
  let finished = false;
  const finish = (answer: HttpAnswer<Read>): void => {
    if (finished) return;
    finished = true;
    timeout.cancel();
    logHttp(log, server, answer.ok ? "Response" : "Error", answer.ok ? request.startLine : answer.reason);
    connection.close();
    done(answer);
  };
  const fail = (reason: string): void => finish({ ok: false, reason });
  const timeout = clock.after(name, ANSWER_TIMEOUT, () => fail("no answer"));
  const ask = (spoken: Connection): void => {
    spoken.onClose(() => fail("the connection was refused or ended"));
    spoken.onData((data) => {
      received = Buffer.concat([received, data]);
      try {
        const answer = read(received);
        if (answer !== undefined) finish({ ok: true, read: answer });
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw error;
        fail(error.message);
      }
    });
    spoken.send(encodeHttp(request));
    logHttp(log, server, "Request", request.startLine);
  };
  if (!secured) return ask(connection);
  void secure(connection, secured).then(ask, (error: Error) => fail(`no secure connection: ${error.message}`));
}

function logHttp(log: EventLog, server: Endpoint, message: "Request" | "Response" | "Error", detail: string): void {
  if (!log.network.takes("network.http", "DEBUG")) return;
  // What stands behind a question mark may be secret.
  const shown = detail.replace(/\?\S*/, "");
  const to = { "Dst-ip": server.address, "Dst-port": server.port };
  log.network.write("network.http", "DEBUG", { Message: message, ...to, Detail: shown });
}
