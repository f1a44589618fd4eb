import type { FastifyError, FastifyReply } from "fastify";
import type { Device } from "../../peer/device.ts";
import type { RouteFactory } from "../https/routes.ts";
import { alternatesDocument } from "./alternates-document.ts";
import { authenticate } from "../https/authenticate.ts";
import { commandDocument } from "./command-document.ts";
import { configurationDocument, locatedDocument, statusDocument } from "./documents.ts";
import { faultDocument, sendXml } from "./answers.ts";
import { addPutRoutes } from "./put-routes.ts";
import { valueSpaceDocument } from "./value-space-document.ts";

/**
 * The XML interface: documents of status and configuration, and the ways to put them, for whoever gives a password or is
 * logged in to the pages.
 */
export const addXmlRoutes: RouteFactory = async (app, device, sessions) => {
  await app.register((xml, _options, done) => {
    xml.decorateRequest("account");
    xml.addHook("onRequest", authenticate(device, sessions));
    xml.setErrorHandler((error: FastifyError, _request, reply) => refuse(device, error, reply));

    const documents: Readonly<Record<string, () => string>> = {
      "/status.xml": statusDocument(device),
      "/configuration.xml": configurationDocument(device),
      "/alternatesconfiguration.xml": () => alternatesDocument(device),
      "/valuespace.xml": () => valueSpaceDocument(device),
      "/command.xml": () => commandDocument(device),
    };
    for (const [path, document] of Object.entries(documents)) {
      xml.get(path, (_request, reply) => sendXml(reply, document()));
    }
    const located = locatedDocument(device);
    xml.get("/getxml", (request, reply) => {
      const { location } = request.query as { location?: string | string[] };
      // Two locations in one request are no location.
      return sendXml(reply, located(typeof location === "string" ? location : ""));
    });
    // A monitoring plug-in asks it with a location, as it asks getxml.
    xml.get("/history.xml", (request, reply) => {
      const { location = "/History" } = request.query as { location?: string | string[] };
      return sendXml(reply, located(typeof location === "string" ? location : ""));
    });
    addPutRoutes(xml, device);
    done();
  });
};

/** What fastify refuses by itself, a body that is too large for instance, is said in XML too. */
function refuse(device: Device, error: FastifyError, reply: FastifyReply): FastifyReply {
  return sendXml(reply.code(error.statusCode ?? 500), faultDocument(device, error.message));
}
