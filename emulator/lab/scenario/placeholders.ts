import type { Path } from "../yaml/shape.ts";
import type { EntryValue } from "./kinds.ts";

/** What stands for addresses beside the names of peers: the lab's DNS and NTP server, and one where nobody answers. */
export const fixedPlaceholders = ["surroundings", "nobody"] as const;

const placeholder = /\$\{([^}]*)\}/g;

/** Puts the address of each `${name}` in its place, in all texts of an entry and in its keys. */
export function fillIn(entry: EntryValue, addresses: ReadonlyMap<string, string>): EntryValue {
  const fill = (text: string): string =>
    text.replaceAll(placeholder, (whole, name: string) => addresses.get(name) ?? whole);
  const filled = (value: unknown): unknown => {
    if (typeof value === "string") return fill(value);
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fill(key), filled(inner)]));
  };
  return filled(entry) as EntryValue;
}

/** The first `${…}` in an entry that is none of the names, with the way to it. */
export function unknownPlaceholder(
  value: unknown,
  names: readonly string[],
  path: Path = [],
): { readonly path: Path; readonly name: string; readonly atKey: boolean } | undefined {
  const unknownIn = (text: string): string | undefined =>
    [...text.matchAll(placeholder)].map(([, name = ""]) => name).find((name) => !names.includes(name));
  if (typeof value === "string") {
    const name = unknownIn(value);
    return name === undefined ? undefined : { path, name, atKey: false };
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const name = unknownIn(key);
    if (name !== undefined) return { path: [...path, key], name, atKey: true };
    const found = unknownPlaceholder(inner, names, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
