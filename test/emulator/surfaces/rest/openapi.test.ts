import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restResources } from "../../../../emulator/model/rest/index.ts";
import { openApiFile } from "../../../../scripts/docs/openapi.ts";
import { restPage } from "../../../../scripts/docs/rest.ts";
import { startRestPeer, type RestPeer } from "./rest-peer.ts";
import { violations, type JsonSchema } from "./json-schema.ts";

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Record<string, { schema: JsonSchema }> };
  readonly responses: Record<
    string,
    { $ref?: string; description?: string; content?: Record<string, { schema: JsonSchema }> }
  >;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}

type PathItem = Readonly<Record<string, Operation | readonly Parameter[]>>;

interface Document {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Record<string, PathItem>;
  readonly components: Record<string, Record<string, unknown>>;
}

const document = JSON.parse(openApiFile()) as Document;
const methods = ["get", "post", "put", "delete"];
const parametersOf = (item: PathItem): readonly Parameter[] => (item["parameters"] ?? []) as readonly Parameter[];

const operationsOf = (item: PathItem): readonly (readonly [method: string, operation: Operation])[] =>
  Object.entries(item).flatMap(([method, operation]) => ("operationId" in operation ? [[method, operation]] : []));

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  operationsOf(item).map(([method, operation]) => ({ path, method, operation, item })),
);

describe("openapi.json", () => {
  test("is an OpenAPI 3.1 document whose parts fit together", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: expect.any(String) as string, version: "X8.1" });
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation, item } of operations) {
      expect(path).toMatch(/^\/api\/[\w/{}]+$/);
      expect(methods).toContain(method);
      const named = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
      expect(parametersOf(item).map(({ name }) => name)).toEqual(named);
      expect(parametersOf(item).every(({ in: where, required }) => where === "path" && required)).toBe(true);
      for (const [code, response] of Object.entries(operation.responses)) {
        expect(code).toMatch(/^[245]\d\d$/);
        expect(response.$ref === undefined).toBe(response.description !== undefined);
      }
    }
    for (const [, parts] of openApiFile().matchAll(/"\$ref": "#\/components\/([^"]+)"/g)) {
      const [kind = "", name = ""] = (parts ?? "").split("/");
      expect(document.components[kind]).toHaveProperty(name);
    }
  });

  test("every object says of its required members what they are", () => {
    const objects = objectsIn(document.paths);
    expect(objects.length).toBeGreaterThan(50);
    for (const { required, properties } of objects)
      expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining([...(required ?? [])]));
  });

  test("has every resource of the tables with its methods, and the page has them too", () => {
    const page = restPage();
    for (const { path, methods: known, served } of restResources) {
      expect(page).toContain(path);
      if (!path.startsWith("/api/")) continue;
      const told = operationsOf(document.paths[path.replaceAll(/<(\w+)>/g, "{$1}")] ?? {});
      expect(told.map(([method]) => method)).toEqual(known.map((method) => method.toLowerCase()));
      for (const [, operation] of told) {
        expect(Object.keys(operation.responses).includes("501")).toBe(served.kind === "absent");
        expect(Object.keys(operation.responses).some((code) => code.startsWith("2"))).toBe(served.kind !== "absent");
      }
    }
  });
});

describe("what a peer answers", () => {
  const peers: RestPeer[] = [];
  beforeAll(async () => {
    peers.push(await startRestPeer("expressway-e"), await startRestPeer("expressway-c"));
  });
  afterAll(async () => {
    for (const peer of peers) await peer.close();
  });

  const served = operations.filter(({ operation }) => !("501" in operation.responses));

  test.each(
    served
      .filter(({ path, operation }) => "201" in operation.responses && !path.endsWith("/optionkey"))
      .map(({ path, operation }) => [path, operation] as const),
  )("POST %s of the least that the schema asks for is taken", async (path, operation) => {
    const schema = operation.requestBody?.content["application/json"]?.schema;
    const peer = peers[path.includes("/controller/") ? 1 : 0];
    const response = await peer?.ask("POST", path, least(schema ?? {}, path));
    expect([response?.statusCode, response?.body]).toEqual([201, expect.stringContaining("uccessful")]);
  });

  test.each(
    served
      .filter(({ method, path }) => method === "get" && !path.includes("{"))
      .map(({ path, operation }) => [path, operation] as const),
  )("GET %s fits its schema", async (path, operation) => {
    const content = operation.responses["200"]?.content ?? {};
    const response = await peers[path.includes("/controller/") ? 1 : 0]?.ask("GET", path);
    expect(response?.statusCode).toBe(200);
    expect(String(response?.headers["content-type"]).split(";")[0]).toBe(Object.keys(content)[0]);
    const json = content["application/json"]?.schema;
    expect(json ? violations(json, response?.json<unknown>()) : []).toEqual([]);
  });
});

function objectsIn(value: unknown): JsonSchema[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return "type" in value && value.type === "object" ? [value as JsonSchema, ...below] : below;
}

/** A value with what a schema requires alone; texts are unique to the path. */
function least(schema: JsonSchema, path: string): unknown {
  if (schema.type === "object")
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, least(schema.properties?.[name] ?? {}, path)]),
    );
  if (schema.type === "array") return ["192.0.2.9"];
  if (schema.type === "integer") return schema.minimum;
  if (schema.enum) return schema.enum[0];
  return /dns|ntp|firewall/.test(path) ? "192.0.2.53" : `of ${path.slice(-30)}`.replaceAll("/", " ");
}
