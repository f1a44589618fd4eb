import { Agent, request } from "node:https";
import { seconds } from "./duration.ts";
import type { Endpoint } from "./network.ts";
import { NoAnswer } from "./no-answer.ts";

/** Whoever has not answered by then will not. The machine's time: the lab's may stand still. */
const PATIENCE = seconds(30);

export interface HttpsRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpsResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Asks one HTTPS server, whose certificate is taken as it is: peers as unpacked sign their own. Follows nothing. */
export class HttpsClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2, rejectUnauthorized: false });

  constructor(private readonly server: Endpoint) {}

  /** @throws NoAnswer when the connection breaks or nothing comes */
  send({ method, path, headers = {}, body }: HttpsRequest): Promise<HttpsResponse> {
    const { address: host, port } = this.server;
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => reject(NoAnswer.because(error));
      const sent = request({ host, port, method, path, headers, agent: this.#agent, timeout: PATIENCE }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("error", fail);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sent.on("timeout", () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
      sent.on("error", fail);
      sent.end(body);
    });
  }

  /** Ends the connections that are kept. */
  close(): void {
    this.#agent.destroy();
  }
}
