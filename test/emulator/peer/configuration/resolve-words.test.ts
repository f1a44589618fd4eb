import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import { resolveWords } from "../../../../emulator/peer/configuration/resolve-words.ts";
import { runs } from "../../../runs.ts";

/** What a line of words leads to: the items with their indices and whether that is one item, or the reason. */
function resolve(line: string) {
  const resolution = resolveWords(line.split(" ").filter((word) => word !== ""));
  if (resolution.kind === "error") return resolution.reason;
  return {
    items: resolution.matches.map(({ item, indices }) => [item.path, ...indices]),
    exact: resolution.exact,
  };
}

const address = (index: number | undefined, exact: boolean) => ({
  items: [["DNS Server [1..5] Address", index]],
  exact,
});

describe("one item", () => {
  test.each([
    ["DNS Server 2 Address", address(2, true)],
    ["dns server 2 address", address(2, true)],
    ["dn s 2 a", address(2, true)],
    ["DNS/Server[2]/Address", address(2, true)],
    ["/DNS/Server[@item='2']/Address", address(2, true)],
    ['DNS Server[@item="2"] Address', address(2, true)],
    ["Alternates ConfigurationMaster", { items: [["Alternates ConfigurationPrimary"]], exact: true }],
    ["alt configurationp", { items: [["Alternates ConfigurationPrimary"]], exact: true }],
    ["alt conf", { items: [["Alternates ConfigurationPrimary"]], exact: true }],
    ["ip gateway", { items: [["IP Gateway"]], exact: true }],
    ["sip tls p", { items: [["SIP TLS Port"]], exact: true }],
  ])("%s", (line, expected) => expect(resolve(line)).toEqual(expected));
});

describe("several items", () => {
  test("no words lead to all of them, in the order of the table", () => {
    const resolution = resolve("");
    expect(resolution).toMatchObject({ exact: false });
    expect(typeof resolution === "object" && resolution.items.map(([path]) => path)).toEqual(
      configurationItems.map(({ path }) => path),
    );
  });

  test.each([
    ["DNS Server Address", undefined],
    ["DNS Server", undefined],
    ["DNS Server 2", 2],
  ])("%s is part of a list", (line, index) => expect(resolve(line)).toEqual(address(index, false)));

  test("a list without an index is every row", () => {
    expect(resolve("Alternates")).toEqual({
      items: [
        ["Alternates ConfigurationPrimary"],
        ["Alternates Cluster Name"],
        ["Alternates Cluster PreSharedKey"],
        ["Alternates Peer [1..6] Address", undefined],
      ],
      exact: false,
    });
  });

  test("an index may be left out between words", () => {
    expect(resolve("Zones Zone Neighbor Peer 2 Address")).toEqual({
      items: [["Zones Zone [1..1000] Neighbor Peer [1..6] Address", undefined, 2]],
      exact: false,
    });
  });
});

describe("reasons", () => {
  test.each([
    ["H323 Foo", '"Foo" is not known here: one of Gatekeeper, Gateway, Mode'],
    ["Alternates Peer x", '"x" is not known here: one of [1..6], Address'],
    ["H323 Mode On", '"On" is not known here: the path ends before it'],
    ["Alternates Peer 7 Address", "7 is outside the range of Peer: [1..6]"],
    ["SNMP V3A", '"V3A" is ambiguous: V3AuthenticationMode, V3AuthenticationPassword, V3AuthenticationType'],
    ["Alternates 1", '"1" is not known here: one of ConfigurationPrimary, Cluster, Peer'],
  ])("%s", (line, reason) => expect(resolve(line)).toBe(reason));
});

/** The word as short as it may be among those that can stand in its place. */
function shortest(word: string, before: readonly string[], others: ReadonlySet<string>): string {
  if (word.startsWith("[")) return "1";
  const lower = [...others].map((other) => other.toLowerCase());
  // ConfigurationMaster is taken in this place too.
  if (before.join(" ") === "Alternates") lower.push("configurationmaster");
  for (let length = 1; length < word.length; length++) {
    const prefix = word.slice(0, length).toLowerCase();
    if (lower.filter((other) => other.startsWith(prefix)).length === 1) return prefix;
  }
  return word;
}

test("the shortest unique abbreviation of every word leads to the item", () => {
  const next = new Map<string, Set<string>>();
  const paths = configurationItems.map(({ path }) => path.split(" "));
  const key = (words: readonly string[]) => words.join(" ");
  for (const words of paths) {
    for (const [place, word] of words.entries()) {
      const before = key(words.slice(0, place));
      next.set(before, (next.get(before) ?? new Set()).add(word));
    }
  }
  for (const words of paths) {
    const line = words.map((word, place) => {
      const before = words.slice(0, place);
      return shortest(word, before, next.get(key(before)) ?? new Set());
    });
    expect(resolve(key(line))).toMatchObject({ items: [{ 0: key(words) }], exact: true });
  }
});

test("no words make it fail", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("zones", "zone", "1", "[2]", "/", "//", "Zone[@item='", "__proto__", "99999999999"),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => void resolveWords(words)),
    runs(500),
  );
});
