import type { RestMethod, RestResource } from "../../../model/rest/resource.ts";
import type { Actor } from "../../../peer/core/actor.ts";
import type { NamedFile } from "../../../peer/core/files.ts";
import type { Device } from "../../../peer/device.ts";

/** What somebody asks of a resource, once they may. */
export interface RestRequest {
  readonly device: Device;
  readonly resource: RestResource;
  readonly method: RestMethod;
  /** The segments of the address after the path of the resource: `name`, `myzone`. */
  readonly filters: readonly string[];
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly actor: Actor;
}

export interface RestAnswer {
  readonly code: 200 | 201 | 400 | 403 | 404 | 405 | 501;
  /** JSON, a text that is sent as it is, or a file to save. */
  readonly body: { readonly json: unknown } | { readonly text: string } | { readonly file: NamedFile };
  readonly allow?: string;
  /** Called once the answer has left. */
  readonly afterAnswer?: () => void;
}

export const shown = (json: unknown): RestAnswer => ({ code: 200, body: { json } });

/** Every write, and every refusal, is told in an object with the one member `Message`. */
export const said = (code: RestAnswer["code"], message: string): RestAnswer => ({
  code,
  body: { json: { Message: message } },
});

/** A write that succeeded, in the words of the resource where sources have some. A create is 201, as clients insist. */
export function written({ resource: { messages, served, noun }, method }: RestRequest): RestAnswer {
  const verb = { GET: "read", POST: "created", PUT: "updated", DELETE: "deleted" }[method];
  const usual = served.kind === "rows" ? `Successfully ${verb} the ${noun}` : "The operation was successful";
  return said(method === "POST" ? 201 : 200, messages?.[method] ?? usual);
}

/** Counts what the twin does not have. @param what the resource, or a member of it */
export const notImplemented = ({ unimplemented }: Device, what: string, reason: string): RestAnswer =>
  said(501, `${unimplemented.note(what)}: ${reason}`);
