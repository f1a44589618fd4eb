import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { decodeRas, encodeRas } from "../../../protocol/ras/ras-message.ts";
import type { RasMessage } from "../../../protocol/ras/types.ts";
import { attempt } from "../attempt.ts";
import { anything, rasMessages } from "./ras-arbitrary.ts";
import { foreignSamples, samples } from "./ras-samples.ts";
import { runs } from "../../runs.ts";

const messages = rasMessages(anything);
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

/** Runs the decoder on what need not be right: it may refuse, in its own way, and nothing else. */
function expectMessageOrRefusal(bytes: Uint8Array): void {
  const outcome = attempt(() => decodeRas(bytes));
  expect(outcome instanceof Error && !(outcome instanceof MalformedMessage) ? outcome : undefined).toBeUndefined();
}

const request = (changes: object): RasMessage => ({
  kind: "locationRequest",
  requestSeqNum: 1,
  destinationInfo: [],
  replyAddress: { kind: "ipAddress", ip: "192.0.2.1", port: 1719 },
  ...changes,
});

describe("RAS messages", () => {
  it("what is encoded is decoded", () => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(decodeRas(encodeRas(message))).toEqual(message);
      }),
      runs(500),
    );
  });

  it.each(samples)("$name: encoded as other encoders do", ({ hex, message }) => {
    expect(Buffer.from(encodeRas(message)).toString("hex")).toBe(hex);
    expect(decodeRas(bytesOf(hex))).toEqual(message);
  });

  it.each(foreignSamples)("$name: decoded, and what is not known passed over", ({ hex, message }) => {
    expect(decodeRas(bytesOf(hex))).toEqual(message);
  });

  it("a message keeps nothing of the buffer that it was read from", () => {
    for (const { hex, message } of [...samples, ...foreignSamples]) {
      const buffer = Buffer.from(hex, "hex");
      const decoded = decodeRas(buffer);
      buffer.fill(0);
      expect(decoded).toEqual(message);
    }
  });

  it("a message cut short is refused, wherever it is cut", () => {
    fc.assert(
      fc.property(messages, fc.nat(), (message, at) => {
        const bytes = encodeRas(message);
        expect(attempt(() => decodeRas(bytes.subarray(0, at % bytes.byteLength)))).toBeInstanceOf(MalformedMessage);
      }),
    );
    for (const { hex } of [...samples, ...foreignSamples]) {
      const bytes = bytesOf(hex);
      for (let length = 0; length < bytes.byteLength; length++) {
        expect(() => decodeRas(bytes.subarray(0, length))).toThrow(MalformedMessage);
      }
    }
  });

  it("a message with something behind it is refused", () => {
    expect(() => decodeRas(bytesOf("5000004000"))).toThrow(
      new MalformedMessage("1 bytes follow the end of a RAS message"),
    );
  });

  it("random bytes, and messages with one byte changed, are decoded or refused", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectMessageOrRefusal), runs(2000));
    // With the head of a message that is known, random bytes get further.
    const heads = fc.constantFrom(0x48, 0x4b, 0x4c, 0x4e, 0x50, 0x52, 0x5c, 0x5e);
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 200 }), (head, rest) =>
        expectMessageOrRefusal(Uint8Array.of(head, ...rest)),
      ),
      runs(2000),
    );
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(255), (message, at, value) => {
        const bytes = encodeRas(message);
        bytes[at % bytes.byteLength] = value;
        expectMessageOrRefusal(bytes);
      }),
      runs(1000),
    );
  });

  it.each([
    ["00", "gatekeeperRequest is not supported"],
    ["0c", "registrationRequest is not supported"],
    ["60", "unknownMessageResponse is not supported"],
    ["800100", "requestInProgress is not supported"],
    ["8801ff", "RasMessage has an alternative 8 behind its extension marker: not known"],
    ["7c", "RasMessage is 31, allowed are 0 to 24"],
    ["", "a RAS message or a part of it ends after 0 bytes, too early"],
    ["48ffff", "a RAS message or a part of it ends after 3 bytes, too early"],
    ["4800ffff00", "requestSeqNum is 65536, allowed are 1 to 65535"],
    ["480000000020" + "00".repeat(20), "a TransportAddress is ipxAddress, supported are ipAddress and ip6Address"],
  ])("%s is refused: %s", (hex, reason) => {
    expect(() => decodeRas(bytesOf(hex))).toThrow(new MalformedMessage(reason));
  });

  it.each([
    [{ requestSeqNum: 0 }, "requestSeqNum is 0, allowed are 1 to 65535"],
    [{ hopCount: 256 }, "hopCount is 256, allowed are 1 to 255"],
    [{ endpointIdentifier: "" }, "the length of endpointIdentifier is 0, allowed are 1 to 128"],
    [
      { destinationInfo: [{ kind: "dialedDigits", value: "+47" }] },
      "dialedDigits has the character +, allowed are #*,0123456789",
    ],
    [{ replyAddress: { kind: "ipAddress", ip: "::1", port: 1 } }, 'the address is "::1", allowed are IPv4 addresses'],
    [{ replyAddress: { kind: "ipAddress", ip: "1.2.3.4", port: -1 } }, "port is -1, allowed are 0 to 65535"],
  ])("a request with %o cannot be encoded", (changes, reason) => {
    expect(() => encodeRas(request(changes))).toThrow(new RangeError(reason));
  });
});
