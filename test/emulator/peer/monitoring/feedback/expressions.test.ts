import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feedbackExpressions } from "../../../../../emulator/model/feedback-expressions.ts";
import { statusNodes } from "../../../../../emulator/model/status/index.ts";
import { findExpression } from "../../../../../emulator/peer/monitoring/feedback/expressions.ts";

const paths = feedbackExpressions.map(({ path }) => path);

const selectedBy = (typed: string): readonly string[] => {
  const found = findExpression(typed);
  return found.ok ? found.selected.map(({ path }) => path) : [];
};

describe("expressions", () => {
  test("name each thing once, and only nodes that the status tree has", () => {
    expect(new Set(paths).size).toBe(paths.length);
    const nodes = new Set<string>(statusNodes.map(({ name }) => name));
    const unknown = feedbackExpressions.filter((row) => "node" in row && !nodes.has(row.node)).map(({ path }) => path);
    expect(unknown).toEqual([]);
  });

  test.each(paths)("%s is found in any case, with and without a slash, and kept with one", (path) => {
    for (const typed of [path, `/${path}`, path.toLowerCase(), ` ${path.toUpperCase()} `])
      expect(findExpression(typed)).toMatchObject({ ok: true, expression: `/${path}`, selected: [{ path }] });
  });

  test.each(["Status", "Event"])("%s selects all that is below it", (root) => {
    expect(selectedBy(root.toLowerCase())).toEqual(paths.filter((path) => path.startsWith(`${root}/`)));
    expect(findExpression(`${root}/`)).toMatchObject({ ok: true, expression: `/${root}` });
  });

  test.each(["", "/", "Event/Call", "Stat", "Status/Zones/Zone", "History", "Event//Locate", "__proto__"])(
    "%j is none, and the answer names all that are",
    (typed) => {
      const found = findExpression(typed);
      expect(found).toEqual({
        ok: false,
        reason: `"${typed}" is not a feedback expression: one of Status, Event, ${paths.join(", ")}`,
      });
    },
  );

  test("whatever is typed selects something or is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (typed) => {
        const found = findExpression(typed);
        expect(found.ok ? found.selected.length > 0 : found.reason.length > 0).toBe(true);
      }),
    );
  });
});
