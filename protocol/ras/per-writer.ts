import { isWithin, outside, smallNumbers, span, type Range } from "./ranges.ts";

/** From this length on PER cuts what it writes into fragments of one to four times as much (X.691, 11.9.3.8). */
const FRAGMENT = 16_384;
const LARGEST_FRAGMENT = 4;

/**
 * Writes the aligned variant of the Packed Encoding Rules (ITU-T X.691), as far as RAS has use for it.
 * All methods throw a RangeError, naming the value and those allowed, for what cannot be written.
 */
export class PerWriter {
  readonly #bytes: number[] = [];
  /** Bits of the last byte that are not written yet. */
  #free = 0;

  bit(value: boolean): void {
    this.bits(value ? 1 : 0, 1);
  }

  bits(value: number, width: number): void {
    for (let left = width - 1; left >= 0; left--) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free--;
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] ?? 0) | (((value >> left) & 1) << this.#free);
    }
  }

  /** Octets that begin where an octet begins, without their number. */
  octets(bytes: Iterable<number>): void {
    this.#free = 0;
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** A constrained whole number (11.5). */
  integer(value: number, range: Range): void {
    if (!isWithin(value, range)) throw new RangeError(outside(value, range));
    const size = span(range);
    const above = value - range.least;
    if (size <= 255) this.bits(above, Math.ceil(Math.log2(size)));
    else this.octets(size === 256 ? [above] : [above >> 8, above & 255]);
  }

  /** A normally small number (11.6): few bits for what is below 64. */
  smallNumber(value: number): void {
    this.bit(value > 63);
    if (value <= 63) {
      this.bits(value, 6);
      return;
    }
    if (!isWithin(value, smallNumbers)) throw new RangeError(outside(value, smallNumbers));
    this.octetString(Uint8Array.from(value > 255 ? [value >> 8, value & 255] : [value]));
  }

  /** How many items a list has (11.9). */
  listLength(count: number): void {
    if (count >= FRAGMENT) throw new RangeError(`a list has ${count} items, allowed are up to ${FRAGMENT - 1}`);
    this.octets(lengthOctets(count));
  }

  /** Octets of any number, behind their number. */
  octetString(bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.byteLength >= FRAGMENT) {
      const times = Math.min(LARGEST_FRAGMENT, Math.floor(rest.byteLength / FRAGMENT));
      this.octets([0xc0 | times]);
      this.octets(rest.subarray(0, times * FRAGMENT));
      rest = rest.subarray(times * FRAGMENT);
    }
    this.octets(lengthOctets(rest.byteLength));
    this.octets(rest);
  }

  /** An encoding of its own behind its length (11.2), so that a reader can pass over it. */
  openType(write: (contents: PerWriter) => void): void {
    const contents = new PerWriter();
    write(contents);
    this.octetString(contents.finish());
  }

  /** What was written, filled up to a whole octet; at least one (11.1). */
  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes.length === 0 ? [0] : this.#bytes);
  }
}

function lengthOctets(length: number): number[] {
  return length < 128 ? [length] : [0x80 | (length >> 8), length & 255];
}
