import cookie from "@fastify/cookie";
import type { FastifyInstance } from "fastify";
import type { Device } from "../../peer/device.ts";
import { Sessions } from "./sessions.ts";

/** Adds routes to the peer's web server: pages, XML, REST. All of them know the sessions of those who are logged in. */
export type RouteFactory = (app: FastifyInstance, device: Device, sessions: Sessions) => void | Promise<void>;

/** Adds what a web server is to have, with one set of sessions for all of it. */
export async function addRoutes(app: FastifyInstance, device: Device, routes: readonly RouteFactory[]): Promise<void> {
  await app.register(cookie);
  const sessions = new Sessions(device);
  for (const addTo of routes) await addTo(app, device, sessions);
}
