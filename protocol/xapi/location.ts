import type { Element } from "./element.ts";

/** One step of a location: elements of a name (`*` for any), of one item number or of all, below or anywhere below. */
export interface Step {
  readonly name: string;
  readonly item?: number;
  readonly anyDepth: boolean;
}

/** A location that cannot be followed. `reason` is one sentence without a full stop. */
export class LocationError extends Error {
  override readonly name = "LocationError";

  constructor(readonly reason: string) {
    super(reason);
  }
}

const stepPattern = /^(\*|[\p{L}_][\p{L}\p{N}_.-]*)(?:\[(?:@item=(['"]?))?(\d{1,9})\2\])?$/u;
const longest = 1000;

/**
 * Reads a location as `getxml` takes it: `/Status/Zones/Zone[2]/Name`, the leading slash optional, `[n]` or
 * `[@item='n']` for an item number, `//` for any depth, `*` for any name. `[n]` is the item number and not the place,
 * because the numbers of the product have gaps.
 * @throws LocationError for anything else
 */
export function parseLocation(location: string): Step[] {
  if (location.length > longest) throw new LocationError(`the location is longer than ${longest} characters`);
  const parts = location
    .trim()
    .replace(/^\/(?!\/)/, "")
    .split("/");
  const steps: Step[] = [];
  let anyDepth = false;
  for (const [position, part] of parts.entries()) {
    if (part === "") {
      // `//Zone` splits into two empty parts, `a//b` into one; a third slash or one at the end means nothing.
      const mayBeEmpty = position + 1 < parts.length && (!anyDepth || position === 1);
      if (!mayBeEmpty) throw new LocationError(`"${location}" has a slash without a name after it`);
      anyDepth = true;
    } else {
      steps.push(parseStep(part, anyDepth));
      anyDepth = false;
    }
  }
  return steps;
}

/**
 * The steps below the root element of a document, for `select`.
 * @throws LocationError when the location begins at another document
 */
export function stepsBelow(root: string, steps: readonly Step[]): readonly Step[] {
  const [first, ...rest] = steps;
  if (first === undefined || first.anyDepth) return steps;
  if (first.name === root || first.name === "*") return rest;
  throw new LocationError(`the location begins at "${first.name}" and not at "${root}"`);
}

/**
 * The elements that the steps lead to, whole, inside their ancestors; of the ancestors only the branches that were
 * chosen. No steps choose everything. Undefined when nothing matches.
 */
export function select(elements: readonly Element[], steps: readonly Step[]): readonly Element[] | undefined {
  if (steps.length === 0) return elements;
  const top: Element = { name: "", item: 1, children: elements };
  let chosen = new Set<Element>([top]);
  for (const step of steps) {
    const next = new Set<Element>();
    for (const element of chosen) collect(element, step, next);
    if (next.size === 0) return undefined;
    chosen = next;
  }
  return prune(elements, chosen);
}

function parseStep(part: string, anyDepth: boolean): Step {
  const match = stepPattern.exec(part);
  if (match === null) throw new LocationError(`"${part}" is not a step of a location`);
  const [, name, , item] = match;
  return { name: name as string, anyDepth, ...(item === undefined ? {} : { item: Number(item) }) };
}

function collect(element: Element, step: Step, found: Set<Element>): void {
  for (const child of element.children ?? []) {
    const named = step.name === "*" || step.name === child.name;
    if (named && (step.item === undefined || step.item === child.item)) found.add(child);
    if (step.anyDepth) collect(child, step, found);
  }
}

function prune(elements: readonly Element[], chosen: ReadonlySet<Element>): readonly Element[] | undefined {
  const kept: Element[] = [];
  for (const element of elements) {
    if (chosen.has(element)) {
      kept.push(element);
      continue;
    }
    const children = element.children && prune(element.children, chosen);
    if (children !== undefined) kept.push({ ...element, children });
  }
  return kept.length === 0 ? undefined : kept;
}
