import type { TSchema } from "typebox";
import { Value } from "typebox/value";

/** Leads from the whole of a file to a value in it. */
export type Path = readonly (string | number)[];

/** What is wrong with the shape of a value, and where. */
export interface ShapeMistake {
  readonly path: Path;
  /** Names the value seen and those allowed. */
  readonly reason: string;
  /** The key is wrong, not its value. */
  readonly atKey: boolean;
}

/** The mistake of a value that says most, undefined where it has the shape of the schema. */
export function shapeMistake(schema: TSchema, value: unknown): ShapeMistake | undefined {
  let error: ShapeError | undefined;
  try {
    error = deepestError(schema, value);
  } catch (failure) {
    // An alias inside what it stands for has no end.
    if (failure instanceof RangeError) return { path: [], reason: "the file refers to itself", atKey: false };
    throw failure;
  }
  return error && describeError(error, schema, value);
}

type ShapeError = ReturnType<typeof Value.Errors>[number];

function describeError(error: ShapeError, schema: TSchema, value: unknown): ShapeMistake {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const seen = shown(path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value));
  const at = (reason: string): ShapeMistake => ({ path, reason, atKey: false });
  const rules = schemaAt(schema, path);
  const wanted = rules.description ?? error.message;
  const parameters = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "additionalProperties": {
      const [unknown = ""] = parameters.additionalProperties as string[];
      const allowed = Object.keys(rules.properties ?? {}).join(", ");
      return {
        path: [...path, unknown],
        reason: `"${unknown}" is not known here; allowed: ${allowed}`,
        atKey: true,
      };
    }
    case "required":
      return at(`${(parameters.requiredProperties as string[]).join(", ")} is missing`);
    case "enum":
      return at(`${seen} is not allowed; one of: ${(parameters.allowedValues as string[]).join(", ")}`);
    case "pattern":
    case "anyOf":
      return at(`${seen} is not allowed; wanted: ${wanted}`);
    case "type":
      return at(
        `${seen} is not allowed${rules.description === undefined ? `: ${error.message}` : `; wanted: ${rules.description}`}`,
      );
    default:
      return at(`${seen} is not allowed: ${error.message}`);
  }
}

/** Of mistakes at the same depth: a misspelt member says more than that it is missing, a choice more than its first part. */
const tellingFirst = ["additionalProperties", "anyOf"];

/** The mistake that is deepest says most: "not one of small, medium, large" rather than "not a peer". */
function deepestError(schema: TSchema, value: unknown): ShapeError | undefined {
  const rank = ({ keyword }: ShapeError): number => tellingFirst.indexOf(keyword) + 1 || tellingFirst.length + 1;
  return Value.Errors(schema, value)
    .filter((error) => error.keyword !== "boolean")
    .toSorted((a, b) => depth(b) - depth(a) || rank(a) - rank(b))
    .at(0);
}

/** A value as a message names it: the whole of a scalar, the kind of anything larger. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map";
  return value === undefined || value === null ? "nothing" : JSON.stringify(value);
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
}

/** What the schema says of the value at a path. */
function schemaAt(schema: TSchema, path: readonly string[]): Schema {
  return path.reduce<Schema>((outer, step) => below(outer, step) ?? {}, schema as Schema);
}

function below(schema: Schema, step: string): Schema | undefined {
  const { properties, patternProperties, items, anyOf = [] } = schema;
  const own = properties?.[step] ?? Object.values(patternProperties ?? {})[0];
  if (own) return own;
  if (items && /^\d+$/.test(step)) return items;
  return anyOf.map((choice) => below(choice, step)).find((found) => found !== undefined);
}

const depth = (error: ShapeError): number => error.instancePath.split("/").length;

const unescapePointer = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");
