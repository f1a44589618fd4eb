import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { restResources } from "../../../../emulator/model/rest/index.ts";
import type { RestResource } from "../../../../emulator/model/rest/resource.ts";
import { productOf, startRestPeer, type RestPeer } from "./rest-peer.ts";
import { runs } from "../../../runs.ts";

const peers = new Map<string, RestPeer>();
beforeAll(async () => {
  for (const product of ["expressway-e", "expressway-c"] as const) peers.set(product, await startRestPeer(product));
});
afterAll(async () => {
  for (const peer of peers.values()) await peer.close();
});

/** A restart that is asked for would succeed. */
const resources = restResources.filter(({ path }) => path.startsWith("/api/") && !path.endsWith("/restart"));

function membersOf({ served }: RestResource): string[] {
  if (!("members" in served)) return [];
  const names = served.members.map(({ name }) => name);
  return [...names, ...names.map((name) => `New_${name}`), "index"];
}

const value = fc.oneof(
  fc.constantFrom("On", "off", "a.example.com", "192.0.2.1", "", " ", 1, 2, "3", -1, 1e20, null, true),
  fc.constant(["192.0.2.1"]),
  fc.string({ unit: "binary" }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
);

/** Bodies of all sorts, most of them with names that the resource has. */
const bodyFor = (resource: RestResource): fc.Arbitrary<string> => {
  const names = membersOf(resource);
  const name = names.length > 0 ? fc.constantFrom(...names) : fc.string();
  return fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(name, value, { maxKeys: 5 }).map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: fc.dictionary(fc.oneof(name, fc.string()), value).map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  );
};

const request = fc.constantFrom(...resources).chain((resource) =>
  fc.record({
    resource: fc.constant(resource),
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH" as const),
    body: bodyFor(resource),
    filters: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.oneof(fc.string(), fc.constantFrom("name", "index", "a")), { maxLength: 3 }),
      },
    ),
  }),
);

test(
  "no request is answered with 500, one that is refused says why in one member and changes nothing",
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ resource, method, body, filters }) => {
        const peer = peers.get(productOf(resource));
        if (!peer) throw new Error("there is no such peer");
        const { configuration, certificates } = peer.device;
        const state = (): string => JSON.stringify([[...configuration.allStored()], certificates.files]);
        const before = state();
        const path = [resource.path, ...filters.map((filter) => encodeURIComponent(filter))].join("/");
        const response = await peer.ask(method, path, method === "GET" ? undefined : body);
        expect(response.statusCode).not.toBe(500);
        if (response.statusCode < 400) return;
        expect(Object.keys(response.json<object>())).toEqual(["Message"]);
        expect(state()).toBe(before);
      }),
      runs(1000),
    );
  },
);
