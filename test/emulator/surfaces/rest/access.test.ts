import { afterAll, beforeAll, expect, test } from "vitest";
import { restResources } from "../../../../emulator/model/rest/index.ts";
import type { RestResource } from "../../../../emulator/model/rest/resource.ts";
import { basic, startRestPeer, type RestPeer } from "./rest-peer.ts";

let edge: RestPeer;
let controller: RestPeer;
beforeAll(async () => {
  edge = await startRestPeer("expressway-e");
  controller = await startRestPeer("expressway-c");
});
afterAll(async () => {
  await edge.close();
  await controller.close();
});

const known = restResources.filter(({ path }) => path.startsWith("/api/"));
const named = (resources: readonly RestResource[]): (readonly [path: string, resource: RestResource])[] =>
  resources.map((resource) => [resource.path.replaceAll(/<\w+>/g, "some"), resource]);
const peerOf = ({ category }: RestResource): RestPeer => (category === "controller" ? controller : edge);
const otherThan = (peer: RestPeer): RestPeer => (peer === edge ? controller : edge);
const isAbsent = ({ served }: RestResource): boolean => served.kind === "absent";

test.each(named(known))("%s tells its methods", async (path, resource) => {
  const options = await peerOf(resource).ask("OPTIONS", path);
  expect([options.statusCode, options.headers.allow]).toEqual([200, [...resource.methods, "OPTIONS"].join(", ")]);
});

test.each(named(known.filter((resource) => !isAbsent(resource))))(
  "%s answers GET, or has none",
  async (path, resource) => {
    const peer = peerOf(resource);
    expect((await peer.ask("GET", path)).statusCode).toBe(resource.methods.includes("GET") ? 200 : 405);
    const patched = await peer.ask("PATCH", path);
    expect([patched.statusCode, patched.headers.allow]).toEqual([405, [...resource.methods, "OPTIONS"].join(", ")]);
  },
);

test.each(named(known.filter(isAbsent)))("%s is not there: it says why, and is counted", async (concrete, resource) => {
  const { path, methods, served } = resource;
  const peer = peerOf(resource);
  for (const method of methods) {
    const reason = served.kind === "absent" ? served.reason : "";
    expect(await peer.refused(method, concrete)).toEqual([
      501,
      `not implemented by the emulator: ${method} ${path}: ${reason}`,
    ]);
    expect(peer.device.unimplemented.counts().get(`${method} ${path}`)).toBe(1);
  }
});

test.each(named(known.filter(({ category }) => category === "controller" || category === "edge")))(
  "%s is not served by the other kind of box",
  async (path, resource) => {
    expect(await otherThan(peerOf(resource)).refused("GET", path)).toEqual([
      404,
      expect.stringMatching(/ is served by an Expressway-[CE] or a VCS/),
    ]);
  },
);

test("HEAD is answered as GET is", async () => {
  expect((await edge.ask("HEAD", "common/dns/dns")).statusCode).toBe(200);
  expect((await edge.ask("HEAD", "common/protocol/sip/advanced")).statusCode).toBe(405);
});

test.each(["/api", "/api/x", "/api/provisioning", "/api/provisioning/common/dns", "/api/v2/provisioning/sysinfo"])(
  "%s is no resource",
  async (path) => {
    expect(await edge.refused("GET", path)).toEqual([404, `there is no resource ${path}`]);
  },
);

test("a value of a filter may hold a slash", async () => {
  await edge.done("POST", "common/searchrule", { Name: "a/b", Priority: 1, TargetName: "LocalZone" });
  expect(await edge.get("common/searchrule/name/a%2Fb")).toHaveLength(1);
  await edge.done("DELETE", "common/searchrule", { Name: "a/b" });
});

test("Read-only accounts read, others without access do not; changes are logged with who made them", async () => {
  const add = (Name: string, more: object): Promise<void> =>
    edge.done("POST", "common/adminaccount/configuration", { Name, Password: "secret", ...more });
  await add("reader", { AccessLevel: "ReadOnly" });
  await add("auditor", { AccessLevel: "Auditor" });
  await add("pages", { APIAccess: "No" });
  await add("writer", {});
  const as = (name: string, method: "GET" | "PUT", payload?: string) =>
    edge.app.inject({
      method,
      url: "/api/provisioning/common/qos",
      headers: { authorization: basic(name, "secret") },
      ...(payload !== undefined && { payload }),
    });
  expect((await as("reader", "GET")).json()).toEqual({ Mode: "None", Value: 0 });
  const refused = await as("reader", "PUT", '{"Value":1}');
  expect([refused.statusCode, refused.json()]).toEqual([
    403,
    { Message: "this account has Read-only access: it cannot make changes" },
  ]);
  expect((await as("auditor", "GET")).statusCode).toBe(403);
  expect((await as("pages", "GET")).statusCode).toBe(401);
  expect((await as("writer", "PUT", '{"Value":63}')).statusCode).toBe(200);
  expect(edge.device.log.newest(5).join("\n")).toMatch(/System Configuration Changed.*qos.*63.*writer/i);
});

test("a body that is too large is refused before it is read", async () => {
  const [status, message] = await edge.refused("PUT", "common/qos", `{"Mode":"${"x".repeat(1024 * 1024)}"}`);
  expect([status, message]).toEqual([413, expect.any(String)]);
});
