import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { decodeChannelData, encodeChannelData, isChannelData } from "../../../protocol/stun/channel-data.ts";
import { isIntact } from "../../../protocol/stun/integrity.ts";
import { decodeMessageType } from "../../../protocol/stun/methods.ts";
import { decodeStun, encodeStun, type StunMessage } from "../../../protocol/stun/stun-message.ts";
import { attempt } from "../attempt.ts";
import { stunMessages } from "./stun-arbitrary.ts";

const TRANSACTION = Uint8Array.from({ length: 12 }, (_, at) => at);
const allocate = (attributes: StunMessage["attributes"]): StunMessage => ({
  method: "allocate",
  class: "request",
  transactionId: TRANSACTION,
  attributes,
});

/** A request with attributes as they are given: type and value. */
function raw(...given: readonly (readonly [number, readonly number[]])[]): Uint8Array {
  const body = given.flatMap(([type, value]) => {
    const padding = Array.from({ length: -value.length & 3 }, () => 0);
    return [type >> 8, type & 255, value.length >> 8, value.length & 255, ...value, ...padding];
  });
  return Uint8Array.from([0, 3, body.length >> 8, body.length & 255, 0x21, 0x12, 0xa4, 0x42, ...TRANSACTION, ...body]);
}

describe("STUN messages", () => {
  test("come back, with and without integrity and fingerprint", () => {
    const key = fc.uint8Array({ minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(stunMessages, fc.option(key, { nil: undefined }), fc.boolean(), (message, secret, fingerprint) => {
        const { integrity, ...read } = decodeStun(encodeStun(message, { key: secret, fingerprint }));
        expect(read).toEqual({ ...message, notUnderstood: [], hasFingerprint: fingerprint });
        expect(integrity && secret && isIntact(integrity, secret)).toBe(secret && true);
        expect(integrity && isIntact(integrity, Buffer.from("another secret, longer than the other"))).not.toBe(true);
      }),
    );
  });

  test("every message type comes back", () => {
    expect(decodeMessageType(0x0001)).toEqual({ method: "binding", class: "request" });
    expect(decodeMessageType(0x0113)).toEqual({ method: "allocate", class: "error" });
    expect(decodeMessageType(0x0017)).toEqual({ method: "data", class: "indication" });
    expect(decodeMessageType(0x3eef)).toEqual({ method: 0xfff, class: "request" });
  });

  test("anything else is malformed, and nothing else is thrown", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        const read = attempt(() => decodeStun(bytes));
        return !(read instanceof Error) || read instanceof MalformedMessage;
      }),
    );
    fc.assert(
      fc.property(stunMessages, fc.nat(), fc.nat(255), (message, place, byte) => {
        const bytes = encodeStun(message, { fingerprint: false });
        bytes[place % bytes.length] = byte;
        const read = attempt(() => decodeStun(bytes));
        return !(read instanceof Error) || read instanceof MalformedMessage;
      }),
    );
  });

  test.each([
    ["too short", new Uint8Array(19), "19 bytes"],
    ["another protocol's", new Uint8Array(20).fill(0x80), "first two bits"],
    ["no cookie", new Uint8Array(20), "magic cookie"],
    ["a wrong length", Uint8Array.from([...raw(), 0]), "says 0 bytes and has 1"],
    ["half an attribute", (() => raw([0x0013, [1, 2, 3, 4]]).with(23, 9))(), "says 9 bytes and 4 are left"],
  ])("%s", (_what, bytes, message) => {
    expect(() => decodeStun(bytes)).toThrow(message);
  });

  test("values that cannot be read are told, for they are answered", () => {
    const flawOf = (type: number, value: readonly number[]): string | undefined => decodeStun(raw([type, value])).flaw;
    expect(flawOf(0x000d, [1, 2, 3])).toBe("LIFETIME: a value has 3 bytes, not 4");
    expect(flawOf(0x0012, [0, 9, 1, 2, 3, 4, 5, 6])).toBe(
      "XOR-PEER-ADDRESS: an address is of family 9, supported are 1 and 2",
    );
    expect(flawOf(0x0006, [0xff])).toBe("USERNAME: a text is not UTF-8");
    expect(flawOf(0x0009, [0, 0, 2, 0])).toBe("ERROR-CODE: an ERROR-CODE has class 2 and number 0");
    expect(flawOf(0x0009, [])).toBe("ERROR-CODE: an ERROR-CODE has 0 bytes, fewer than 4");
    expect(flawOf(0x000a, [1])).toBe("UNKNOWN-ATTRIBUTES: a list of types has 1 bytes, an odd number");
    expect(flawOf(0x0018, [0x80])).toBeUndefined();
  });

  test("attributes that are not known: those that may not be ignored are told", () => {
    expect(decodeStun(raw([0x0024, [1, 2, 3, 4]], [0x8029, [1]], [0x0024, []])).notUnderstood).toEqual([0x0024]);
  });

  test("the first of several counts", () => {
    const twice = decodeStun(raw([0x000d, [0, 0, 0, 5]], [0x000d, [0, 0, 0, 6]]));
    expect(twice.attributes).toEqual({ lifetime: 5 });
  });

  test.each([
    [{ lifetime: -1 }, "LIFETIME: the number is -1, allowed are 0 to 4294967295"],
    [{ channelNumber: 70_000 }, "CHANNEL-NUMBER: the number is 70000, allowed are 0 to 65535"],
    [{ username: "x".repeat(600) }, "USERNAME: the text has 600 bytes, allowed are up to 513"],
    [{ errorCode: { code: 200, reason: "OK" } }, "ERROR-CODE: the error code is 200, allowed are 300 to 699"],
    [{ reservationToken: new Uint8Array(3) }, "RESERVATION-TOKEN: the value has 3 bytes, allowed are 8"],
    [{ mappedAddress: { address: "10.0.0.1", port: 70_000 } }, "MAPPED-ADDRESS: the port is 70000"],
    [{ mappedAddress: { address: "home", port: 1 } }, 'MAPPED-ADDRESS: the address is "home"'],
  ])("%j cannot be written", (attributes, message) => {
    expect(() => encodeStun(allocate(attributes))).toThrow(message);
  });
});

describe("ChannelData", () => {
  test("comes back, whatever padding follows", () => {
    const channels = fc.integer({ min: 0x4000, max: 0x7ffe });
    fc.assert(
      fc.property(channels, fc.uint8Array({ maxLength: 300 }), fc.nat(3), (channel, data, padding) => {
        const bytes = Uint8Array.from([...encodeChannelData({ channel, data }), ...new Uint8Array(padding)]);
        expect(isChannelData(bytes)).toBe(true);
        expect(decodeChannelData(bytes)).toEqual({ channel, data });
      }),
    );
  });

  test("is told from a STUN message", () => {
    fc.assert(fc.property(stunMessages, (message) => !isChannelData(encodeStun(message))));
  });

  test.each([
    [[0x40, 0], "2 bytes, fewer than 4"],
    [[0x40, 0, 0, 5, 1], "says 5 bytes and has 1"],
    [[0x7f, 0xff, 0, 0], "32767 is no channel"],
  ])("%j is malformed", (bytes, message) => {
    expect(() => decodeChannelData(Uint8Array.from(bytes))).toThrow(message);
  });

  test("other numbers are no channels", () => {
    expect(() => encodeChannelData({ channel: 0x3fff, data: new Uint8Array() })).toThrow("allowed are 16384 to 32766");
  });
});
