import type { Element } from "../../../protocol/xapi/element.ts";
import { statusNodes } from "../../model/status/index.ts";
import type { StatusElement, StatusNode } from "../../model/types.ts";
import type { Facts } from "../facts.ts";
import type { Clock } from "../../world/clock.ts";
import type { StatusProviders, StatusValue, StatusValues } from "./status-values.ts";

const cliNodes = inOrder((node) => node.cliOrder);
const xmlNodes = inOrder((node) => node.xmlOrder);

/** The status of a peer: the table's shape filled with what the parts say at this moment. */
export class StatusTree {
  readonly #providers: StatusProviders;
  readonly #rendered = new Map<"cli" | "xml", { revision: number; second: number; elements: readonly Element[] }>();

  constructor(
    providers: readonly StatusProviders[],
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {
    this.#providers = Object.assign({}, ...providers) as StatusProviders;
  }

  /** The present values of one top node, undefined where no part gives them. */
  values(node: string): StatusValues | ReadonlyMap<number, StatusValue> | undefined {
    return this.#providers[node]?.();
  }

  /**
   * All top nodes in the order of `xStatus` or of `/status.xml`. The same array within a second of the peer's clock while
   * no fact changes, so that a document can be kept by whoever writes it.
   */
  elements(order: "cli" | "xml"): readonly Element[] {
    const second = Math.floor(this.clock.monotonic() / 1000);
    const { revision } = this.facts;
    const kept = this.#rendered.get(order);
    if (kept && kept.revision === revision && kept.second === second) return kept.elements;
    const elements = (order === "cli" ? cliNodes : xmlNodes).flatMap((node) => this.#node(node));
    this.#rendered.set(order, { revision, second, elements });
    return elements;
  }

  #node(node: StatusNode): Element[] {
    const values = this.values(node.name);
    if (values === undefined) return [];
    return render(node, values);
  }
}

/** One element of the table with its value, or one for each index that the value has. */
function render(schema: StatusElement, value: StatusValue | undefined): Element[] {
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

function inOrder(place: (node: StatusNode) => number | null): readonly StatusNode[] {
  return statusNodes.filter((node) => place(node) !== null).toSorted((a, b) => (place(a) ?? 0) - (place(b) ?? 0));
}
