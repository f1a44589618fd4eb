import { finished } from "node:stream";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Device } from "../../peer/device.ts";
import { takeAnyContentType } from "../https/any-content-type.ts";
import { authenticate } from "../https/authenticate.ts";
import type { RouteFactory } from "../https/routes.ts";
import { answerRest } from "./provisioning/answer-rest.ts";
import { findResource, type FoundResource } from "./provisioning/find-resource.ts";
import { said, type RestAnswer } from "./provisioning/rest-answer.ts";
import { statusAnswer } from "./status-answer.ts";
import { statusTables } from "./status-tables.ts";

const STATUS = "/api/management/status/";
const MANAGEMENT = /^\/api\/(v1\/)?management(\/|$)/;

/** The longest part of an address that is repeated in an answer. */
const LONGEST_SHOWN = 200;

/** A bundle of CA certificates is the largest thing that anybody sends. */
const LARGEST_BODY_BYTES = 1024 * 1024;

/**
 * The REST interface: the configuration below `/api/provisioning`, and the tables that monitoring programs read. A
 * password or a session on every path; what the twin does not have is answered with 501 and a message.
 */
export const addRestRoutes: RouteFactory = async (app, device, sessions) => {
  await app.register((rest, _options, done) => {
    rest.decorateRequest("account");
    rest.addHook("onRequest", authenticate(device, sessions));
    rest.setErrorHandler((error: FastifyError, request, reply) =>
      send(request, reply.code(error.statusCode ?? 500), { Message: error.message }),
    );
    takeAnyContentType(rest);
    const answer = (request: FastifyRequest, reply: FastifyReply) => answerRequest(device, request, reply);
    for (const path of ["/api", "/api/*"]) rest.all(path, { bodyLimit: LARGEST_BODY_BYTES }, answer);
    done();
  });
};

async function answerRequest(device: Device, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = request.url.split(/[?#]/)[0] ?? "";
  const found = findResource(path);
  const answer = found ? await answerFound(device, found, request) : unknown(device, request.method, path);
  if (answer.allow !== undefined) void reply.header("allow", answer.allow);
  const { afterAnswer, body } = answer;
  if (afterAnswer) finished(reply.raw, () => afterAnswer());
  if ("file" in body)
    return reply
      .code(answer.code)
      .type("application/gzip")
      .header("content-disposition", `attachment; filename="${body.file.name}"`)
      .send(Buffer.from(body.file.bytes));
  return "text" in body
    ? reply.code(answer.code).type("text/html; charset=utf-8").send(body.text)
    : send(request, reply.code(answer.code), body.json);
}

/** The journal tells why what was asked was not done. */
function send(request: FastifyRequest, reply: FastifyReply, json: unknown): FastifyReply {
  const refused = reply.statusCode >= 400 && typeof json === "object" && json !== null && "Message" in json;
  if (refused) request.refusal = String(json.Message);
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(json));
}

function answerFound(
  device: Device,
  { resource, rest: filters }: FoundResource,
  request: FastifyRequest,
): RestAnswer | Promise<RestAnswer> {
  const table = statusTables.find((one) => `${STATUS}${one.path}` === resource.path);
  if (table && (request.method === "GET" || request.method === "HEAD")) {
    const answer = statusAnswer(device, table, filters);
    return answer.ok ? { code: 200, body: { json: answer.peers } } : said(400, answer.reason);
  }
  return answerRest({
    device,
    resource,
    method: request.method,
    filters,
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
    contentType: request.headers["content-type"] ?? "",
    account: request.account,
    actor: {
      user: request.account?.name ?? "",
      source: { address: request.ip, port: request.socket.remotePort ?? 0 },
    },
  });
}

/** The product has more tables below `/api/management` than are known: what is asked of them is counted. */
function unknown(device: Device, method: string, path: string): RestAnswer {
  const shown = path.slice(0, LONGEST_SHOWN);
  return MANAGEMENT.test(path)
    ? said(501, device.unimplemented.note(`${method} ${shown}`))
    : said(404, `there is no resource ${shown}`);
}
