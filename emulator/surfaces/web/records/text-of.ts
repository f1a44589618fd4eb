import { isValidElement, type ComponentChildren } from "preact";

/** The words that a cell shows: what lists are sorted and filtered by. Cells are made of elements and of components without state. */
export function textOf(children: ComponentChildren): string {
  if (typeof children === "string") return children;
  if (typeof children === "number" || typeof children === "bigint") return String(children);
  if (Array.isArray(children)) return children.map(textOf).join("");
  if (!isValidElement(children)) return "";
  const { type, props } = children;
  if (typeof type !== "function") return textOf(props.children);
  return textOf((type as (given: typeof props) => ComponentChildren)(props));
}
