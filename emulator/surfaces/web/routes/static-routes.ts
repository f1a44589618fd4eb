import type { FastifyInstance } from "fastify";
import type { Device } from "../../../peer/device.ts";
import { liveScript, stylesheet } from "./static-assets.ts";

/** Two arrows that meet as one: nothing of the product's own. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5a73"/><path d="M4 5h6M4 11h6M10 3l2.5 2L10 7M10 9l2.5 2-2.5 2" fill="none" stroke="#fff" stroke-width="1.5"/></svg>`;

/** What pages load, and by what a waiting page knows that the peer has come back. */
export function addStaticRoutes(
  app: FastifyInstance,
  { loginImage }: Pick<Device, "loginImage">,
  lifeId: string,
): void {
  const kept = "max-age=300";
  app.get("/static/twin.css", (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", kept).send(stylesheet),
  );
  app.get("/static/live.js", (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").header("cache-control", kept).send(liveScript),
  );
  app.get("/static/icon.svg", (_request, reply) =>
    reply.type("image/svg+xml").header("cache-control", kept).send(icon),
  );
  // Whoever sees the log-in page sees it, and an image that was changed is seen at once.
  app.get("/static/loginimage", (_request, reply) => {
    const { file } = loginImage;
    if (!file) return reply.code(404).type("text/plain").send("There is no image\n");
    return reply.type(file.mediaType).header("cache-control", "no-store").send(Buffer.from(file.bytes));
  });
  app.get("/static/life", (_request, reply) =>
    reply.type("text/plain").header("cache-control", "no-store").send(lifeId),
  );
}
