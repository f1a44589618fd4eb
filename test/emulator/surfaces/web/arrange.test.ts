import * as fc from "fast-check";
import { h } from "preact";
import { describe, expect, test } from "vitest";
import { SentFields } from "../../../../emulator/surfaces/web/form/sent-fields.ts";
import { arrange, readArrangement, textOf } from "../../../../emulator/surfaces/web/records/arrange.ts";
import type { Column } from "../../../../emulator/surfaces/web/records/columns.ts";

interface Zone {
  readonly name: string;
  readonly calls: number;
}

const Word = ({ word }: { readonly word: string }) => h("b", null, word, " ", 1);

const columns: readonly Column<Zone>[] = [
  { heading: "", cell: () => h("input", null) },
  { heading: "Name", cell: ({ name }) => h("a", { href: "/x" }, name) },
  { heading: "Calls", cell: ({ calls }) => `${calls} calls`, order: ({ calls }) => calls },
  { heading: "Actions", cell: () => "View/Edit" },
];

const arranged = (rows: readonly Zone[], query: Record<string, string>): readonly Zone[] =>
  arrange(rows, columns, readArrangement(new SentFields(query), columns));

const zone = (name: string, calls = 0): Zone => ({ name, calls });

const anyZones = fc.array(fc.record({ name: fc.string(), calls: fc.nat() }));
const anyQuery = fc.dictionary(fc.constantFrom("sort", "order", "filter"), fc.string());

describe("the text of a cell", () => {
  test("is what somebody reads", () => {
    expect(textOf(h("span", null, "a", 1, null, false, h(Word, { word: "b" }), ["c", h("i", null, "d")]))).toBe(
      "a1b 1cd",
    );
  });
});

describe("a list that is arranged", () => {
  test("counts numbers in names", () => {
    const rows = [zone("zone 10"), zone("zone 9"), zone("Zone 1")];
    expect(arranged(rows, { sort: "Name" }).map(({ name }) => name)).toEqual(["Zone 1", "zone 9", "zone 10"]);
  });

  test("goes by a column's own order, either way", () => {
    const rows = [zone("a", 9), zone("b", 100), zone("c", 20)];
    expect(arranged(rows, { sort: "Calls" }).map(({ calls }) => calls)).toEqual([9, 20, 100]);
    expect(arranged(rows, { sort: "Calls", order: "descending" }).map(({ calls }) => calls)).toEqual([100, 20, 9]);
  });

  test("keeps its own order where nothing, a check box or something unknown is asked for", () => {
    const rows = [zone("b"), zone("a")];
    for (const sort of ["", "Actions", "name", "__proto__"]) expect(arranged(rows, { sort })).toEqual(rows);
  });

  test("shows the rows that have the text in a cell, in whatever case", () => {
    expect(arranged([zone("Branch"), zone("Head office")], { filter: "BRAN" })).toEqual([zone("Branch")]);
  });

  test("loses and makes up no row, and none that the filter does not pass", () => {
    fc.assert(
      fc.property(anyZones, anyQuery, (rows, query) => {
        const shown = arranged(rows, query);
        const wanted = (query["filter"] ?? "").toLowerCase();
        const passing = rows.filter(({ name, calls }) =>
          [name, `${calls} calls`, "View/Edit"].some((text) => text.toLowerCase().includes(wanted)),
        );
        expect(new Set(shown)).toEqual(new Set(passing));
        expect(shown.length).toBe(passing.length);
      }),
    );
  });

  test("the other way round is the same list backwards, where no two are alike", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), (numbers) => {
        const rows = numbers.map((calls) => zone("", calls));
        const down = arranged(rows, { sort: "Calls", order: "descending" });
        expect(down.toReversed()).toEqual(arranged(rows, { sort: "Calls" }));
      }),
    );
  });
});
