import dnsPacket from "dns-packet";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TcpMessages, tcpMessage } from "../../../protocol/dns/tcp-messages.ts";

describe("DNS messages over TCP", () => {
  test("have their length in two bytes first, as another codec writes them (RFC 1035, section 4.2.2)", () => {
    const packet = { type: "query", id: 9, questions: [{ type: "A", name: "a.test" }] } as const;
    const mutable = { ...packet, questions: [...packet.questions] };
    expect(Buffer.from(tcpMessage(dnsPacket.encode(mutable)))).toEqual(dnsPacket.streamEncode(mutable));
  });

  test("come whole, whatever pieces they came in", () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 });
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 7 }), (sent, size) => {
        const stream = Buffer.concat(sent.map(tcpMessage));
        const reader = new TcpMessages();
        const taken: Uint8Array[] = [];
        for (let at = 0; at < stream.length; at += size) taken.push(...reader.take(stream.subarray(at, at + size)));
        expect(taken.map((message) => Buffer.from(message))).toEqual(sent.map((message) => Buffer.from(message)));
      }),
    );
  });
});
