import type { Element } from "../../../../protocol/xapi/element.ts";
import { statusNodes } from "../../../model/status/index.ts";
import type { StatusNode } from "../../../model/types.ts";
import type { Facts } from "../../core/facts.ts";
import type { Clock } from "../../../world/clock.ts";
import { render } from "./render.ts";
import type { StatusProviders, StatusValue, StatusValues } from "../../core/status-values.ts";

const cliNodes = inOrder((node) => node.cliOrder);
const xmlNodes = inOrder((node) => node.xmlOrder);

/** The status of a peer: the table's shape filled with what the parts say at this moment. */
export class StatusTree {
  readonly #providers: StatusProviders;
  #rendered: Rendered | undefined;

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
    const { orders } = this.#now();
    const kept = orders.get(order);
    if (kept) return kept;
    const elements = (order === "cli" ? cliNodes : xmlNodes).flatMap((node) => this.#node(node));
    orders.set(order, elements);
    return elements;
  }

  /** Those of one top node of `/status.xml`; none where it has no such node. */
  elementsOf(name: string): readonly Element[] {
    const node = xmlNodes.find((each) => each.name === name);
    return node ? this.#node(node) : [];
  }

  /** Stands for all that could be rendered now: another object once a fact has changed or a second has passed. */
  get moment(): object {
    return this.#now();
  }

  #now(): Rendered {
    const second = Math.floor(this.clock.monotonic() / 1000);
    const { revision } = this.facts;
    const kept = this.#rendered;
    if (kept && kept.revision === revision && kept.second === second) return kept;
    return (this.#rendered = { revision, second, nodes: new Map(), orders: new Map() });
  }

  #node(node: StatusNode): readonly Element[] {
    const { nodes } = this.#now();
    const kept = nodes.get(node.name);
    if (kept) return kept;
    const values = this.values(node.name);
    const elements = values === undefined ? [] : render(node, values);
    nodes.set(node.name, elements);
    return elements;
  }
}

/** What has been rendered of one moment. */
interface Rendered {
  readonly revision: number;
  readonly second: number;
  readonly nodes: Map<string, readonly Element[]>;
  readonly orders: Map<"cli" | "xml", readonly Element[]>;
}

function inOrder(place: (node: StatusNode) => number | null): readonly StatusNode[] {
  return statusNodes.filter((node) => place(node) !== null).toSorted((a, b) => (place(a) ?? 0) - (place(b) ?? 0));
}
