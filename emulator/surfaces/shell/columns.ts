const SCREEN_WIDTH = 80;
const GAP = 2;

/** Names side by side, read from left to right, as wide as a terminal. */
export function inColumns(names: readonly string[]): string[] {
  const width = Math.max(0, ...names.map((name) => name.length)) + GAP;
  const perLine = Math.max(1, Math.floor(SCREEN_WIDTH / width));
  const lines: string[] = [];
  for (let start = 0; start < names.length; start += perLine) {
    const line = names.slice(start, start + perLine).map((name) => name.padEnd(width));
    lines.push(line.join("").trimEnd());
  }
  return lines;
}
