import type { PartMember, RestMember } from "../../emulator/model/rest/resource.ts";
import { configurationItems } from "../../emulator/model/configuration/index.ts";
import type { ConfigurationItem, ValueSpace } from "../../emulator/model/types.ts";

/** JSON Schema as far as these documents use it. */
export type Schema = Readonly<Record<string, unknown>>;

const items = new Map<string, ConfigurationItem>(configurationItems.map((item) => [item.path, item]));

/** The item behind a member, undefined where X8.1 has none. */
export function itemOf({ value }: RestMember): ConfigurationItem | undefined {
  return value.kind === "item" || value.kind === "items" ? items.get(value.item) : undefined;
}

function spaceSchema(space: ValueSpace, words: Readonly<Record<string, string>> = {}): Schema {
  switch (space.kind) {
    case "integer":
      return { type: "integer", minimum: space.min, maximum: space.max };
    case "oneOf":
      return { type: "string", enum: space.values.map((value) => words[value] ?? value) };
    case "text":
      return { type: "string", minLength: space.min, maxLength: space.max };
    case "secret":
      return { type: "string", minLength: space.min, maxLength: space.max, writeOnly: true };
  }
}

/** What a member may be. Undefined for one that X8.1 has nothing for. */
export function memberSchema(member: RestMember): Schema | undefined {
  const { value } = member;
  const item = itemOf(member);
  if (value.kind === "fixed") return { const: value.value, description: value.reason };
  if (!item) return undefined;
  const schema = spaceSchema(item.values, value.kind === "item" ? value.words : undefined);
  if (value.kind === "items") return { type: "array", items: schema, maxItems: 6, description: item.description };
  return { ...schema, description: item.description };
}

/** A member of what a part of the peer answers. */
export const partSchema = ({ type }: PartMember): Schema =>
  type === "PEM file" ? { type: "string", contentMediaType: "application/x-pem-file" } : { type };

/** An object with these members, in their order. */
export function objectSchema(
  properties: Readonly<Record<string, Schema | undefined>>,
  required: readonly string[] = [],
): Schema {
  const present = Object.entries(properties).filter(([, schema]) => schema !== undefined);
  return {
    type: "object",
    properties: Object.fromEntries(present),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}
