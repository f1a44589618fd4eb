import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asn1Tags, readElements, readHeader, sequence, writeElement } from "../../../protocol/asn1/element.ts";
import {
  bitString,
  readBits,
  readInteger,
  readOid,
  readTime,
  writeInteger,
  writeOid,
  writeTime,
} from "../../../protocol/asn1/values.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";

const tag = fc.integer({ min: 0, max: 0xff });
const number = fc.integer({ min: 0, max: 0x7fffffff });
const oid = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.nat(39), fc.array(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n })))
  .map(([first, second, rest]) => [first, second, ...rest].join("."));
const moment = fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });

describe("what was written is read again", () => {
  test("elements, one after the other and within each other", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, fc.uint8Array({ maxLength: 300 }))), (wanted) => {
        const written = wanted.map(([of, content]) => writeElement(of, content));
        const read = readElements(Buffer.concat(written));
        expect(read.map(({ tag: of, content }) => [of, Uint8Array.from(content)])).toEqual(wanted);
        expect(read.map(({ whole }) => Buffer.from(whole))).toEqual(written);
        expect(readElements(sequence(...written))[0]?.content.length).toBe(Buffer.concat(written).length);
      }),
    );
  });

  test.each([0, 127, 128, 255, 256, 65_535, 65_536])("an element of %i bytes, with the shortest length", (size) => {
    const written = writeElement(asn1Tags.octets, new Uint8Array(size));
    expect(readHeader(written)).toMatchObject({ tag: 4, content: size });
    expect(written.length - size).toBe(size < 128 ? 2 : size < 256 ? 3 : size < 65_536 ? 4 : 5);
    expect(readElements(written)).toHaveLength(1);
  });

  test("numbers, identifiers, bits and times", () => {
    const first = (bytes: Uint8Array) => readElements(bytes)[0] ?? { tag: 0, content: bytes, whole: bytes };
    fc.assert(
      fc.property(number, oid, fc.uint8Array(), moment, (value, text, bits, seconds) => {
        expect(readInteger(first(writeInteger(value)))).toBe(value);
        expect(readOid(first(writeOid(text)))).toBe(text);
        expect([...readBits(first(bitString(bits)))]).toEqual([...bits]);
        expect(readTime(first(writeTime(seconds * 1000)))).toBe(seconds * 1000);
      }),
    );
  });
});

describe("what arrives from elsewhere", () => {
  test("random bytes are elements or malformed, and nothing else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const elements = unlessMalformed(() => readElements(bytes)) ?? [];
        const whole = Buffer.concat(elements.map((element) => element.whole));
        expect(Buffer.from(bytes).subarray(0, whole.length)).toEqual(whole);
        for (const element of elements)
          for (const read of [readBits, readOid, readTime, readInteger]) unlessMalformed(() => read(element));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["a length that is longer than it has to be, as BER allows it", "30 84 00 00 00 03 02 01 05", [0x30]],
    ["a length of two bytes", "04 81 80 " + "00 ".repeat(128), [0x04]],
  ])("%s is read", (_what, hex, found) => {
    expect(readElements(bytesOf(hex)).map((element) => element.tag)).toEqual(found);
  });

  test.each([
    ["an indefinite length", "30 80 02 01 05 00 00"],
    ["a length of five bytes", "04 85 00 00 00 00 01 00"],
    ["an element that ends early", "30 03 02 01"],
    ["a header that ends early", "30"],
  ])("%s is malformed", (_what, hex) => {
    expect(() => readElements(bytesOf(hex))).toThrow(MalformedMessage);
  });

  test("a negative number is malformed, a leading zero is not", () => {
    expect(() => readInteger({ tag: 2, content: Uint8Array.of(0x80), whole: Uint8Array.of() })).toThrow(
      MalformedMessage,
    );
    expect(Buffer.from(writeInteger(128)).toString("hex")).toBe("02020080");
  });
});

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(" ", ""), "hex");

function unlessMalformed<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedMessage) return undefined;
    throw error;
  }
}
