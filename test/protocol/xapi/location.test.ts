import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt } from "../attempt.ts";
import type { Element } from "../../../protocol/xapi/element.ts";
import { LocationError, parseLocation, select, stepsBelow } from "../../../protocol/xapi/location.ts";
import { elementTrees } from "./element-arbitrary.ts";

const leaf = (name: string, text: string): Element => ({ name, item: 1, text });
const zone = (item: number): Element => ({
  name: "Zone",
  item,
  children: [leaf("Name", `z${item}`), leaf("Type", "DNS")],
});
const status: Element[] = [
  { name: "SystemUnit", item: 1, children: [leaf("Name", "vcs")] },
  { name: "Zones", item: 1, children: [leaf("Count", "2"), zone(2), zone(7)] },
];

const chosen = (location: string) => select(status, stepsBelow("Status", parseLocation(location)));

describe("a location", () => {
  test.each([
    ["/Status/Zones/Zone[7]/Name", [["Status"], ["Zones"], ["Zone", 7], ["Name"]]],
    ["Status/Zones/Zone[@item='7']", [["Status"], ["Zones"], ["Zone", 7]]],
    ['Status/Zone[@item="7"]', [["Status"], ["Zone", 7]]],
    ["Status/*", [["Status"], ["*"]]],
  ])("%s", (location, steps) => {
    expect(parseLocation(location)).toEqual(
      steps.map(([name, item]) => ({ name, anyDepth: false, ...(item === undefined ? {} : { item }) })),
    );
  });

  test("with // means any depth", () => {
    expect(parseLocation("//Name")).toEqual([{ name: "Name", anyDepth: true }]);
    expect(parseLocation("/Status//Name")[1]).toEqual({ name: "Name", anyDepth: true });
  });

  test.each(["/Status/", "Status///Name", "", "/", "//", "Status/Zone[x]", "Status/a b", "Status/Zone[1"])(
    "%j is refused",
    (location) => expect(() => parseLocation(location)).toThrow(LocationError),
  );

  test("of another document is refused", () => {
    expect(() => stepsBelow("Status", parseLocation("/History/Calls"))).toThrow('begins at "History"');
  });
});

describe("choosing", () => {
  test("a leaf keeps its ancestors and nothing beside it", () => {
    expect(chosen("/Status/Zones/Zone[7]/Name")).toEqual([
      { name: "Zones", item: 1, children: [{ name: "Zone", item: 7, children: [leaf("Name", "z7")] }] },
    ]);
  });

  test("the item number is not the place", () => {
    expect(chosen("/Status/Zones/Zone[1]")).toBeUndefined();
  });

  test("any depth finds names everywhere, whole branches win over their parts", () => {
    expect(chosen("//Name")).toEqual([
      { name: "SystemUnit", item: 1, children: [leaf("Name", "vcs")] },
      {
        name: "Zones",
        item: 1,
        children: [2, 7].map((item) => ({ name: "Zone", item, children: [leaf("Name", `z${item}`)] })),
      },
    ]);
    expect(chosen("/Status/*")).toEqual(status);
  });

  test("the root alone is everything", () => expect(chosen("/Status")).toEqual(status));

  test("what is chosen is part of the tree, and choosing it again changes nothing", () => {
    const location = fc.array(fc.constantFrom("/*", "//*", "/A", "//b", "/*[1]"), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(elementTrees), location, (trees, parts) => {
        const steps = parseLocation(parts.join(""));
        const once = select(trees, steps);
        fc.pre(once !== undefined);
        expect(select(once, steps)).toEqual(once);
      }),
    );
  });
});

test("no text makes it fail but with its own error", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[/a-zA-Z[\]@='"0-9*.]*$/)), (location) => {
      const outcome = attempt(() => parseLocation(location));
      return !(outcome instanceof Error) || outcome instanceof LocationError;
    }),
  );
});
