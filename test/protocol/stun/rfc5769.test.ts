import { describe, expect, test } from "vitest";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { isIntact, longTermKey } from "../../../protocol/stun/integrity.ts";
import { decodeStun } from "../../../protocol/stun/stun-message.ts";

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(/\s/g, ""), "hex");

const SHORT_TERM_KEY = Buffer.from("VOkJxbRl1RmTxUk/WvJxBt");

const request = bytes(`
  00010058 2112a442 b7e7a701 bc34d686 fa87dfae 80220010 5354554e 20746573 7420636c 69656e74 00240004 6e0001ff
  80290008 932ff9b1 51263b36 00060009 6576746a 3a683676 59202020 00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249
  c1b571a2 80280004 e57a3bcf`);

const answerIpv4 = bytes(`
  0101003c 2112a442 b7e7a701 bc34d686 fa87dfae 8022000b 74657374 20766563 746f7220 00200008 0001a147 e112a643
  00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7 80280004 c07d4c96`);

const answerIpv6 = bytes(`
  01010048 2112a442 b7e7a701 bc34d686 fa87dfae 8022000b 74657374 20766563 746f7220 00200014 0002a147 0113a9fa
  a5d3f179 bc25f4b5 bed2b9d9 00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41 80280004 c8fb0b4c`);

const longTermRequest = bytes(`
  00010060 2112a442 78ad3433 c6ad72c0 29da412e 00060012 e3839ee3 8388e383 aae38383 e382afe3 82b90000 0015001c
  662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341 0014000b 6578616d 706c652e 6f726700 00080014
  f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666`);

describe("the test vectors of RFC 5769", () => {
  test("2.1: a request; PRIORITY belongs to ICE and is not understood here", () => {
    const { integrity, ...message } = decodeStun(request);
    expect(message).toMatchObject({
      method: "binding",
      class: "request",
      attributes: { software: "STUN test client", username: "evtj:h6vY" },
      notUnderstood: [0x0024],
      hasFingerprint: true,
    });
    expect(integrity && isIntact(integrity, SHORT_TERM_KEY)).toBe(true);
  });

  test.each([
    ["2.2", answerIpv4, "192.0.2.1"],
    ["2.3", answerIpv6, "2001:db8:1234:5678:11:2233:4455:6677"],
  ])("%s: an answer", (_section, answer, address) => {
    const { integrity, ...message } = decodeStun(answer);
    expect(message).toMatchObject({
      method: "binding",
      class: "success",
      attributes: { software: "test vector", xorMappedAddress: { address, port: 32_853 } },
      notUnderstood: [],
      hasFingerprint: true,
    });
    expect(integrity && isIntact(integrity, SHORT_TERM_KEY)).toBe(true);
  });

  test("2.4: a request with long-term credentials", () => {
    const { integrity, attributes } = decodeStun(longTermRequest);
    const { username = "", realm = "", nonce } = attributes;
    expect([username, realm, nonce]).toEqual(["マトリックス", "example.org", "f//499k954d6OL34oL9FSTvy64sA"]);
    expect(integrity && isIntact(integrity, longTermKey(username, realm, "TheMatrIX"))).toBe(true);
    expect(integrity && isIntact(integrity, longTermKey(username, realm, "TheMatrix"))).toBe(false);
  });

  test("whoever changes a byte on the way is found out", () => {
    const fingerprint = request.length - 8;
    for (let at = 0; at < fingerprint; at++) {
      const changed = Uint8Array.from(request);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => decodeStun(changed), `byte ${at}`).toThrow(MalformedMessage);
    }
  });
});
