import formbody from "@fastify/formbody";
import type { RouteFactory } from "../https/routes.ts";
import { menu } from "./menus/menu.ts";
import { isPartOf } from "./menus/page-place.ts";
import { PageDirectory } from "./page-directory.ts";
import { addLoginRoutes } from "./routes/login-routes.ts";
import { addPageRoutes } from "./routes/page-routes.tsx";
import { addStaticRoutes } from "./routes/static-routes.ts";
import { addStatusTableXmlRoute } from "./routes/status-table-xml.tsx";

/** The web pages of a peer. */
export const addWebRoutes: RouteFactory = async (app, device, sessions) => {
  const pages = new PageDirectory(menu.filter((entry) => isPartOf(entry, device.identity)));
  const lifeId = device.random.uuid();
  // In a scope of their own: what the pages need of forms and headers is no concern of XML and REST.
  await app.register(async (scope) => {
    await scope.register(formbody);
    // Read by the page, if it takes files at all.
    scope.addContentTypeParser("multipart/form-data", (_request, payload, done) => done(null, payload));
    scope.addHook("onSend", async (_request, reply) => {
      if (!reply.hasHeader("content-security-policy"))
        void reply.header("content-security-policy", "default-src 'self'; frame-ancestors 'none'; form-action 'self'");
      void reply.header("x-content-type-options", "nosniff").header("x-frame-options", "DENY");
    });
    addStaticRoutes(scope, device, lifeId);
    addLoginRoutes(scope, device, sessions);
    addStatusTableXmlRoute(scope, device, sessions);
    addPageRoutes(scope, { device, sessions, pages, lifeId });
  });
};
