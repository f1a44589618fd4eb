import type { Cause } from "../causes/cause.ts";

/** What was seen, and why it is so as far as the lab knows. */
export const because = (seen: string, causes: readonly Cause[]): string =>
  causes.length === 0 ? seen : `${seen}: ${causes.map(({ text }) => text).join("; ")}`;

/** Where causes are mended. @param otherwise where to look where none is known */
export const mendOf = (causes: readonly Cause[], otherwise: string): string =>
  causes.length === 0 ? otherwise : [...new Set(causes.map(({ mend }) => mend))].join("; ");
