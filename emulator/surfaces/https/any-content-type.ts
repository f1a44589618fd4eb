import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+ *(;|$)/;

/**
 * Has every body taken as its bytes. Programs send documents as what they are, as whatever their library calls a body, or as
 * nothing at all.
 */
export function takeAnyContentType(app: FastifyInstance): void {
  app.addHook("onRequest", nameContentType);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
}

/** A content type that is none would be refused before its body is read. */
function nameContentType({ headers }: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (!MEDIA_TYPE.test(headers["content-type"] ?? "")) headers["content-type"] = "application/octet-stream";
  done();
}
