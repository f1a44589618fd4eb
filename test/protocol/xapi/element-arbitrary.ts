import * as fc from "fast-check";
import type { Element } from "../../../protocol/xapi/element.ts";

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,11}$/);
const item = fc.integer({ min: 0, max: 99_999 });
const attributeName = name.filter((candidate) => candidate !== "item" && candidate !== "__proto__");

const leaf: fc.Arbitrary<Element> = fc.oneof(
  fc.record({ name, item }),
  fc.record({ name, item, text: fc.string({ unit: "binary", minLength: 1 }) }),
  fc.record({
    name,
    item,
    attributes: fc.dictionary(attributeName, fc.string({ unit: "binary" }), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
  }),
);

/** Trees of elements with any text, flags included, at most five levels deep. */
export const elementTrees: fc.Arbitrary<Element> = fc.letrec<{ tree: Element }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    leaf,
    fc.record(
      {
        name,
        item,
        children: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
        oneLine: fc.boolean(),
        indexed: fc.boolean(),
      },
      { requiredKeys: ["name", "item", "children"] },
    ),
  ),
})).tree;
