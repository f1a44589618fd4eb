import type { Element } from "../../../protocol/xapi/element.ts";
import type { CommandResult } from "../../peer/core/command-handler.ts";
import type { StatusValue } from "../../peer/core/status-values.ts";

/** X8.1 gives a number for the cause of every refusal; which is in no source. */
const UNKNOWN_CAUSE = "1";

/** What a command answers, below the element that tells its status. Texts are quoted on the CLI, numbers are not. */
export function resultElements(result: CommandResult): readonly Element[] {
  if (result.ok) return Object.entries(result.values ?? {}).flatMap(([name, value]) => elementsOf(name, value));
  return [
    { name: "Cause", item: 1, text: UNKNOWN_CAUSE },
    { name: "Description", item: 1, text: result.reason, quoted: true },
  ];
}

function elementsOf(name: string, value: StatusValue | undefined): Element[] {
  if (value === undefined) return [];
  if (value instanceof Map) {
    return [...(value as ReadonlyMap<number, StatusValue>)].map(([item, one]) => ({
      ...elementOf(name, one),
      item,
      indexed: true,
    }));
  }
  return [elementOf(name, value)];
}

function elementOf(name: string, value: StatusValue): Element {
  if (typeof value === "string") return { name, item: 1, text: value, quoted: true };
  if (typeof value === "number") return { name, item: 1, text: String(value) };
  if (typeof value === "boolean") return { name, item: 1, text: value ? "True" : "False" };
  return { name, item: 1, children: Object.entries(value).flatMap(([child, inner]) => elementsOf(child, inner)) };
}
