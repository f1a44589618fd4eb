import { readHttpStatus } from "../../../../protocol/http/message.ts";
import type { Instant } from "../../../world/duration.ts";
import { askHttp, type HttpClientOptions } from "../../network/http/http-request.ts";
import type { ServerSecurity } from "../../access/certificates/server-security.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { readFeedbackUrl, type FeedbackUrl } from "../../network/http/target-url.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import { incidentText, type IncidentReport } from "./incident-report.ts";

export interface IncidentSenderOptions extends HttpClientOptions {
  readonly configuration: Configuration;
  readonly log: EventLog;
  readonly unimplemented: Unimplemented;
  readonly resolver: () => Resolver;
  readonly security: ServerSecurity;
}

/** Posts incident reports to the URL that is configured, by way of the proxy server where there is one. */
export class IncidentSender {
  constructor(private readonly options: IncidentSenderOptions) {}

  /** @param done is told when the server took it; undefined when it did not, which the Event Log tells */
  send(report: IncidentReport, done: (sentAt: Instant | undefined) => void): void {
    const { clock, configuration, unimplemented } = this.options;
    const fail = (reason: string): void => {
      this.#failed(reason);
      done(undefined);
    };
    const target = readFeedbackUrl(configuration.get("ErrorReport Url"));
    if (!target.ok) return fail(target.reason);
    const proxyText = configuration.get("ErrorReport Proxy");
    const proxy = proxyText === "" ? undefined : readFeedbackUrl(withScheme(proxyText));
    if (proxy && !proxy.ok) return fail(proxy.reason);
    if (proxy && target.url.protocol === "https")
      return fail(unimplemented.note("incident reports over HTTPS through a proxy server"));
    this.#post(report, target.url, proxy?.url, (reason) => {
      if (reason !== undefined) return fail(reason);
      done(clock.now());
    });
  }

  /** @param done is told why it was not taken, if it was not */
  #post(
    report: IncidentReport,
    url: FeedbackUrl,
    proxy: FeedbackUrl | undefined,
    done: (reason: string | undefined) => void,
  ): void {
    const { host, port } = proxy ?? url;
    this.options.resolver().address(host, (address) => {
      if (address === undefined) return done(`${host}: the name cannot be resolved`);
      const secured = url.protocol === "https" ? this.options.security.ofManager(host) : undefined;
      const question = { name: "incident report answer", server: { address, port }, secured, read: readHttpStatus };
      askHttp(this.options, question, this.#request(report, url, proxy), (answer) => {
        if (!answer.ok) return done(answer.reason);
        done(answer.read >= 200 && answer.read < 300 ? undefined : `answered ${answer.read}`);
      });
    });
  }

  #request(report: IncidentReport, { authority, path }: FeedbackUrl, proxy: FeedbackUrl | undefined) {
    const contact = this.options.configuration.get("ErrorReport Contact");
    const headers = new Map([
      ["host", authority],
      ["content-type", "text/plain; charset=utf-8"],
      // RFC 9110, 10.1.2: the mail address of whoever is responsible.
      ...(contact === "" ? [] : [["from", contact.replaceAll(/[^\x20-\x7e]/g, "")] as const]),
      ["connection", "close"],
    ]);
    // RFC 9112, 3.2.2: a proxy is given the whole URL.
    const target = proxy ? `http://${authority}${path}` : path;
    return { startLine: `POST ${target} HTTP/1.1`, headers, body: Buffer.from(incidentText(report)) };
  }

  #failed(reason: string): void {
    this.options.log.event("management", "External Server Communications Failure", {
      Reason: reason,
      Service: "Incident reporting",
      Detail: `name:${this.options.configuration.get("ErrorReport Url")}`,
    });
  }
}

/** The page takes a proxy as `proxy.example.com:8080` as well as with `http://` before it. */
const withScheme = (proxy: string): string => {
  const whole = proxy.includes("://") ? proxy : `http://${proxy}`;
  return /^https?:\/\/[^/]+$/i.test(whole) ? `${whole}/` : whole;
};
