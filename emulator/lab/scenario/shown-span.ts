import type { Milliseconds } from "../../world/duration.ts";

/** A span of time for people, to the second: `1h 3m 20s`. */
export function shownSpan(span: Milliseconds): string {
  const seconds = Math.round(span / 1000);
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : [])).join(" ") || "0s";
}
