import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTar, writeTar } from "../../../protocol/archive/tar.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { attempt } from "../attempt.ts";

const name = fc
  .string({ minLength: 1, maxLength: 40, unit: fc.constantFrom("a", "b", "Z", "0", "9", "-", "_", ".", "ä", "€") })
  .filter((text) => Buffer.byteLength(text) <= 100);
const members = fc.array(fc.record({ name, bytes: fc.uint8Array({ maxLength: 1100 }) }), { maxLength: 5 });
const modified = fc.integer({ min: 0, max: 2 ** 33 - 1 });

const plain = (archive: Uint8Array): unknown =>
  readTar(archive).map((member) => ({ name: member.name, bytes: [...member.bytes] }));

describe("tar archives", () => {
  it("give back what was written, in whole blocks", () => {
    fc.assert(
      fc.property(members, modified, (files, moment) => {
        const archive = writeTar(files, moment);
        expect(archive.byteLength % 512).toBe(0);
        expect(plain(archive)).toEqual(files.map((file) => ({ name: file.name, bytes: [...file.bytes] })));
      }),
    );
  });

  it("that are cut anywhere before their end mark are malformed", () => {
    fc.assert(
      fc.property(members, fc.nat(), (files, cut) => {
        const archive = writeTar(files, 0);
        const end = archive.byteLength - 1024;
        expect(() => readTar(archive.subarray(0, cut % (end + 1)))).toThrow(MalformedMessage);
      }),
    );
  });

  it("with a changed byte are malformed, or differ where the content does", () => {
    fc.assert(
      fc.property(members, fc.nat(), fc.integer({ min: 1, max: 255 }), (files, at, change) => {
        const archive = writeTar(files, 0);
        const changed = Buffer.from(archive);
        const place = at % archive.byteLength;
        changed[place] = (changed[place] ?? 0) ^ change;
        const read = attempt(() => readTar(changed));
        const names = read instanceof Error ? read : read.map((member) => member.name);
        expect([files.map((file) => file.name), expect.any(MalformedMessage)]).toContainEqual(names);
      }),
    );
  });

  it("of any bytes are read or malformed, nothing else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const read = attempt(() => readTar(bytes));
        expect(Array.isArray(read) || read instanceof MalformedMessage).toBe(true);
      }),
    );
  });

  it.each(["", "n".repeat(101), "ä".repeat(51)])("have no place for the name %j", (wrong) => {
    expect(() => writeTar([{ name: wrong, bytes: new Uint8Array() }], 0)).toThrow(RangeError);
  });

  it("hold nothing but regular files that are read", () => {
    const link = Buffer.from(writeTar([{ name: "link", bytes: new Uint8Array() }], 0));
    link[156] = "2".charCodeAt(0);
    const sum = link.subarray(0, 512).reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    link.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    expect(() => readTar(link)).toThrow("link is no regular file");
  });
});
