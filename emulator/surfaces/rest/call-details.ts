import type { StatusValue, StatusValues } from "../../peer/core/status-values.ts";

/**
 * The `details` of a call record: JSON that clients of X8.11 boxes read out of a string. The `Calls/Call` tree, every leaf a
 * string; a branch that only holds a repeated element is a list of objects with one member; elsewhere a repeated element
 * repeats its name, which no object of this language can hold, so the text is written by hand.
 */
export function writeCallDetails(call: StatusValues): string {
  return `{"Call": ${writeValue(call)}}`;
}

function writeValue(value: StatusValue): string {
  if (typeof value === "boolean") return value ? '"True"' : '"False"';
  if (typeof value !== "object") return JSON.stringify(String(value));
  if (value instanceof Map) throw new TypeError("a repeated element has a name");
  const members = Object.entries(value as StatusValues).flatMap(([name, below]) =>
    below === undefined ? [] : [[name, below] as const],
  );
  const [only] = members;
  if (only && members.length === 1 && only[1] instanceof Map) {
    return `[${writeRepeated(only[0], only[1])
      .map((member) => `{${member}}`)
      .join(", ")}]`;
  }
  const written = members.flatMap(([name, below]) =>
    below instanceof Map ? writeRepeated(name, below) : [`${JSON.stringify(name)}: ${writeValue(below)}`],
  );
  return `{${written.join(", ")}}`;
}

const writeRepeated = (name: string, values: ReadonlyMap<number, StatusValue>): string[] =>
  [...values.values()].map((value) => `${JSON.stringify(name)}: ${writeValue(value)}`);
