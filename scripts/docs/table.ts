/** Text that a table of Markdown can hold. */
export const cell = (text: string): string =>
  text.replaceAll("|", "\\|").replaceAll("<", "\\<").replaceAll(/\s+/g, " ");

/** A table in Markdown. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Says where a page comes from. */
export const GENERATED = "<!-- Made from the tables by `npm run docs`. -->\n";
