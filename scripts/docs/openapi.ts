import { restResources } from "../../emulator/model/rest/index.ts";
import type { RestMethod, RestResource } from "../../emulator/model/rest/resource.ts";
import { requestSchema, responseSchema } from "./openapi-bodies.ts";
import { restStatusSchema } from "./openapi-status.ts";
import type { Schema } from "./rest-schema.ts";

const refused: Readonly<Record<string, string>> = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "403": "Forbidden",
  "404": "NotFound",
};

/** `docs/reference/openapi.json`: what the twin takes and answers below `/api`, made from the tables of resources. */
export function openApiFile(): string {
  const paths: Record<string, Schema> = {};
  for (const resource of restResources) {
    if (!resource.path.startsWith("/api/")) continue;
    const path = resource.path.replaceAll(/<(\w+)>/g, "{$1}");
    paths[path] = pathItem(resource, path);
    if (resource.methods.includes("GET") && isList(resource))
      paths[`${path}/{field}/{value}`] = filteredItem(resource, path);
  }
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Expressway Twin, REST interface",
      version: "X8.1",
      description:
        "Made from the tables of the twin. Each path is also served with /api/v1 in place of /api. What is answered with 501 alone the twin does not have.",
    },
    servers: [{ url: "https://{peer}", variables: { peer: { default: "127.0.10.1" } } }],
    security: [{ administrator: [] }],
    paths,
    components: {
      securitySchemes: { administrator: { type: "http", scheme: "basic" } },
      schemas: {
        Message: { type: "object", properties: { Message: { type: "string" } }, required: ["Message"] },
      },
      responses: {
        BadRequest: messageResponse("The body or the filter is wrong: the member, the value seen, those allowed"),
        Unauthorized: { description: "No account, or one without API access" },
        Forbidden: messageResponse("The account may only read"),
        NotFound: messageResponse("What is named is not there, or the other kind of box serves it"),
        NotImplemented: messageResponse("The twin does not have it, and why"),
      },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const isList = ({ served }: RestResource): boolean => served.kind === "rows" || served.kind === "places";

const messageResponse = (description: string): Schema => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Message" } } },
});

function pathItem(resource: RestResource, path: string): Schema {
  const parameters = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) =>
    pathParameter(name ?? "", { type: "string" }),
  );
  return {
    ...(parameters.length > 0 && { parameters }),
    ...Object.fromEntries(
      resource.methods.map((method) => [method.toLowerCase(), operation(resource, method, path, method)]),
    ),
  };
}

/** The same list by one of its members. */
function filteredItem(resource: RestResource, path: string): Schema {
  const fields = "members" in resource.served ? resource.served.members.map(({ name }) => name.toLowerCase()) : [];
  const all = resource.served.kind === "places" ? ["index", ...fields] : fields;
  return {
    parameters: [pathParameter("field", { type: "string", enum: all }), pathParameter("value", { type: "string" })],
    get: operation(resource, "GET", path, "GETBy"),
  };
}

const pathParameter = (name: string, schema: Schema): Schema => ({ name, in: "path", required: true, schema });

function operation(resource: RestResource, method: RestMethod, path: string, verb: string): Schema {
  const { noun, category, since, served } = resource;
  const about = {
    operationId: `${verb.toLowerCase()}${path.replaceAll(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: noun,
    tags: [category],
  };
  const origin = `Since ${since}; sources: ${resource.sources.join(", ")}.`;
  if (served.kind === "absent") {
    const description = `${served.reason}. ${origin}`;
    return { ...about, description, responses: { "501": { $ref: "#/components/responses/NotImplemented" } } };
  }
  const body = method === "GET" ? undefined : requestSchema(resource, method);
  return {
    ...about,
    description: origin,
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      ...success(resource, method),
      ...Object.fromEntries(
        Object.entries(refused).map(([code, name]) => [code, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  };
}

function success(resource: RestResource, method: RestMethod): Schema {
  if (method !== "GET") {
    const creates = method === "POST" && (isList(resource) || resource.path.endsWith("/optionkey"));
    return { [creates ? "201" : "200"]: messageResponse(resource.messages?.[method] ?? "It is done") };
  }
  const status = restStatusSchema(resource);
  const content = status ? { "application/json": { schema: status } } : responseSchema(resource);
  return { "200": { description: resource.noun, content } };
}
