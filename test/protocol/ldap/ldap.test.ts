import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LdapFrames } from "../../../protocol/ldap/frames.ts";
import { encodeLdapRequest, type LdapRequest } from "../../../protocol/ldap/requests.ts";
import { decodeLdapResponse } from "../../../protocol/ldap/responses.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { numberOf, readBer, type Ber } from "./ber.ts";
import { entryMessage, referenceMessage, resultMessage, resultTags } from "./ldap-server-messages.ts";
import { runs } from "../../runs.ts";

const anyText = fc.string({ unit: "grapheme" });
const messageIds = fc.integer({ min: 1, max: 32_000 });

const requestOf = (messageId: number, request: LdapRequest): Ber => {
  const [id, operation] = readBer(encodeLdapRequest(messageId, request)).parts;
  expect(id && numberOf(id)).toBe(messageId);
  if (!operation) throw new Error("no operation");
  return operation;
};

const textOf = (part: Ber | undefined): string | undefined => part?.bytes.toString("utf8");

describe("requests", () => {
  test("a bind carries version 3, name and password", () => {
    fc.assert(
      fc.property(messageIds, anyText, anyText, (id, dn, password) => {
        const { tag, parts } = requestOf(id, { kind: "bind", dn, password });
        expect([tag, parts[0] && numberOf(parts[0]), textOf(parts[1]), parts[2]?.tag, textOf(parts[2])]).toEqual([
          0x60,
          3,
          dn,
          0x80,
          password,
        ]);
      }),
    );
  });

  test("a search has exactly the values that it was given, whatever is in them", () => {
    const names = fc.oneof(anyText, fc.constantFrom("*", "a)(uid=*", "\\2a", "\u0000", "a)(|(objectClass=*", "(&)"));
    fc.assert(
      fc.property(messageIds, anyText, fc.array(names, { minLength: 1, maxLength: 5 }), (id, base, values) => {
        const anyOf = values.map((value) => ({ attribute: "uid", value }));
        const request = { kind: "search", base, scope: "sub", anyOf, attributes: ["cn"], mostEntries: 2 } as const;
        const { tag, parts } = requestOf(id, request);
        expect([tag, textOf(parts[0]), parts[1] && numberOf(parts[1]), parts[3] && numberOf(parts[3])]).toEqual([
          0x63,
          base,
          2,
          2,
        ]);
        const filter = parts[6];
        // An "or" of equality matches, each of an attribute and a value.
        expect([filter?.tag, filter?.parts.map((each) => [each.tag, each.parts.map(textOf)])]).toEqual([
          0xa1,
          values.map((value) => [0xa3, ["uid", value]]),
        ]);
        expect(parts[7]?.parts.map(textOf)).toEqual(["cn"]);
      }),
    );
  });

  test("a search for everything, StartTLS and the end", () => {
    const request = { kind: "search", base: "dc=a", scope: "base", attributes: [], mostEntries: 1 } as const;
    const { parts } = requestOf(1, request);
    expect([parts[1] && numberOf(parts[1]), parts[6]?.tag, textOf(parts[6])]).toEqual([0, 0x87, "objectClass"]);
    expect(textOf(requestOf(2, { kind: "startTls" }).parts[0])).toBe("1.3.6.1.4.1.1466.20037");
    expect(requestOf(3, { kind: "unbind" })).toMatchObject({ tag: 0x42, bytes: Buffer.alloc(0) });
  });
});

/** What is thrown other than for damage is a fault of the reader. */
function kindOf(bytes: Uint8Array): string {
  try {
    return decodeLdapResponse(bytes).kind;
  } catch (error) {
    if (error instanceof MalformedMessage) return "malformed";
    throw error;
  }
}

describe("answers", () => {
  test("an entry comes with its attributes, their names in small letters", () => {
    fc.assert(
      fc.property(messageIds, anyText, fc.array(anyText, { maxLength: 4 }), (messageId, dn, values) => {
        expect(decodeLdapResponse(entryMessage(messageId, dn, { sAMAccountName: values, cn: [] }))).toEqual({
          kind: "entry",
          messageId,
          entry: { dn, attributes: { samaccountname: values, cn: [] } },
        });
      }),
    );
  });

  test("values that are not text are left out", () => {
    const message = entryMessage(1, "dc=a", { photo: [Buffer.from([0xff, 0xfe]), "text"] });
    expect(decodeLdapResponse(message)).toMatchObject({ entry: { attributes: { photo: ["text"] } } });
  });

  test.each(Object.entries(resultTags))("the result of a %s", (_, tag) => {
    expect(decodeLdapResponse(resultMessage(7, tag, 49, "no"))).toEqual({
      kind: "result",
      messageId: 7,
      code: 49,
      message: "no",
    });
  });

  test("a reference to another server", () => {
    expect(decodeLdapResponse(referenceMessage(7, "ldap://a/"))).toEqual({ kind: "reference", messageId: 7 });
  });

  test("whatever else comes is malformed", () => {
    const damaged = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })).map(([place, byte]) => {
      const message = entryMessage(5, "uid=a,dc=b", { cn: ["a", "b"] });
      message[place % message.length] = byte;
      return message;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged), (bytes) => {
        expect(["entry", "reference", "result", "malformed"]).toContain(kindOf(bytes));
      }),
      runs(1000),
    );
  });
});

describe("a stream", () => {
  test("is the same messages in whatever pieces it comes", () => {
    const messages = [resultMessage(1, resultTags.bind, 0), entryMessage(2, "dc=a", {}), Buffer.from([0x30, 0])];
    const stream = Buffer.concat(messages);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: stream.length })), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const frames = new LdapFrames();
        const found = places.slice(1).flatMap((to, index) => frames.take(stream.subarray(places[index], to)));
        expect(found.map((frame) => Buffer.from(frame))).toEqual(messages);
      }),
    );
  });

  test.each([
    ["of something else", [0x48, 0x54], "begins with 0x30, not 72"],
    ["with a length that has no end", [0x30, 0x80], "length of 0 bytes"],
    ["with a length of many bytes", [0x30, 0x88], "length of 8 bytes"],
    ["of too much", [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff], "too large"],
  ])("%s is malformed", (_, bytes, why) => {
    expect(() => new LdapFrames().take(Buffer.from(bytes))).toThrow(MalformedMessage);
    expect(() => new LdapFrames().take(Buffer.from(bytes))).toThrow(why);
  });
});
