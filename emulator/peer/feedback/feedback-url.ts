import { HTTP_PORT } from "../ask-http.ts";

/** Where feedback is posted to. */
export interface FeedbackUrl {
  /** An address or a name. */
  readonly host: string;
  readonly port: number;
  /** With its query. */
  readonly path: string;
  /** Host and port as they stand in the request. */
  readonly authority: string;
}

export type UrlVerdict =
  | { readonly kind: "http"; readonly url: FeedbackUrl }
  | { readonly kind: "https" }
  | { readonly kind: "malformed"; readonly reason: string };

/** Takes apart the URL that feedback is registered with. */
export function readFeedbackUrl(text: string): UrlVerdict {
  const malformed = (why: string): UrlVerdict => ({
    kind: "malformed",
    reason: `"${text}" ${why}: http://<address or name>[:<port>]/<path>`,
  });
  // What stands for a URL in a browser's address line is none here.
  if (!/^https?:\/\/[^/\s]\S*$/i.test(text) || !URL.canParse(text))
    return malformed("is not a URL that can be posted to");
  const { protocol, hostname, host, port, pathname, search, username, password } = new URL(text);
  if (username !== "" || password !== "") return malformed("has a user in it");
  if (port === "0") return malformed("has no port to connect to");
  if (protocol === "https:") return { kind: "https" };
  return {
    kind: "http",
    url: {
      host: hostname,
      port: port === "" ? HTTP_PORT : Number(port),
      path: pathname + search,
      authority: host,
    },
  };
}
