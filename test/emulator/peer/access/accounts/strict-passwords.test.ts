import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { ItemPath } from "../../../../../emulator/model/configuration/index.ts";
import { passwordFault } from "../../../../../emulator/peer/access/accounts/strict-passwords.ts";
import { findItem } from "../../../../../emulator/peer/configuration/item-paths.ts";

type Rules = Readonly<Record<string, string>>;

/** The rules as unpacked but for those given, and enforced. */
const reader =
  (rules: Rules) =>
  (path: ItemPath): string => {
    const name = path.replace("Authentication StrictPassword ", "");
    return rules[name] ?? (name === "Enabled" ? "On" : (findItem(path)?.item.default ?? ""));
  };

const NO_MINIMA: Rules = {
  MinimumLength: "6",
  MinimumDigits: "0",
  MinimumUpperCase: "0",
  MinimumLowerCase: "0",
  MinimumOther: "0",
};

describe("strict passwords", () => {
  test.each<[string, Rules, string]>([
    ["Xq7!Wm2?Rz9sKvap", {}, ""],
    ["Xq7!Wm2?Rz9s", {}, "at least 15 characters, it has 12"],
    ["XqA!WmB?RzCsKvap", {}, "at least 2 digits, it has 0"],
    ["xq7!wm2?rz9skvap", {}, "at least 2 upper case characters, it has 0"],
    ["XQ7!WM2?RZ9SKVAP", {}, "at least 2 lower case characters, it has 0"],
    ["Xq7aWm2bRz9sKvap", {}, "at least 2 special characters, it has 0"],
    ["kvapqwmr", { ...NO_MINIMA, MinimumClasses: "2" }, "at least 2 kinds of characters, it has 1"],
    ["kvaaapqw", { ...NO_MINIMA, MaximumConsecutiveRepeated: "2" }, "repeats a character 3 times in a row, at most 2"],
    ["kvaaapqw", NO_MINIMA, ""],
    ["kvabcpqw", NO_MINIMA, "characters that follow each other"],
    ["kv123pqw", NO_MINIMA, "characters that follow each other"],
    ["kv12pqww", NO_MINIMA, ""],
    ["risetovotesir", NO_MINIMA, "a palindrome"],
    ["ünïçödé", NO_MINIMA, ""],
  ])("%s with %o: %s", (password, rules, fault) => {
    expect(passwordFault(password, reader(rules)) ?? "").toMatch(fault === "" ? /^$/ : fault);
  });

  test("while they are not enforced, everything but a blank is allowed", () => {
    const read = reader({ Enabled: "Off" });
    expect(passwordFault("", read)).toBe("the password is blank");
    assert(property(string({ minLength: 1 }), (password) => passwordFault(password, read) === undefined));
  });

  test("no password is told in what is wrong with it", () => {
    // Any text may be part of a sentence; the sign of a currency is not.
    assert(
      property(string({ maxLength: 13 }), (text) => {
        const password = `\u00a4${text}`;
        const fault = passwordFault(password, reader({})) ?? "";
        return fault !== "" && !fault.includes(password);
      }),
    );
  });
});
