import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Device } from "../../peer/device.ts";
import type { Surface } from "../../peer/core/journal.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Why what was asked was not done, where the status of the answer does not tell. */
    refusal?: string;
  }
}

/** Has the journal record each request when its answer has left. What only dresses a page is left out. */
export function journalRequests(app: FastifyInstance, device: Device): void {
  app.addHook("onResponse", (request, { statusCode }, done) => {
    const surface = surfaceOf(request.url);
    if (surface) {
      const { refusal, method, url, account } = request;
      device.journal({
        kind: "request",
        surface,
        account: account?.name ?? "",
        what: `${method} ${withoutDocument(url)}${buttonOf(request)}`,
        answer: refusal === undefined ? String(statusCode) : `${statusCode}: ${refusal}`,
        ok: refusal === undefined && statusCode < 400,
      });
    }
    done();
  });
}

function surfaceOf(url: string): Surface | undefined {
  if (url.startsWith("/static/")) return undefined;
  if (url.startsWith("/api/")) return "rest";
  return /^\/(\w+\.xml|getxml|putxml|formputxml)\b/.test(url) ? "xml" : "page";
}

/** The label of the button by which a form was sent. */
function buttonOf({ body }: FastifyRequest): string {
  if (typeof body !== "object" || body === null || !("submitbutton" in body)) return "";
  return typeof body.submitbutton === "string" ? ` [${body.submitbutton}]` : "";
}

/** A document in the query may hold secrets. */
const withoutDocument = (url: string): string => (url.startsWith("/formputxml") ? (url.split("?")[0] ?? "") : url);
