/** As much of JSON Schema as the document about REST uses. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: false;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** What in a value does not fit a schema. A text may be empty while it is not set, so that the least length is no fault. */
export function violations(schema: JsonSchema, value: unknown, at = "$"): string[] {
  const found: string[] = [];
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types && !types.some((type) => isOfType(type, value))) found.push(`${at} is no ${types.join(" or ")}`);
  if (schema.enum && !schema.enum.some((allowed) => allowed === value)) found.push(`${at} is ${String(value)}`);
  if (schema.const !== undefined && schema.const !== value) found.push(`${at} is not ${schema.const}`);
  if (typeof value === "number" && !(value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value)))
    found.push(`${at} is ${value}`);
  if (typeof value === "string" && value.length > (schema.maxLength ?? value.length)) found.push(`${at} is too long`);
  if (Array.isArray(value)) {
    if (value.length > (schema.maxItems ?? value.length)) found.push(`${at} has too many`);
    found.push(...value.flatMap((each, place) => violations(schema.items ?? {}, each, `${at}[${place}]`)));
  } else if (typeof value === "object" && value !== null) found.push(...inObject(schema, value, at));
  return found;
}

function inObject(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  value: object,
  at: string,
): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${at} has no ${name}`);
  const below = Object.entries(value).flatMap(([name, each]) => {
    const schema = properties[name];
    if (schema) return violations(schema, each, `${at}.${name}`);
    return additionalProperties === false ? [`${at} has ${name}`] : [];
  });
  return [...missing, ...below];
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
