import { readDownload, type Download } from "../../../../protocol/http/download.ts";
import { askHttp, type HttpAnswer, type HttpClientOptions } from "../../network/http/http-request.ts";
import { readFeedbackUrl } from "../../network/http/target-url.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import { LARGEST_LISTS_BYTES, readFetchedLists } from "./read-lists.ts";
import type { ServerSecurity } from "./server-security.ts";

export interface FetchOptions extends HttpClientOptions {
  readonly resolver: Pick<Resolver, "address">;
  readonly security: Pick<ServerSecurity, "ofListServer">;
}

/** What became of a distribution point: `fetched` tells whether a file came at all. */
export type Fetched =
  | { readonly ok: true; readonly pem: string }
  | { readonly ok: false; readonly reason: string; readonly fetched: boolean };

/** Why something is no distribution point; undefined when it is one. Only HTTP and HTTPS are. */
export function flawOfPoint(text: string): string | undefined {
  return readFeedbackUrl(text).ok ? undefined : `"${text}" is not a URL: http[s]://<address or name>[:<port>]/<path>`;
}

/** Fetches the revocation lists of one distribution point; `done` is called once. Redirections are not followed. */
export function fetchLists(options: FetchOptions, point: string, done: (fetched: Fetched) => void): void {
  const fail = (reason: string): void => done({ ok: false, reason, fetched: false });
  const read = readFeedbackUrl(point);
  if (!read.ok) return fail(read.reason);
  const { protocol, host, port, path, authority } = read.url;
  options.resolver.address(host, (address) => {
    if (address === undefined) return fail("the name cannot be resolved");
    const question = {
      name: "revocation list",
      server: { address, port },
      secured: protocol === "https" ? options.security.ofListServer(host) : undefined,
      read: (received: Uint8Array) => readDownload(received, LARGEST_LISTS_BYTES),
    };
    const headers = new Map([
      ["host", authority],
      ["accept", "*/*"],
      ["connection", "close"],
    ]);
    const request = { startLine: `GET ${path} HTTP/1.1`, headers, body: new Uint8Array() };
    askHttp(options, question, request, (answer) => done(fetchedOf(answer)));
  });
}

function fetchedOf(answer: HttpAnswer<Download>): Fetched {
  if (!answer.ok) return { ok: false, reason: answer.reason, fetched: false };
  const { status, body } = answer.read;
  if (status !== 200) return { ok: false, reason: `answered ${status}`, fetched: false };
  const lists = readFetchedLists(body);
  return lists.ok ? { ok: true, pem: lists.pem } : { ok: false, reason: lists.reason, fetched: true };
}
