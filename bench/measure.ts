/** One line of the table: what was measured, what came out, and what it has to be. */
export interface Measurement {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The bar, and on which side of it the figure has to be. */
  readonly bar: { readonly most: number } | { readonly least: number };
}

export const holds = ({ figure, bar }: Measurement): boolean =>
  "most" in bar ? figure <= bar.most : figure >= bar.least;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that 95 of 100 do not exceed. */
export function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Three significant digits. */
const round = (value: number): string => String(Number(value.toPrecision(3)));

export function showTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((one) => [
    one.what,
    `${round(one.figure)} ${one.unit}`,
    "most" in one.bar ? `at most ${one.bar.most} ${one.unit}` : `at least ${one.bar.least} ${one.unit}`,
    holds(one) ? "yes" : "NO",
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(["Measured", "Figure", "Bar", "Holds"]), line(["---", "---:", "---:", "---"]), ...rows.map(line)].join(
    "\n",
  );
}
