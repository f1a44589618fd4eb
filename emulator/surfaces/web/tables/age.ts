import type { Milliseconds } from "../../../world/duration.ts";

const UNITS = [
  { name: "day", length: 86_400_000 },
  { name: "hour", length: 3_600_000 },
  { name: "minute", length: 60_000 },
  { name: "second", length: 1000 },
] as const;

/** How long ago something was, in the largest unit that fits: `3 minutes ago`. */
export const ago = (span: Milliseconds): string => `${inLargestUnit(span)} ago`;

/** A span of time in the largest unit that fits: `3 minutes`. */
export function inLargestUnit(span: Milliseconds): string {
  const { name, length } = UNITS.find((unit) => span >= unit.length) ?? UNITS[3];
  const count = Math.floor(Math.max(span, 0) / length);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
