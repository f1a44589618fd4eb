import fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { expect } from "vitest";
import type { RestMethod, RestResource } from "../../../../emulator/model/rest/resource.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import type { Product } from "../../../../emulator/peer/core/identity.ts";
import { addRoutes } from "../../../../emulator/surfaces/https/routes.ts";
import { addRestRoutes } from "../../../../emulator/surfaces/rest/rest.ts";
import { startWebPeer, type WebPeer } from "../web/web-peer.ts";

export const basic = (name: string, password: string): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

const ADMIN = basic("admin", "TANDBERG");

export interface RestPeer {
  readonly device: Device;
  readonly app: FastifyInstance;
  readonly web: WebPeer;
  /** As `admin`; `path` from the root, or below `/api/provisioning/`. */
  ask(method: RestMethod | "OPTIONS" | "PATCH" | "HEAD", path: string, body?: unknown): Promise<LightMyRequestResponse>;
  get<Json>(path: string): Promise<Json>;
  /** A write that has to succeed. */
  done(method: RestMethod, path: string, body?: unknown): Promise<void>;
  /** A request that has to be refused. @returns status and message */
  refused(method: RestMethod | "PATCH", path: string, body?: unknown): Promise<[number, string]>;
  close(): Promise<void>;
}

/** A peer of a simulated world with its REST interface, asked without a socket. */
export async function startRestPeer(product: Product = "expressway-e"): Promise<RestPeer> {
  const web = await startWebPeer({ product });
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  await addRoutes(app, web.device, [addRestRoutes]);
  await app.ready();
  const ask: RestPeer["ask"] = (method, path, body) =>
    app.inject({
      method,
      url: path.startsWith("/") ? path : `/api/provisioning/${path}`,
      headers: { authorization: ADMIN, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { payload: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    device: web.device,
    app,
    web,
    ask,
    get: async <Json>(path: string) => {
      const response = await ask("GET", path);
      expect([response.statusCode, path]).toEqual([200, path]);
      return response.json<Json>();
    },
    done: async (method, path, body) => {
      const response = await ask(method, path, body);
      const { Message } = response.json<{ Message: string }>();
      expect([response.statusCode, path, Message]).toEqual([
        expect.toBeOneOf([200, 201]),
        path,
        expect.stringMatching(/^Success|successful$|updated|^OK$/),
      ]);
    },
    refused: async (method, path, body) => {
      const response = await ask(method, path, body);
      const json = response.json<{ Message: string }>();
      expect(Object.keys(json)).toEqual(["Message"]);
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      return [response.statusCode, json.Message];
    },
    close: async () => {
      await app.close();
      await web.close();
    },
  };
}

/** The product that serves a resource. */
export const productOf = ({ category }: RestResource): Product =>
  category === "controller" ? "expressway-c" : "expressway-e";
