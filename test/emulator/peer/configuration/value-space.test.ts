import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import type { ValueSpace } from "../../../../emulator/model/types.ts";
import { checkValue, describeValueSpace } from "../../../../emulator/peer/configuration/value-space.ts";

const onOff: ValueSpace = { kind: "oneOf", values: ["On", "Off"] };
const port: ValueSpace = { kind: "integer", min: 1024, max: 65534 };
const name: ValueSpace = { kind: "text", min: 0, max: 50 };
const address: ValueSpace = { kind: "text", min: 7, max: 15, format: "ipv4Address" };

const reason = (space: ValueSpace, text: string) => {
  const checked = checkValue(space, text);
  return checked.ok ? undefined : checked.reason;
};

describe("values are written one way", () => {
  test.each([
    [onOff, "oN", "On"],
    [port, "+05060", "5060"],
    [{ kind: "integer", min: 0, max: 9 } as const, "-0", "0"],
    [name, " a\tb ", " a\tb "],
    [name, "", ""],
    [address, "192.0.2.1", "192.0.2.1"],
  ])("%j: %j", (space, text, value) => expect(checkValue(space, text)).toEqual({ ok: true, value }));
});

describe("reasons tell the value and what is allowed", () => {
  test.each([
    [onOff, "abc", '"abc" is not allowed: one of On, Off'],
    [port, "70000", '"70000" is not allowed: a whole number from 1024 to 65534'],
    [port, "5060.5", '"5060.5" is not allowed: a whole number from 1024 to 65534'],
    [port, "", '"" is not allowed: a whole number from 1024 to 65534'],
    [name, "x".repeat(51), `"${"x".repeat(51)}" is too long: 0 to 50 characters`],
    [name, "x".repeat(200), `"${"x".repeat(80)}…" is too long: 0 to 50 characters`],
    [address, "1.2", '"1.2" is too short: 7 to 15 characters'],
    [address, "1.2.3.256", '"1.2.3.256" is not allowed: an IPv4 address such as 192.0.2.1'],
    [name, "a\nb", '"a\uFFFDb" is not allowed: no control characters'],
  ])("%j: %j", (space, text, expected) => expect(reason(space, text)).toBe(expected));

  test("but never a secret", () => {
    expect(reason({ kind: "secret", min: 0, max: 5 }, "very secret")).toBe("the text is too long: 0 to 5 characters");
  });
});

describe("formats", () => {
  const text = (format: NonNullable<Extract<ValueSpace, { kind: "text" }>["format"]>) =>
    ({ kind: "text", min: 0, max: 128, format }) as const;
  test.each([
    ["clusterName", ["", "cluster1.example.com", "a", "1.b2"], ["-a", "a-", "a..b", "a.1", "a_b", "1", "a.b."]],
    ["digits", ["", "0", "4711"], ["+47", "4 7", "x1", "-1", "\u0664"]],
    ["hostName", ["", "vcs_a-1", "V"], ["1a", "a-", "a_", "a.b"]],
    [
      "ipAddress",
      ["10.0.0.1", "::", "2001:DB8::1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8"],
      ["1::2::3", "1:2:3", "12345::", "fe80::1%1", "1:2:3:4:5:6:7:8:9", "host", "01.2.3.4", "1.2.3.4."],
    ],
    ["hostOrAddress", ["ntp.example.com", "10.0.0.1", "::1", "host"], ["300.1.1.1", "a b", "-a", "a..b", "http://x"]],
    ["ipv4Address", ["0.0.0.0", "255.255.255.255"], ["::1", "1.2.3", "1.2.3.4.5", " 1.2.3.4"]],
  ] as const)("%s", (format, taken, refused) => {
    expect(taken.filter((value) => !checkValue(text(format), value).ok)).toEqual([]);
    expect(refused.filter((value) => checkValue(text(format), value).ok)).toEqual([]);
  });
});

test("value spaces read as in help texts", () => {
  expect(
    [onOff, { kind: "integer", min: 0, max: 63 } as const, name, { kind: "secret", min: 0, max: 215 } as const].map(
      describeValueSpace,
    ),
  ).toEqual(["<On/Off>", "<0..63>", "<S: 0, 50>", "<S: 0, 215>"]);
});

const typed = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.integer().map(String),
  fc.constantFrom("on", "OFF", "+007", "::1"),
);

test("a checked value stays as it is when checked again", () => {
  fc.assert(
    fc.property(fc.constantFrom(...configurationItems), typed, ({ values }, text) => {
      const checked = checkValue(values, text);
      fc.pre(checked.ok);
      expect(checkValue(values, checked.value)).toEqual(checked);
    }),
  );
});

test("what is refused is refused with one line", () => {
  fc.assert(
    fc.property(fc.constantFrom(...configurationItems), typed, ({ values }, text) => {
      expect(reason(values, text) ?? "taken").toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
    }),
  );
});
