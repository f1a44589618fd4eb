import { MalformedMessage } from "../malformed.ts";

/** The facilities that the product uses, by the names that RFC 5427 gives them, and their numbers. */
export const facilities = {
  kern: 0,
  daemon: 3,
  local0: 16,
  local1: 17,
  local2: 18,
  local3: 19,
  local4: 20,
  local5: 21,
  local6: 22,
} as const;

export type Facility = keyof typeof facilities;

/** Severities from the worst on: the place of one is its number (RFC 5424, section 6.2.1). */
export const severities = [
  "emergency",
  "alert",
  "critical",
  "error",
  "warning",
  "notice",
  "informational",
  "debug",
] as const;

export type SyslogSeverity = (typeof severities)[number];

export interface Priority {
  readonly facility: Facility;
  readonly severity: SyslogSeverity;
}

/** True when the severity is at least as bad as another. */
export const isAsSevereAs = (severity: SyslogSeverity, other: SyslogSeverity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(other);

/** `<134>` for local0 and informational. */
export const writePriority = ({ facility, severity }: Priority): string =>
  `<${facilities[facility] * severities.length + severities.indexOf(severity)}>`;

/** @throws MalformedMessage for a number of more than three digits, or of a facility that is not in the table */
export function readPriority(text: string): Priority {
  const number = Number(/^(?:0|[1-9]\d{0,2})$/.exec(text)?.[0] ?? Number.NaN);
  const severity = severities[number % severities.length];
  const facility = facilityNames.find((name) => facilities[name] === Math.floor(number / severities.length));
  if (severity === undefined || facility === undefined) throw new MalformedMessage(`priority "${text}" is not known`);
  return { facility, severity };
}

const facilityNames = Object.keys(facilities) as Facility[];
