import type { Element } from "../../../../protocol/xapi/element.ts";
import { type FeedbackExpression, feedbackExpressions } from "../../../model/feedback-expressions.ts";
import { statusNodes } from "../../../model/status/index.ts";
import type { StatusElement } from "../../../model/types.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { EmitEvent } from "../../core/emit-event.ts";
import type { Facts } from "../../core/facts.ts";
import { render } from "../../reporting/status/render.ts";
import type { StatusTree } from "../../reporting/status/status-tree.ts";

/** Something has happened, or a part of the status has changed. */
export interface Notification {
  readonly root: "Status" | "Event";
  /** A top node of the status tree whole, or the event by its name. */
  readonly elements: readonly Element[];
}

export interface NotificationsOptions {
  readonly facts: Facts;
  readonly unimplemented: Unimplemented;
  /** A function, because parts that tell of events are built before the tree. */
  readonly status: () => Pick<StatusTree, "values">;
}

interface Subscriber {
  readonly selected: ReadonlySet<FeedbackExpression>;
  readonly take: (notification: Notification) => void;
}

const schemas: ReadonlyMap<string, StatusElement> = new Map(statusNodes.map((node) => [node.name, node]));

/** Tells whoever has registered of events, and of nodes of the status tree that have changed. */
export class Notifications {
  readonly #subscribers = new Set<Subscriber>();
  /** What the nodes that somebody has subscribed to were last, as JSON. */
  readonly #last = new Map<FeedbackExpression, string>();

  constructor(private readonly options: NotificationsOptions) {
    options.facts.onChange(() => this.#compare());
  }

  readonly event: EmitEvent = (name, holds) => {
    if (this.#subscribers.size === 0) return;
    const row = feedbackExpressions.find(({ path }) => path === `Event/${name}`);
    if (row === undefined || !("holds" in row) || !this.#isWanted(row)) return;
    this.#emit(row, { root: "Event", elements: render({ name, children: row.holds }, holds()) });
  };

  /** @returns what ends it */
  subscribe(selected: Iterable<FeedbackExpression>, take: Subscriber["take"]): () => void {
    const subscriber: Subscriber = { selected: new Set(selected), take };
    this.#subscribers.add(subscriber);
    for (const row of subscriber.selected)
      if (row.node !== undefined && !this.#last.has(row)) this.#last.set(row, this.#steady(row.node));
    return () => {
      this.#subscribers.delete(subscriber);
      for (const row of this.#last.keys()) if (!this.#isWanted(row)) this.#last.delete(row);
    };
  }

  /** A sentence for each thing that is selected and that the twin cannot tell of; each is counted. */
  noteUntold(selected: readonly FeedbackExpression[]): readonly string[] {
    return selected
      .filter(({ node, holds }) =>
        node === undefined ? holds === undefined : this.options.status().values(node) === undefined,
      )
      .map(({ path }) => this.options.unimplemented.note(`feedback of ${path}`));
  }

  #isWanted(row: FeedbackExpression): boolean {
    return [...this.#subscribers].some(({ selected }) => selected.has(row));
  }

  #compare(): void {
    for (const [row, last] of this.#last) {
      const { node = "", path } = row;
      const now = this.#steady(node);
      if (now === last) continue;
      this.#last.set(row, now);
      const root = path.startsWith("Event/") ? "Event" : "Status";
      this.#emit(row, {
        root,
        elements: render(schemas.get(node) ?? { name: node }, this.options.status().values(node)),
      });
    }
  }

  #steady(node: string): string {
    const schema = schemas.get(node);
    const values = this.options.status().values(node);
    return schema && values ? JSON.stringify(render(withoutPassing(schema), values)) : "";
  }

  #emit(row: FeedbackExpression, notification: Notification): void {
    for (const { selected, take } of this.#subscribers) if (selected.has(row)) take(notification);
  }
}

const steadySchemas = new Map<StatusElement, StatusElement>();

/** An element of the table without what changes as time passes. */
function withoutPassing(schema: StatusElement): StatusElement {
  let steady = steadySchemas.get(schema);
  if (!steady) {
    const children = schema.children?.filter(({ passing }) => !passing).map(withoutPassing);
    steady = children ? { ...schema, children } : schema;
    steadySchemas.set(schema, steady);
  }
  return steady;
}
