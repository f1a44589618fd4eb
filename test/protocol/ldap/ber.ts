/** One element of BER, taken apart or to be put together. Written for tests: nothing of the product reads or writes with it. */
export interface Ber {
  readonly tag: number;
  /** Of a constructed element. */
  readonly parts: readonly Ber[];
  /** Of a primitive one. */
  readonly bytes: Buffer;
}

const CONSTRUCTED = 0x20;

export function readBer(bytes: Uint8Array): Ber {
  const [element, rest] = first(Buffer.from(bytes));
  if (rest.length > 0) throw new Error(`${rest.length} bytes too many`);
  return element;
}

function first(bytes: Buffer): [Ber, Buffer] {
  const tag = bytes.readUInt8(0);
  const short = bytes.readUInt8(1);
  const more = short < 0x80 ? 0 : short - 0x80;
  const length = more === 0 ? short : bytes.readUIntBE(2, more);
  const start = 2 + more;
  if (bytes.length < start + length) throw new Error("too short");
  let content = bytes.subarray(start, start + length);
  const rest = bytes.subarray(start + length);
  if ((tag & CONSTRUCTED) === 0) return [{ tag, parts: [], bytes: content }, rest];
  const parts: Ber[] = [];
  while (content.length > 0) {
    const [part, left] = first(content);
    parts.push(part);
    content = left;
  }
  return [{ tag, parts, bytes: Buffer.alloc(0) }, rest];
}

/** An element as bytes; with a length of four bytes always, which BER allows and readers have to take. */
export function writeBer(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  const header = Buffer.alloc(6);
  header.writeUInt8(tag, 0);
  header.writeUInt8(0x84, 1);
  header.writeUInt32BE(bytes.length, 2);
  return Buffer.concat([header, bytes]);
}

export const integer = (value: number, tag = 0x02): Buffer => writeBer(tag, Buffer.from([value >> 8, value & 0xff]));

export const text = (value: string, tag = 0x04): Buffer => writeBer(tag, Buffer.from(value));

export const numberOf = ({ bytes }: Ber): number => bytes.readUIntBE(0, bytes.length);
