import type { RestMember } from "../../../../emulator/model/rest/resource.ts";
import type { TextFormat, ValueSpace } from "../../../../emulator/model/types.ts";

const formatted: Readonly<Record<TextFormat, string>> = {
  ipv4Address: "192.0.2.77",
  ipAddress: "192.0.2.77",
  hostOrAddress: "changed.example.com",
  hostName: "changed",
  digits: "4711",
  clusterName: "changed.example.com",
};

/** An allowed value other than the present one, as the item has it. */
export function otherValue(space: ValueSpace, present: string): string {
  switch (space.kind) {
    case "oneOf":
      return space.values.find((value) => value !== present) ?? present;
    case "integer":
      return String(present === String(space.max) ? space.min : space.max);
    case "text":
      return space.format === undefined ? `changed ${present}`.trim().slice(0, space.max) : formatted[space.format];
    case "secret":
      return "changed secret";
  }
}

/** A value that the space does not allow. */
export function wrongValue(space: ValueSpace): string {
  switch (space.kind) {
    case "oneOf":
      return "nonsense";
    case "integer":
      return String(space.max + 1);
    case "text":
    case "secret":
      return "x".repeat(space.max + 1);
  }
}

/** A value as a member has it in JSON. */
export function inJson({ value }: RestMember, space: ValueSpace, text: string): unknown {
  if (value.kind === "items") return [text];
  if (value.kind === "item" && value.words) return value.words[text] ?? text;
  return space.kind === "integer" ? Number(text) : text;
}
