import { MalformedMessage } from "../malformed.ts";
import { readPriority, writePriority, type Priority } from "./priority.ts";

/** A message of the legacy format, RFC 3164. */
export interface BsdMessage extends Priority {
  /** Milliseconds since 1970; the year and what is less than a second are not written. */
  readonly moment: number;
  readonly host: string;
  /** The program; a colon is written after it. */
  readonly tag: string;
  readonly text: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** RFC 3164, section 4.1.3: a tag has up to 32 letters and digits; real ones have other signs as well. */
const TAG = /^[\w./-]{1,32}$/;

const HOST = /^[!-~]+$/;

/** @throws RangeError for a host or a tag that cannot be told from what follows it */
export function encodeBsd(message: BsdMessage): Uint8Array {
  const { host, tag, text } = message;
  if (!HOST.test(host)) throw new RangeError(`host "${host}": printable ASCII characters without blanks`);
  if (!TAG.test(tag)) throw new RangeError(`tag "${tag}": 1 to 32 letters, digits or _ . / -`);
  return Buffer.from(`${writePriority(message)}${writeTime(message.moment)} ${host} ${tag}: ${text}`, "utf8");
}

/**
 * @param year of the moment, which the message does not tell
 * @throws MalformedMessage
 */
export function decodeBsd(bytes: Uint8Array, year: number): BsdMessage {
  const whole = Buffer.from(bytes).toString("utf8");
  const found = /^<(\d{1,3})>([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) ([!-~]+) ([\w./-]{1,32}): ([^]*)$/.exec(whole);
  if (!found) throw new MalformedMessage(`"${whole.slice(0, 40)}" does not begin as a message of RFC 3164`);
  const [, priority = "", time = "", host = "", tag = "", text = ""] = found;
  return { ...readPriority(priority), moment: readTime(time, year), host, tag, text };
}

/** `Dec  9 10:00:00`, in UTC. */
function writeTime(moment: number): string {
  const date = new Date(moment);
  const day = String(date.getUTCDate()).padStart(2, " ");
  return `${MONTHS[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`;
}

function readTime(text: string, year: number): number {
  const [month = "", day = "", time = ""] = text.split(/ +/);
  const moment = Date.parse(
    `${year}-${twoDigits(MONTHS.findIndex((name) => name === month) + 1)}-${twoDigits(day)}T${time}Z`,
  );
  if (Number.isNaN(moment)) throw new MalformedMessage(`"${text}" is no time`);
  return moment;
}

const twoDigits = (number: string | number): string => String(number).padStart(2, "0");
