import type { Element } from "../../../protocol/xapi/element.ts";
import type { ValueSpace } from "../../model/types.ts";
import { leaf } from "../documents/write-document.ts";

/** What a value space allows, and the type attribute of the leaf that it belongs to. Frame as on the sister products. */
export function describeInXml(space: ValueSpace): { readonly type: string; readonly children: readonly Element[] } {
  switch (space.kind) {
    case "oneOf":
      return {
        type: "Literal",
        children: space.values.map((text, place) => ({ name: "Value", item: place + 1, text })),
      };
    case "integer":
      return { type: "Integer", children: [leaf("Min", String(space.min)), leaf("Max", String(space.max))] };
    case "text":
    case "secret":
      return {
        type: space.kind === "secret" ? "Password" : "String",
        children: [leaf("MinLength", String(space.min)), leaf("MaxLength", String(space.max))],
      };
  }
}
