import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBsd, encodeBsd } from "../../../protocol/syslog/bsd-message.ts";
import { frame, unframe, type Framing } from "../../../protocol/syslog/framing.ts";
import { decodeIetf, encodeIetf, type IetfMessage } from "../../../protocol/syslog/ietf-message.ts";
import { facilities, isAsSevereAs, severities, type Facility } from "../../../protocol/syslog/priority.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { attempt } from "../attempt.ts";

const facility = fc.constantFrom(...(Object.keys(facilities) as Facility[]));
const severity = fc.constantFrom(...severities);
const characters = (pattern: string): fc.Arbitrary<string> => fc.constantFrom(...pattern);
const printable = Array.from({ length: 94 }, (_, place) => String.fromCodePoint(33 + place)).join("");
const header = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: characters(printable), minLength: 1, maxLength }).filter((text) => text !== "-");
const dataName = fc.string({
  unit: characters(printable.replaceAll(/[="\]]/g, "")),
  minLength: 1,
  maxLength: 32,
});
const text = fc.string({ unit: "grapheme" });
const moment = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) });

const ietf: fc.Arbitrary<IetfMessage> = fc.record(
  {
    facility,
    severity,
    moment,
    host: header(255),
    application: header(48),
    processId: header(128),
    messageId: header(32),
    elements: fc.array(fc.record({ id: dataName, parameters: fc.array(fc.tuple(dataName, text)) }), { minLength: 1 }),
    text,
  },
  { requiredKeys: ["facility", "severity", "text"] },
);

const words = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("RFC 5424", () => {
  test("what is written is read", () => {
    fc.assert(
      fc.property(ietf, (message) => {
        expect(decodeIetf(encodeIetf(message))).toEqual(message);
      }),
    );
  });

  test("writes what is absent as -, and a mark before a text that is not ASCII", () => {
    const bare = { facility: "local0", severity: "informational" } as const;
    expect(words(encodeIetf({ ...bare, text: "" }))).toBe("<134>1 - - - - - -");
    const whole = { ...bare, moment: Date.UTC(2013, 11, 9, 10, 0, 0, 123), host: "vcs1", application: "tvcs" };
    expect(words(encodeIetf({ ...whole, text: "plain" }))).toBe(
      "<134>1 2013-12-09T10:00:00.123Z vcs1 tvcs - - - plain",
    );
    expect(words(encodeIetf({ ...bare, text: "grün" }))).toBe("<134>1 - - - - - - \uFEFFgrün");
  });

  test.each([
    ["the first example of section 6.5", "<38>1 2003-10-11T22:14:15.003Z mymachine su - ID47 - x", "priority"],
    ["another version", "<134>2 - - - - - - x", "does not begin"],
    ["a time that is none", "<134>1 2013-02-30 - - - - - x", "is no timestamp"],
    ["an element without an end", '<134>1 - - - - - [a b="c" x', "is no structured data"],
    ["a value without an end", '<134>1 - - - - - [a b="c', "is no structured data"],
    ["a text that follows at once", '<134>1 - - - - - [a b="c"]x', "follows the structured data"],
  ])("refuses %s", (_, message, reason) => {
    expect(() => decodeIetf(Buffer.from(message))).toThrow(reason);
  });

  test("refuses to write a field with a blank", () => {
    const message = { facility: "kern", severity: "debug", text: "" } as const;
    expect(() => encodeIetf({ ...message, host: "two words" })).toThrow('host "two words": 1 to 255');
    expect(() => encodeIetf({ ...message, elements: [{ id: "a=b", parameters: [] }] })).toThrow('"a=b" is no name');
  });
});

describe("RFC 3164", () => {
  const bsd = fc.record({
    facility,
    severity,
    moment: fc
      .integer({ min: Date.UTC(2012, 0) / 1000, max: Date.UTC(2013, 0) / 1000 - 1 })
      .map((second) => second * 1000),
    host: header(64),
    tag: fc.string({ unit: characters("abcXYZ0189_./-"), minLength: 1, maxLength: 32 }),
    text,
  });

  test("what is written is read, in the year that is told beside it", () => {
    fc.assert(
      fc.property(bsd, (message) => {
        expect(decodeBsd(encodeBsd(message), 2012)).toEqual(message);
      }),
    );
  });

  test("days of one digit have a blank before them", () => {
    const message = { facility: "local1", severity: "notice", host: "vcs1", tag: "web", text: "Event" } as const;
    expect(words(encodeBsd({ ...message, moment: Date.UTC(2013, 11, 9, 10, 0, 0, 999) }))).toBe(
      "<141>Dec  9 10:00:00 vcs1 web: Event",
    );
  });

  test.each([
    "",
    "no priority",
    "<134>Dec 9 10:00:00 a b: c",
    "<134>Foo  9 10:00:00 a b: c",
    "<999>Dec  9 10:00:00 a b: c",
  ])("refuses %j", (message) => expect(() => decodeBsd(Buffer.from(message), 2013)).toThrow(MalformedMessage));
});

test("anything at all is read or refused", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string().map((end) => Buffer.from(`<134>1 - - - - - ${end}`)),
      ),
      (bytes) => {
        for (const read of [
          () => decodeIetf(bytes),
          () => decodeBsd(bytes, 2013),
          () => unframe(bytes, "octetCounting"),
        ]) {
          const result = attempt<unknown>(read);
          expect(!(result instanceof Error) || result instanceof MalformedMessage).toBe(true);
        }
      },
    ),
  );
});

describe("RFC 6587", () => {
  const framing = fc.constantFrom<Framing>("octetCounting", "newline");
  const message = fc.uint8Array({ minLength: 1, maxLength: 80 }).filter((bytes) => !bytes.includes(10));

  test("messages come off a stream whole, wherever it is cut", () => {
    fc.assert(
      fc.property(framing, fc.array(message), fc.nat(), (kind, messages, cut) => {
        const stream = Buffer.concat(messages.map((one) => frame(one, kind)));
        const place = stream.length === 0 ? 0 : cut % stream.length;
        const first = unframe(stream.subarray(0, place), kind);
        const second = unframe(Buffer.concat([first.rest, stream.subarray(place)]), kind);
        expect([...first.messages, ...second.messages].map((one) => Buffer.from(one))).toEqual(
          messages.map((one) => Buffer.from(one)),
        );
        expect(second.rest).toHaveLength(0);
      }),
    );
  });

  test.each(["x 1", "0 ", "12345678 "])("refuses the count of %j", (stream) => {
    expect(() => unframe(Buffer.from(stream), "octetCounting")).toThrow("is no count of octets");
  });
});

test("a severity is as bad as another when it stands before it", () => {
  expect(isAsSevereAs("error", "warning")).toBe(true);
  expect(isAsSevereAs("warning", "warning")).toBe(true);
  expect(isAsSevereAs("notice", "warning")).toBe(false);
});
