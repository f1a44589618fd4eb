import type { Element } from "../../../../protocol/xapi/element.ts";
import type { StatusElement, StatusNode } from "../../../model/types.ts";
import type { StatusValue, StatusValues } from "../../core/status-values.ts";

/** One element of the table with its value, or one for each index that the value has. */
export function render(schema: StatusElement, value: StatusValue | undefined): Element[] {
  if (value instanceof Map) {
    return [...(value as ReadonlyMap<number, StatusValue>)]
      .toSorted(([a], [b]) => a - b)
      .map(([index, one]) => renderOne(schema, one, index));
  }
  if (value === undefined) return schema.index || schema.presentWhen ? [] : [renderOne(schema, undefined, 1)];
  return [renderOne(schema, value, 1)];
}

function renderOne(schema: StatusElement, value: StatusValue | undefined, item: number): Element {
  // Repeated leaves print without their number.
  const indexed = schema.index !== undefined && schema.children !== undefined;
  const base = { name: schema.name, item, ...(indexed && { indexed }), ...(oneLine(schema) && { oneLine: true }) };
  if (!schema.children) {
    const text = leafText(value);
    return { ...base, text, ...(schema.type === "string" && { quoted: true }) };
  }
  const values = isValues(value) ? value : {};
  // A branch that has nothing to say is empty; one that has something shows all that the table always shows.
  if (Object.keys(values).length === 0) return base;
  return { ...base, children: schema.children.flatMap((child) => render(child, values[child.name])) };
}

function leafText(value: StatusValue | undefined): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const oneLine = (schema: StatusElement): boolean => (schema as StatusNode).xmlOneLine === true;

const isValues = (value: StatusValue | undefined): value is StatusValues =>
  typeof value === "object" && !(value instanceof Map);
