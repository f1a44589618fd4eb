import type { SentFields } from "../../../form/sent-fields.ts";

export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly matches: (line: string, text: string) => boolean;
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** A line is shown when every field that is filled in lets it pass. Letters count in any case. */
export const filterFields: readonly FilterField[] = [
  { name: "filter", label: "Filter", matches: (line, text) => wordsOf(text).every((word) => line.includes(word)) },
  { name: "string", label: "Contains the string", matches: (line, text) => line.includes(text) },
  {
    name: "any",
    label: "Contains any of the words",
    matches: (line, text) => wordsOf(text).some((word) => line.includes(word)),
  },
  {
    name: "none",
    label: "Not containing any of the words",
    matches: (line, text) => !wordsOf(text).some((word) => line.includes(word)),
  },
];

/** The lines that all fields of a query let pass. */
export function filterLines(lines: readonly string[], query: SentFields): readonly string[] {
  const filters = filterFields.flatMap(({ name, matches }) => {
    const text = (query.get(name) ?? "").toLowerCase();
    return text === "" ? [] : [(line: string) => matches(line, text)];
  });
  if (filters.length === 0) return lines;
  return lines.filter((line) => {
    const lower = line.toLowerCase();
    return filters.every((passes) => passes(lower));
  });
}
