export const GENERATED = "<!-- Made from the tables by `npm run docs`. -->\n";

/** A text as a cell of a table takes it; what stands between backticks is code, and a `<` in it is no tag. */
export const cell = (text: string): string =>
  text
    .replaceAll("|", "\\|")
    .replaceAll(/`[^`]*`|</g, (part) => (part === "<" ? "\\<" : part))
    .replaceAll(/\s+/g, " ");

export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}
