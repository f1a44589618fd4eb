import { plainNames } from "./unlike-the-others.ts";
import type { ConfigurationItem, TextFormat, ValueSpace } from "../../../../emulator/model/types.ts";

/** What quotes, escapes and markup are made of. */
const NASTY = 'a "quoted" \\ text & <tag>';

/** Values that an item takes, and values that it does not. */
export interface SampleValues {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

const ofFormat: Readonly<Record<TextFormat, SampleValues>> = {
  ipv4Address: { valid: ["192.0.2.77", "198.51.100.1"], invalid: ["192.0.2.256", "2001:db8::1", "a.example.com"] },
  ipAddress: { valid: ["192.0.2.77", "2001:db8::77"], invalid: ["192.0.2", "2001:db8:::1", "a.example.com"] },
  hostOrAddress: { valid: ["a.example.com", "192.0.2.77", "2001:db8::77"], invalid: ["two words", "192.0.2.256"] },
  hostName: { valid: ["expe9", "a_b-c"], invalid: ["9expe", "two words", "a.b"] },
  digits: { valid: ["4711", "0"], invalid: ["+47", "4 7", "٤"] },
  clusterName: { valid: ["cluster9.example.com"], invalid: ["-a.example.com", "a..b"] },
};

/** Both ends of a value space, what lies just beyond, and what is of another kind. */
export function sampleValues({ path, values }: Pick<ConfigurationItem, "path" | "values">): SampleValues {
  switch (values.kind) {
    case "oneOf":
      return { valid: values.values, invalid: ["none of these", ""] };
    case "integer":
      return {
        valid: [String(values.min), String(values.max)],
        invalid: [String(values.min - 1), String(values.max + 1), "1.5", "many", ""],
      };
    case "text":
    case "secret":
      return sampleTexts(values, plainNames.has(path) ? "Plain name" : NASTY);
  }
}

function sampleTexts(space: Extract<ValueSpace, { kind: "text" | "secret" }>, first: string): SampleValues {
  const format = space.kind === "text" && space.format !== undefined ? ofFormat[space.format] : undefined;
  const { valid, invalid } = format ?? {
    valid: [first, "Ümläut", "x".repeat(space.max)].filter((text) => text.length <= space.max),
    invalid: [],
  };
  const tooShort = space.min > 1 ? ["y".repeat(space.min - 1)] : [];
  return {
    valid: valid.filter((text) => text.length >= space.min),
    invalid: [...invalid, ...tooShort, "y".repeat(space.max + 1)],
  };
}
