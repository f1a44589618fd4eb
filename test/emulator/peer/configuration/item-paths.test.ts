import { describe, expect, test } from "vitest";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import { concretePath, findItem, rowPath } from "../../../../emulator/peer/configuration/item-paths.ts";

test("every item is found by its concrete path, at both ends of its ranges", () => {
  for (const item of configurationItems) {
    const ranges = [...item.path.matchAll(/\[(\d+)\.\.(\d+)\]/g)];
    for (const end of [1, 2] as const) {
      const indices = ranges.map((range) => Number(range[end]));
      expect(findItem(concretePath(item.path, indices))).toEqual({ item, indices });
    }
  }
});

test.each([
  "",
  "Zones",
  "Zones Zone Name",
  "Zones Zone 0 Name",
  "Zones Zone 1001 Name",
  "Zones Zone 03 Name",
  "Zones Zone # Name",
  "Zones Zone [1..1000] Name",
  "zones Zone 3 Name",
  "Zones Zone 3 Name ",
  "H323 Mode 1",
  "toString",
])("%j is no item", (path) => expect(findItem(path)).toBeUndefined());

describe("concrete paths", () => {
  test("take as many indices as they have ranges", () => {
    expect(concretePath("Zones Zone [1..1000] Neighbor Peer [1..6] Address", [3, 2])).toBe(
      "Zones Zone 3 Neighbor Peer 2 Address",
    );
    expect(concretePath("Zones Zone [1..1000] Type", [3, 2])).toBe("Zones Zone 3 Type");
    expect(concretePath("H323 Mode", [])).toBe("H323 Mode");
    expect(() => concretePath("Zones Zone [1..1000] Type", [])).toThrow(RangeError);
  });

  test("of a row end with its index", () => {
    expect(rowPath("Zones Zone [1..1000] Neighbor Peer [1..6] Address", [3, 2])).toBe("Zones Zone 3 Neighbor Peer 2");
    expect(rowPath("Zones Zone [1..1000] SIP Mode", [3])).toBe("Zones Zone 3");
    expect(rowPath("H323 Mode", [])).toBeUndefined();
  });
});
