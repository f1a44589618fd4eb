import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPing } from "../../../protocol/ping/ping-output.ts";

/** As iputils 20221126 prints it. */
const printed = (line: string): string =>
  [
    "PING 192.0.2.9 (192.0.2.9) from 192.0.2.1 : 56(84) bytes of data.",
    ...(line === "" ? [] : [line]),
    "",
    "--- 192.0.2.9 ping statistics ---",
    "1 packets transmitted, 0 received, 100% packet loss, time 0ms",
    "",
  ].join("\n");

describe("the output of ping", () => {
  test.each([
    ["64 bytes from 192.0.2.9: icmp_seq=1 ttl=64 time=0.200 ms", { kind: "reply", by: "192.0.2.9", milliseconds: 0.2 }],
    ["64 bytes from 192.0.2.9: icmp_seq=1 ttl=57 time=112 ms", { kind: "reply", by: "192.0.2.9", milliseconds: 112 }],
    ["From 192.0.2.254 icmp_seq=1 Time to live exceeded", { kind: "exceeded", by: "192.0.2.254" }],
    [
      "From 192.0.2.1 icmp_seq=1 Destination Host Unreachable",
      { kind: "unreachable", by: "192.0.2.1", words: "Destination Host Unreachable" },
    ],
    [
      "From 192.0.2.254 icmp_seq=1 Packet filtered",
      { kind: "unreachable", by: "192.0.2.254", words: "Packet filtered" },
    ],
    ["", { kind: "silent" }],
  ])("%s", (line, result) => {
    expect(readPing(printed(line), "")).toEqual(result);
  });

  test("tells what the program complains of", () => {
    expect(readPing("", "ping: bind: Cannot assign requested address\n")).toEqual({
      kind: "unreachable",
      words: "bind: Cannot assign requested address",
    });
  });

  test("is read whatever address answers after whatever time", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat({ max: 999_999 }), fc.boolean(), (by, microseconds, inTime) => {
        const milliseconds = microseconds / 1000;
        const text = inTime
          ? `64 bytes from ${by}: icmp_seq=1 ttl=64 time=${milliseconds} ms`
          : `From ${by} icmp_seq=1 Time to live exceeded`;
        expect(readPing(printed(text), "")).toEqual(
          inTime ? { kind: "reply", by, milliseconds } : { kind: "exceeded", by },
        );
      }),
    );
  });

  test("of another program is nobody's answer, and no failure", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (output, errors) => {
        fc.pre(!output.includes("icmp_seq") && !errors.includes("ping: "));
        expect(readPing(output, errors)).toEqual({ kind: "silent" });
      }),
    );
  });
});
