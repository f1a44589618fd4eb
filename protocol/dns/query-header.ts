/** RFC 1035, section 4.1.1. */
const HEADER_BYTES = 12;
const RESPONSE = 0x80;

/** Where the counts of the four sections stand. */
const QUESTIONS = 4;
const ANSWERS = 6;
const AUTHORITIES = 8;
const ADDITIONALS = 10;

/** What may come with a question: extensions (RFC 6891) and a signature (RFC 8945). */
const MOST_ADDITIONALS = 2;

/**
 * Whether the header of a message is that of a query: one question, and neither answers nor authorities. Nothing behind the
 * header is looked at, so that garbage costs next to nothing; decoded, its counts may tell of 65,535 records.
 */
export function hasQueryHeader(data: Uint8Array): boolean {
  if (data.length < HEADER_BYTES) return false;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = (place: number): number => view.getUint16(place);
  return (
    (view.getUint8(2) & RESPONSE) === 0 &&
    count(QUESTIONS) === 1 &&
    count(ANSWERS) === 0 &&
    count(AUTHORITIES) === 0 &&
    count(ADDITIONALS) <= MOST_ADDITIONALS
  );
}
