import { HTTP_PORT, HTTPS_PORT } from "./http-request.ts";

/** Where feedback is posted to. */
export interface FeedbackUrl {
  readonly protocol: "http" | "https";
  /** An address or a name. */
  readonly host: string;
  readonly port: number;
  /** With its query. */
  readonly path: string;
  /** Host and port as they stand in the request. */
  readonly authority: string;
}

export type UrlVerdict =
  { readonly ok: true; readonly url: FeedbackUrl } | { readonly ok: false; readonly reason: string };

const DEFAULT_PORTS = { http: HTTP_PORT, https: HTTPS_PORT } as const;

/** Takes apart the URL that feedback is registered with. */
export function readFeedbackUrl(text: string): UrlVerdict {
  const malformed = (why: string): UrlVerdict => ({
    ok: false,
    reason: `"${text}" ${why}: http[s]://<address or name>[:<port>]/<path>`,
  });
  // What stands for a URL in a browser's address line is none here.
  if (!/^https?:\/\/[^/\s]\S*$/i.test(text) || !URL.canParse(text))
    return malformed("is not a URL that can be posted to");
  const { protocol: scheme, hostname, host, port, pathname, search, username, password } = new URL(text);
  if (username !== "" || password !== "") return malformed("has a user in it");
  if (port === "0") return malformed("has no port to connect to");
  const protocol = scheme === "https:" ? "https" : "http";
  return {
    ok: true,
    url: {
      protocol,
      host: hostname,
      port: port === "" ? DEFAULT_PORTS[protocol] : Number(port),
      path: pathname + search,
      authority: host,
    },
  };
}
