import { MalformedMessage } from "../malformed.ts";

/** How messages follow each other on a stream (RFC 6587, section 3.4): each counted, or each ended by a line feed. */
export type Framing = "octetCounting" | "newline";

const LINE_FEED = 0x0a;
const BLANK = 0x20;

/** Longer counts are not believed: 999,999 octets are more than any collector takes. */
const MOST_DIGITS = 6;

/** One message as it goes onto a stream. With `newline` the message must have no line feed. */
export function frame(message: Uint8Array, framing: Framing): Uint8Array {
  return framing === "octetCounting"
    ? Buffer.concat([Buffer.from(`${message.byteLength} `), message])
    : Buffer.concat([message, Uint8Array.of(LINE_FEED)]);
}

/**
 * Takes the whole messages off a stream; what is left is the beginning of the next one.
 * @throws MalformedMessage for a count that is none
 */
export function unframe(
  received: Uint8Array,
  framing: Framing,
): { readonly messages: readonly Uint8Array[]; readonly rest: Uint8Array } {
  const messages: Uint8Array[] = [];
  let rest = received;
  for (;;) {
    const next = framing === "octetCounting" ? counted(rest) : ended(rest);
    if (!next) return { messages, rest };
    messages.push(rest.subarray(next.from, next.to));
    rest = rest.subarray(next.after);
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly after: number;
}

function counted(bytes: Uint8Array): Place | undefined {
  const blank = bytes.subarray(0, MOST_DIGITS + 1).indexOf(BLANK);
  const digits = Buffer.from(bytes.subarray(0, blank === -1 ? MOST_DIGITS + 1 : blank)).toString("latin1");
  if (!(blank === -1 ? /^(?:[1-9]\d{0,5})?$/ : /^[1-9]\d{0,5}$/).test(digits))
    throw new MalformedMessage(`"${digits}" is no count of octets`);
  const to = blank + 1 + Number(digits);
  return blank === -1 || to > bytes.byteLength ? undefined : { from: blank + 1, to, after: to };
}

function ended(bytes: Uint8Array): Place | undefined {
  const to = bytes.indexOf(LINE_FEED);
  return to === -1 ? undefined : { from: 0, to, after: to + 1 };
}
