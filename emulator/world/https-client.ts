import { Agent, request } from "node:https";
import { seconds } from "./duration.ts";
import type { Endpoint } from "./endpoint.ts";
import { NoAnswer } from "./no-answer.ts";

/** Whoever has not answered by then will not. The machine's time: the lab's may stand still. */
const PATIENCE = seconds(30);

export interface HttpsRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface HttpsResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  /** The same before it was read as text. */
  readonly bytes: Uint8Array;
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
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", fail);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes.toString("utf8"), bytes });
        });
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
