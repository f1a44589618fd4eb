import { MalformedMessage } from "../malformed.ts";
import { isWithin, outside, span, type Range } from "./ranges.ts";

const FRAGMENT = 16_384;

/**
 * Reads the aligned variant of the Packed Encoding Rules (ITU-T X.691), as far as RAS has use for it.
 * All methods throw MalformedMessage for what cannot be, and never read past the end.
 */
export class PerReader {
  readonly #bytes: Uint8Array;
  /** In bits. */
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bit(): boolean {
    return this.bits(1) === 1;
  }

  bits(width: number): number {
    let value = 0;
    for (let left = width; left > 0; left--) {
      const byte = this.#bytes[this.#position >> 3];
      if (byte === undefined) throw this.#endsTooEarly();
      value = (value << 1) | ((byte >> (7 - (this.#position & 7))) & 1);
      this.#position++;
    }
    return value;
  }

  /** Octets that begin where an octet begins. */
  octets(count: number): Uint8Array {
    const from = (this.#position + 7) >> 3;
    if (from + count > this.#bytes.byteLength) throw this.#endsTooEarly();
    this.#position = (from + count) * 8;
    // Copied: a Buffer's slice would be a window on what the socket may write over.
    return Uint8Array.from(this.#bytes.subarray(from, from + count));
  }

  /** A constrained whole number (11.5). */
  integer(range: Range): number {
    const size = span(range);
    const above = size <= 255 ? this.bits(Math.ceil(Math.log2(size))) : this.#number(size === 256 ? 1 : 2);
    const value = above + range.least;
    if (!isWithin(value, range)) throw new MalformedMessage(outside(value, range));
    return value;
  }

  /** A normally small number (11.6). */
  smallNumber(): number {
    if (!this.bit()) return this.bits(6);
    const count = this.#length();
    if (count < 1 || count > 2) throw new MalformedMessage(`a small number has ${count} octets, allowed are 1 and 2`);
    return this.#number(count);
  }

  /** How many items a list has (11.9). */
  listLength(): number {
    return this.#length();
  }

  /** Octets of any number, behind their number. */
  octetString(): Uint8Array {
    const fragments: Uint8Array[] = [];
    for (;;) {
      const head = this.#number(1);
      if (head < 0xc0) {
        fragments.push(this.octets(this.#shortLength(head)));
        return fragments.length === 1 ? (fragments[0] as Uint8Array) : Uint8Array.from(Buffer.concat(fragments));
      }
      const times = head & 0x3f;
      if (times < 1 || times > 4) throw new MalformedMessage(`a fragment has size ${times}, allowed are 1 to 4`);
      fragments.push(this.octets(times * FRAGMENT));
    }
  }

  /** An encoding of its own behind its length (11.2). */
  openType(): PerReader {
    return new PerReader(this.octetString());
  }

  /** To be called behind the last field. */
  finish(): void {
    const left = this.#bytes.byteLength - ((this.#position + 7) >> 3);
    if (left > 0) throw new MalformedMessage(`${left} bytes follow the end of a RAS message`);
  }

  /** A length that is not in fragments. */
  #length(): number {
    const head = this.#number(1);
    if (head >= 0xc0) throw new MalformedMessage(`a list has ${FRAGMENT} items or more, allowed are less`);
    return this.#shortLength(head);
  }

  #shortLength(head: number): number {
    return head < 0x80 ? head : ((head & 0x3f) << 8) | this.#number(1);
  }

  #number(octets: number): number {
    return this.octets(octets).reduce((value, octet) => value * 256 + octet, 0);
  }

  #endsTooEarly(): MalformedMessage {
    return new MalformedMessage(`a RAS message or a part of it ends after ${this.#bytes.byteLength} bytes, too early`);
  }
}
