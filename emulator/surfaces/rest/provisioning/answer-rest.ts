import type { RestCategory, RestMethod, RestResource } from "../../../model/rest/resource.ts";
import type { Account } from "../../../peer/access/accounts/account.ts";
import type { Device } from "../../../peer/device.ts";
import { isEdge, productNames } from "../../../peer/core/identity.ts";
import { partHandlers } from "./parts/index.ts";
import { answerPlaces } from "./places-resource.ts";
import { notImplemented, said, type RestAnswer, type RestRequest } from "./rest-answer.ts";
import { answerRows } from "./rows-resource.ts";
import { answerSingle } from "./single-resource.ts";

/** Which boxes serve a category, where not all do. */
const servedBy: Readonly<Partial<Record<RestCategory, { readonly edge: boolean; readonly words: string }>>> = {
  controller: { edge: false, words: "an Expressway-C or a VCS Control" },
  edge: { edge: true, words: "an Expressway-E or a VCS Expressway" },
};

const allowed = ({ methods }: RestResource): string => [...methods, "OPTIONS"].join(", ");

const isMethod = (method: string, { methods }: RestResource): method is RestMethod =>
  methods.some((known) => known === method);

/** A request as it came, before anything is known of it but whose it is and what it is about. */
export interface RawRequest extends Omit<RestRequest, "method"> {
  readonly method: string;
  readonly account: Account | undefined;
}

/**
 * Answers for a resource: whether this box serves it, whether it has the method and whether the account may, then by the
 * kind that the table says it is.
 */
export function answerRest(raw: RawRequest): RestAnswer | Promise<RestAnswer> {
  const { device, resource, account } = raw;
  const elsewhere = wrongBox(device, resource);
  if (elsewhere !== undefined) return said(404, elsewhere);
  if (raw.method === "OPTIONS") return { code: 200, body: { text: "" }, allow: allowed(resource) };
  const method = raw.method === "HEAD" ? "GET" : raw.method;
  const { served } = resource;
  if (served.kind === "absent") return notImplemented(device, `${method} ${resource.path}`, served.reason);
  if (!isMethod(method, resource)) {
    const message = `${resource.path} has no ${method}: one of ${allowed(resource)}`;
    return { ...said(405, message), allow: allowed(resource) };
  }
  if (method !== "GET" && account?.access !== "ReadWrite")
    return said(403, "this account has Read-only access: it cannot make changes");
  const request: RestRequest = { ...raw, method };
  switch (served.kind) {
    case "single":
      return answerSingle(request, served);
    case "rows":
      return answerRows(request, served);
    case "places":
      return answerPlaces(request, served);
    case "part":
      return partHandlers[served.part](request);
    case "elsewhere":
      return said(404, `${resource.path} is answered by ${served.by}`);
  }
}

function wrongBox({ identity }: Device, { category, path }: RestResource): string | undefined {
  const by = servedBy[category];
  if (!by || by.edge === isEdge(identity.product)) return undefined;
  return `${path} is served by ${by.words}; this is a ${productNames[identity.product]}`;
}
