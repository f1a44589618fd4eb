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

function inOrder(place: (node: StatusNode) => number | null): readonly StatusNode[] {
  return statusNodes.filter((node) => place(node) !== null).toSorted((a, b) => (place(a) ?? 0) - (place(b) ?? 0));
}
