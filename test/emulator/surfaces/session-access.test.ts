import fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addRoutes } from "../../../emulator/surfaces/https/routes.ts";
import { addRestRoutes } from "../../../emulator/surfaces/rest/rest.ts";
import { addWebRoutes } from "../../../emulator/surfaces/web/web.ts";
import { addXmlRoutes } from "../../../emulator/surfaces/xml/xml.ts";
import { ADMIN } from "./documents/simulated-device.ts";
import { startWebPeer, type WebPeer } from "./web/web-peer.ts";

let peer: WebPeer;
let app: FastifyInstance;

beforeEach(async () => {
  peer = await startWebPeer();
  app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  await addRoutes(app, peer.device, [addXmlRoutes, addRestRoutes, addWebRoutes]);
});
afterEach(async () => {
  await app.close();
  await peer.close();
});

async function logIn(username: string): Promise<Record<string, string>> {
  const { cookies } = await app.inject({
    method: "POST",
    url: "/login",
    payload: new URLSearchParams({ username, password: "TANDBERG" }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
}

const status = async (url: string, cookies: Record<string, string>): Promise<number> =>
  (await app.inject({ url, cookies })).statusCode;

const put = async (cookies: Record<string, string>): Promise<number> => {
  const payload = "<Configuration><SystemUnit><Name>by session</Name></SystemUnit></Configuration>";
  return (await app.inject({ method: "POST", url: "/putxml", payload, cookies })).statusCode;
};

test("whoever is logged in to the pages reads and puts XML and REST", async () => {
  const cookies = await logIn("admin");
  expect(await status("/getxml?location=/Status/SystemUnit", cookies)).toBe(200);
  expect(await status("/api/management/status/alarm", cookies)).toBe(200);
  expect(await put(cookies)).toBe(200);
  expect(peer.device.configuration.get("SystemUnit Name")).toBe("by session");
});

test("half of the cookies, those of nobody and those of a session that is over are not enough", async () => {
  const cookies = await logIn("admin");
  for (const name of Object.keys(cookies)) expect(await status("/status.xml", { ...cookies, [name]: "x" })).toBe(401);
  expect(await status("/status.xml", {})).toBe(401);
  await app.inject({ url: "/logout", cookies });
  expect(await status("/status.xml", cookies)).toBe(401);
});

test("rights are those of the account: no API access, no changes", async () => {
  const account = { Password: "TANDBERG", AccessAPI: "Off" };
  peer.device.accounts.add({ Name: "noapi", ...account }, ADMIN);
  peer.device.accounts.add({ Name: "reader", Password: "TANDBERG", AccessLevel: "ReadOnly" }, ADMIN);
  expect(await status("/status.xml", await logIn("noapi"))).toBe(401);
  const reader = await logIn("reader");
  expect(await status("/status.xml", reader)).toBe(200);
  expect(await put(reader)).toBe(403);
});

test("a link that somebody is made to follow changes nothing", async () => {
  const cookies = await logIn("admin");
  const xmldoc = "<Configuration><SystemUnit><Name>by link</Name></SystemUnit></Configuration>";
  expect(await status(`/formputxml?xmldoc=${encodeURIComponent(xmldoc)}`, cookies)).toBe(403);
  expect(peer.device.configuration.get("SystemUnit Name")).not.toBe("by link");
});
