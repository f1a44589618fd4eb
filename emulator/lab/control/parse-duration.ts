import { EmulatorError } from "../../errors.ts";
import { days, hours, minutes, seconds, type Milliseconds } from "../../world/duration.ts";

const UNITS: Readonly<Record<string, (count: number) => Milliseconds>> = {
  ms: (count) => count,
  s: seconds,
  m: minutes,
  h: hours,
  d: days,
  w: (count) => days(count * 7),
};

const TERM = "\\d+(\\.\\d+)?(ms|[smhdw])";

/** What a span of time looks like, as a pattern of a schema; `OFFSET_PATTERN` may have a sign. */
export const SPAN_PATTERN = `^(${TERM})+$`;
export const OFFSET_PATTERN = `^[+-]?(${TERM})+$`;

/** `5m`, `-30s`: a span that may go back. @throws EmulatorError OPTION_INVALID */
export function parseOffset(text: string): Milliseconds {
  return text.startsWith("-") ? -parseDuration(text.slice(1)) : parseDuration(text.replace("+", ""));
}

/**
 * `125s`, `2m`, `1h30m`, `14d`, `2w`, `500ms`.
 * @throws EmulatorError OPTION_INVALID
 */
export function parseDuration(text: string): Milliseconds {
  const terms = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  if (terms.length === 0 || terms.map(([term]) => term).join("") !== text) {
    throw new EmulatorError("OPTION_INVALID", `"${text}" is not a span of time; examples: 125s, 2m, 1h30m, 14d, 2w`);
  }
  return terms.reduce((sum, [, count, unit = ""]) => sum + (UNITS[unit]?.(Number(count)) ?? 0), 0);
}
