import { MalformedMessage } from "../malformed.ts";
import { readPriority, writePriority, type Priority } from "./priority.ts";
import { readElements, writeElements, type StructuredElement } from "./structured-data.ts";

/** A message of RFC 5424. What is absent is written as the NILVALUE, `-`. */
export interface IetfMessage extends Priority {
  /** Milliseconds since 1970. */
  readonly moment?: number;
  readonly host?: string;
  readonly application?: string;
  readonly processId?: string;
  readonly messageId?: string;
  readonly elements?: readonly StructuredElement[];
  readonly text: string;
}

type HeaderName = "host" | "application" | "processId" | "messageId";

/** The most octets of each field (RFC 5424, section 6). */
const headerFields: readonly (readonly [name: HeaderName, most: number])[] = [
  ["host", 255],
  ["application", 48],
  ["processId", 128],
  ["messageId", 32],
];

const NIL = "-";

/** Says that the text is UTF-8 (RFC 5424, section 6.4); a text of ASCII does without. */
const BOM = "\uFEFF";

/** @throws RangeError for a field that RFC 5424 has no room for: empty, too long, `-`, with blanks or beyond ASCII */
export function encodeIetf(message: IetfMessage): Uint8Array {
  const moment = message.moment === undefined ? NIL : new Date(message.moment).toISOString();
  const fields = headerFields.map(([name, most]) => headerField(name, message[name], most));
  const header = [`${writePriority(message)}1`, moment, ...fields, writeElements(message.elements ?? [])].join(" ");
  const { text } = message;
  return Buffer.from(text === "" ? header : `${header} ${isAscii(text) ? "" : BOM}${text}`, "utf8");
}

/** @throws MalformedMessage */
export function decodeIetf(bytes: Uint8Array): IetfMessage {
  const whole = Buffer.from(bytes).toString("utf8");
  const found = /^<(\d{1,3})>1 (\S+) (\S+) (\S+) (\S+) (\S+) ([^]*)$/.exec(whole);
  if (!found) throw new MalformedMessage(`"${whole.slice(0, 40)}" does not begin as a message of RFC 5424`);
  const [, priority = "", time = "", host = "", application = "", processId = "", messageId = "", rest = ""] = found;
  const { elements, after } = readElements(rest);
  if (after !== "" && !after.startsWith(" ")) throw new MalformedMessage(`"${after}" follows the structured data`);
  const text = after.slice(1);
  return {
    ...readPriority(priority),
    ...(time !== NIL && { moment: readTime(time) }),
    ...(host !== NIL && { host }),
    ...(application !== NIL && { application }),
    ...(processId !== NIL && { processId }),
    ...(messageId !== NIL && { messageId }),
    ...(elements.length > 0 && { elements }),
    text: text.startsWith(BOM) ? text.slice(BOM.length) : text,
  };
}

function headerField(name: HeaderName, value: string | undefined, most: number): string {
  if (value === undefined) return NIL;
  if (value.length > most || value === NIL || !/^[!-~]+$/.test(value))
    throw new RangeError(`${name} "${value}": 1 to ${most} printable ASCII characters without blanks, other than "-"`);
  return value;
}

function readTime(text: string): number {
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(moment)) throw new MalformedMessage(`"${text}" is no timestamp`);
  return moment;
}

const isAscii = (text: string): boolean => Buffer.byteLength(text, "utf8") === text.length;
