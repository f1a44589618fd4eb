import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { readAdditions, writeAdditions } from "../../../protocol/ras/extension-additions.ts";
import { PerReader } from "../../../protocol/ras/per-reader.ts";
import { PerWriter } from "../../../protocol/ras/per-writer.ts";
import {
  readBmpString,
  readDigits,
  readIa5String,
  text,
  writeBmpString,
  writeDigits,
  writeIa5String,
} from "../../../protocol/ras/strings.ts";
import { anything, digits } from "./ras-arbitrary.ts";

/** What one call writes, behind some bits so that alignment shows. */
function written(write: (writer: PerWriter) => void, bitsBefore = 0): Uint8Array {
  const writer = new PerWriter();
  writer.bits(0, bitsBefore);
  write(writer);
  return writer.finish();
}

/** Writes behind 0 to 20 bits, reads back, and finds the end where it must be. */
function expectRoundTrip<Value>(
  values: fc.Arbitrary<Value>,
  write: (writer: PerWriter, value: Value) => void,
  read: (reader: PerReader) => Value,
): void {
  fc.assert(
    fc.property(fc.nat(20), values, (bitsBefore, value) => {
      const bytes = written((writer) => {
        write(writer, value);
        writer.bits(5, 3);
      }, bitsBefore);
      const reader = new PerReader(bytes);
      for (let bit = 0; bit < bitsBefore; bit++) reader.bit();
      expect(read(reader)).toEqual(value);
      expect(reader.bits(3)).toBe(5);
      reader.finish();
    }),
  );
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const range = (least: number, most: number) => ({ name: "x", least, most });

describe("aligned PER", () => {
  it.each([
    [range(0, 6), 5, "50"],
    [range(1, 128), 128, "7f"],
    [range(1, 255), 255, "7f00"],
    [range(0, 255), 200, "00c8"],
    [range(1, 256), 256, "00ff"],
    [range(1, 512), 512, "0001ff"],
    [range(1, 65_535), 65_535, "00fffe"],
    [range(0, 65_535), 1719, "0006b7"],
  ])("a number of %o: %i is bits, an octet or two by the size of the range", (of, value, expected) => {
    expect(hex(written((writer) => writer.integer(value, of), 1))).toBe(expected);
  });

  it("numbers come back, those outside their range are refused on both sides", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.integer({ min: 1, max: 65_535 }), fc.nat(65_535), (least, size, at) => {
        const of = range(least, least + size);
        const value = least + (at % (size + 1));
        const bytes = written((writer) => writer.integer(value, of));
        expect(new PerReader(bytes).integer(of)).toBe(value);
      }),
    );
    expect(() => written((writer) => writer.integer(70_000, range(1, 65_535)))).toThrow(
      new RangeError("x is 70000, allowed are 1 to 65535"),
    );
    expect(() => written((writer) => writer.integer(1.5, range(1, 3)))).toThrow(RangeError);
    expect(() => new PerReader(Uint8Array.of(0xff, 0xff)).integer(range(1, 65_535))).toThrow(
      new MalformedMessage("x is 65536, allowed are 1 to 65535"),
    );
  });

  it("small numbers come back, with few bits below 64", () => {
    expectRoundTrip(
      fc.oneof(fc.nat(70), fc.nat(65_535)),
      (writer, value) => writer.smallNumber(value),
      (reader) => reader.smallNumber(),
    );
    expect(hex(written((writer) => writer.smallNumber(63)))).toBe("7e");
    expect(hex(written((writer) => writer.smallNumber(64)))).toBe("800140");
    expect(() => written((writer) => writer.smallNumber(65_536))).toThrow(RangeError);
    expect(() => new PerReader(Uint8Array.of(0x80, 3, 1, 1, 1)).smallNumber()).toThrow(MalformedMessage);
  });

  it.each([0, 1, 127, 128, 16_383, 16_384, 16_385, 65_535, 65_536, 81_920, 150_000])(
    "%i octets come back, in fragments where there are many",
    (length) => {
      const octets = new Uint8Array(length).map((_, at) => at % 251);
      const bytes = written((writer) => writer.octetString(octets), 3);
      const reader = new PerReader(bytes);
      reader.bits(3);
      expect(Buffer.compare(reader.octetString(), octets)).toBe(0);
      reader.finish();
    },
  );

  it("a fragment of no size or too large a one is refused", () => {
    for (const head of [0xc0, 0xc5, 0xff]) {
      expect(() => new PerReader(new Uint8Array(100_000).fill(head)).octetString()).toThrow(MalformedMessage);
    }
  });

  it("a list has up to 16383 items", () => {
    expectRoundTrip(
      fc.oneof(fc.nat(200), fc.nat(16_383)),
      (writer, value) => writer.listLength(value),
      (reader) => reader.listLength(),
    );
    expect(() => written((writer) => writer.listLength(16_384))).toThrow(RangeError);
    expect(() => new PerReader(Uint8Array.of(0xc1, 0, 0)).listLength()).toThrow(MalformedMessage);
  });

  it("strings come back", () => {
    const bmp = text("h323-ID", 256);
    const ascii = text("url-ID", 512);
    const number = text("dialedDigits", 128);
    expectRoundTrip(
      anything.bmp(256),
      (writer, value) => writeBmpString(writer, value, bmp),
      (reader) => readBmpString(reader, bmp),
    );
    expectRoundTrip(
      anything.ascii(512),
      (writer, value) => writeIa5String(writer, value, ascii),
      (reader) => readIa5String(reader, ascii),
    );
    expectRoundTrip(
      digits,
      (writer, value) => writeDigits(writer, value, number),
      (reader) => readDigits(reader, number),
    );
  });

  it("strings that are too long or have other characters are refused with their name", () => {
    const ascii = text("url-ID", 3);
    const number = text("dialedDigits", 128);
    expect(() => written((writer) => writeBmpString(writer, "", text("h323-ID", 256)))).toThrow(
      new RangeError("the length of h323-ID is 0, allowed are 1 to 256"),
    );
    expect(() => written((writer) => writeIa5String(writer, "abcd", ascii))).toThrow(RangeError);
    expect(() => written((writer) => writeIa5String(writer, "é", ascii))).toThrow(
      new RangeError("url-ID has the character é, allowed are those of ASCII"),
    );
    expect(() => written((writer) => writeDigits(writer, "12a", number))).toThrow(
      new RangeError("dialedDigits has the character a, allowed are #*,0123456789"),
    );
    expect(() => readIa5String(new PerReader(Uint8Array.of(0, 0x80)), ascii)).toThrow(MalformedMessage);
    expect(() => readDigits(new PerReader(Uint8Array.of(0, 0xd0)), number)).toThrow(MalformedMessage);
  });

  it("additions come back by name; those without a name are passed over", () => {
    const names = Array.from({ length: 65 }, (_, at) => `addition ${at}`);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(63)), fc.integer({ min: 1, max: 64 }), fc.nat(64), (chosen, all, known) => {
        const present = chosen.filter((at) => at < all);
        const additions = Object.fromEntries(
          present.map((at) => [`addition ${at}`, (contents: PerWriter) => contents.octets([at])]),
        );
        const bytes = written((writer) => {
          writeAdditions(writer, names.slice(0, all), additions);
          writer.octets([99]);
        });
        const reader = new PerReader(bytes);
        const found = readAdditions(reader, present.length > 0, names.slice(0, known));
        const values = Object.entries(found).map(([name, contents]) => [name, contents?.octets(1)[0]]);
        expect(Object.fromEntries(values)).toEqual(
          Object.fromEntries(present.filter((at) => at < known).map((at) => [`addition ${at}`, at])),
        );
        expect(reader.octets(1)).toEqual(Uint8Array.of(99));
      }),
    );
    // More than 64 of them: a length instead of a small number.
    const many = Uint8Array.of(0x80, 65, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 1, 7, 99);
    const reader = new PerReader(many);
    expect(Object.keys(readAdditions(reader, true, names))).toEqual(["addition 64"]);
    expect(reader.octets(1)).toEqual(Uint8Array.of(99));
  });
});
