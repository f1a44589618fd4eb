import type { FastifyReply, FastifyRequest } from "fastify";
import type { Device } from "../../peer/device.ts";
import { authenticateBasic } from "../https/basic-authentication.ts";
import type { RouteFactory } from "../https/https-server.ts";
import { statusAnswer } from "./status-answer.ts";
import type { StatusTable } from "./status-table.ts";
import { statusTables } from "./status-tables.ts";

const STATUS = "/api/management/status";

/** The longest part of an address that is repeated in an answer. */
const LONGEST_SHOWN = 200;

/**
 * The REST interface: the tables that monitoring programs read. Basic authentication on every path; what the twin does not
 * have is answered with 501 and a message.
 */
export const addRestRoutes: RouteFactory = async (app, device) => {
  await app.register((rest, _options, done) => {
    rest.decorateRequest("account");
    rest.addHook("onRequest", authenticateBasic(device));
    // Whatever the body of a request that is not emulated is, that is not what is wrong with it.
    rest.removeAllContentTypeParsers();
    rest.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, parsed) => parsed(null, body));
    for (const table of statusTables) {
      const answer = (request: FastifyRequest, reply: FastifyReply) => sendTable(device, table, request, reply);
      rest.get(`${STATUS}/${table.path}`, answer);
      rest.get(`${STATUS}/${table.path}/*`, answer);
    }
    rest.all("/api", (request, reply) => notEmulated(device, request, reply));
    rest.all("/api/*", (request, reply) => notEmulated(device, request, reply));
    done();
  });
};

function sendTable(device: Device, table: StatusTable, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { "*": below = "" } = request.params as { "*"?: string };
  const answer = statusAnswer(
    device,
    table,
    below.split("/").filter((part) => part !== ""),
  );
  return answer.ok ? reply.send(answer.peers) : reply.code(400).send({ Message: answer.reason });
}

function notEmulated(device: Device, { method, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = (url.split("?")[0] ?? "").slice(0, LONGEST_SHOWN);
  return reply.code(501).send({ Message: device.unimplemented.note(`${method} ${path}`) });
}
