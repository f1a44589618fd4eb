import type { RestMember, RestMethod, RestResource } from "../../emulator/model/rest/resource.ts";
import { memberSchema, objectSchema, partSchema, type Schema } from "./rest-schema.ts";

const json = (schema: Schema): Schema => ({ "application/json": { schema } });

const schemasOf = (members: readonly RestMember[], name = (member: RestMember): string => member.name) =>
  Object.fromEntries(members.map((member) => [name(member), memberSchema(member)]));

const indexSchema = (places: number): Schema => ({ type: "integer", minimum: 1, maximum: places });

const wrapped = (wrapper: string | undefined, schema: Schema): Schema =>
  wrapper === undefined ? schema : objectSchema({ [wrapper]: schema }, [wrapper]);

/** The body that a write takes, by media type. */
export function requestSchema(resource: RestResource, method: RestMethod): Schema | undefined {
  const { served } = resource;
  switch (served.kind) {
    case "single":
      return json({ ...objectSchema(schemasOf(served.members)), minProperties: 1 });
    case "rows": {
      const key = served.members.find(({ name }) => name === served.key);
      const keySchema = key && memberSchema(key);
      if (method === "DELETE") return json(objectSchema({ [served.key]: keySchema }, [served.key]));
      if (method === "POST") return json(objectSchema(schemasOf(served.members), requiredOf(served.members)));
      const renamed = schemasOf(served.members, (member) =>
        member.name === served.key || member.asNew ? `New_${member.name}` : member.name,
      );
      return json(objectSchema({ [served.key]: keySchema, ...renamed }, [served.key]));
    }
    case "places": {
      const index = { index: indexSchema(served.places) };
      if (method === "DELETE") return json(objectSchema(index, ["index"]));
      const required = method === "POST" ? ["index", ...requiredOf(served.members)] : ["index"];
      return json(wrapped(served.wrapper, objectSchema({ ...index, ...schemasOf(served.members) }, required)));
    }
    case "part": {
      const members = Object.fromEntries(served.members.map((member) => [member.name, partSchema(member)]));
      const names = Object.keys(members);
      if (names.length === 0) return undefined;
      const schema = objectSchema(members, names);
      return served.members.some(({ type }) => type === "PEM file")
        ? { "multipart/form-data": { schema } }
        : json(schema);
    }
    case "elsewhere":
    case "absent":
      return undefined;
  }
}

const requiredOf = (members: readonly RestMember[]): string[] =>
  members.filter(({ required }) => required).map(({ name }) => name);

/** What a GET answers, by media type. Secrets are never in it, nor what has no meaning beside other values. */
export function responseSchema({ served, path }: RestResource): Schema {
  const readable = (members: readonly RestMember[]) =>
    Object.fromEntries(Object.entries(schemasOf(members)).filter(([, schema]) => schema?.["writeOnly"] !== true));
  switch (served.kind) {
    case "single":
      return json(objectSchema(readable(served.members)));
    case "rows":
      return served.namesOnly
        ? json(objectSchema({ [served.key]: { type: "array", items: { type: "string" } } }, [served.key]))
        : json({ type: "array", items: objectSchema(readable(served.members)) });
    case "places": {
      const place = objectSchema({ index: indexSchema(served.places), ...readable(served.members) }, ["index"]);
      return json({ type: "array", items: wrapped(served.wrapper, place) });
    }
    case "part": {
      if (served.members.some(({ type }) => type === "PEM file"))
        return { "text/html": { schema: { type: "string" } } };
      const object = objectSchema(
        Object.fromEntries(served.members.map((member) => [member.name, partSchema(member)])),
      );
      return json(path.endsWith("/optionkey") || path.endsWith("/peers") ? { type: "array", items: object } : object);
    }
    case "elsewhere":
    case "absent":
      throw new RangeError(`${path} has no answer of its own`);
  }
}
