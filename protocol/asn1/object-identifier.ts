import { MalformedMessage } from "../malformed.ts";

/** Arcs have no limit in the standard; the longest in use are UUIDs. */
const ARC_LIMIT = 2n ** 128n;
/** Of 7 bits: reading stops here, so that a long one costs no time. */
const LONGEST_ARC_OCTETS = 19;

/** The arcs under 0 and 1 end before this; the first two share a number. */
const SECOND_ARCS = 40n;

/**
 * `1.2.840.113548` to the contents octets of an OBJECT IDENTIFIER (X.690, 8.19).
 *
 * @throws RangeError for what is none, or has arcs of more than 128 bits
 */
export function encodeObjectIdentifier(text: string): Uint8Array {
  const refuse = (): never => {
    throw new RangeError(
      `the object identifier is ${JSON.stringify(text)}, allowed are two or more numbers of up to 128 bits with dots ` +
        "between them, the first 0 to 2, the second below 40 if the first is 0 or 1",
    );
  };
  if (!/^[0-2](\.(0|[1-9]\d{0,38}))+$/.test(text)) refuse();
  const [first = 0n, second = 0n, ...rest] = text.split(".").map(BigInt);
  if ((first < 2n && second >= SECOND_ARCS) || [second, ...rest].some((arc) => arc >= ARC_LIMIT)) refuse();
  return Uint8Array.from([first * SECOND_ARCS + second, ...rest].flatMap(arcOctets));
}

/** @throws MalformedMessage */
export function decodeObjectIdentifier(octets: Uint8Array): string {
  if (octets.length === 0) throw new MalformedMessage("an object identifier has no octets");
  const [head = 0n, ...rest] = readArcs(octets);
  const first = head < 2n * SECOND_ARCS ? head / SECOND_ARCS : 2n;
  const arcs = [first, head - first * SECOND_ARCS, ...rest];
  if (arcs.some((arc) => arc >= ARC_LIMIT)) throw new MalformedMessage("an arc of an object identifier is too long");
  return arcs.join(".");
}

/** Seven bits an octet, the highest bit set in all but the last. */
function arcOctets(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}

function readArcs(octets: Uint8Array): bigint[] {
  const arcs: bigint[] = [];
  let arc = 0n;
  let length = 0;
  for (const octet of octets) {
    if (length === 0 && octet === 0x80) throw new MalformedMessage("an arc of an object identifier begins with 0x80");
    if (++length > LONGEST_ARC_OCTETS) throw new MalformedMessage("an arc of an object identifier is too long");
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet & 0x80) continue;
    arcs.push(arc);
    arc = 0n;
    length = 0;
  }
  if (length > 0) throw new MalformedMessage("an object identifier ends within an arc");
  return arcs;
}
