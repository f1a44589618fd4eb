import type { Element } from "../../../protocol/xapi/element.ts";
import { LocationError, parseLocation, select, type Step } from "../../../protocol/xapi/location.ts";
import { statusNodes } from "../../model/status/index.ts";
import type { StatusElement } from "../../model/types.ts";
import type { Device } from "../../peer/device.ts";

/** Elements of the status tree inside their ancestors, or a reason in one sentence without a full stop. */
export type StatusSelection =
  { readonly ok: true; readonly nodes: readonly Element[] } | { readonly ok: false; readonly reason: string };

/** An element of the table that words lead to, or the reason why they lead to none. */
export type StatusElementFound =
  | { readonly ok: true; readonly element: StatusElement; readonly steps: Step[] }
  | { readonly ok: false; reason: string };

const root: StatusElement = { name: "Status", children: statusNodes };

/**
 * The part of the status tree that words of the CLI choose: `Zones Zone 2`, `zon/zone[2]`, any case, names shortened
 * while unique, a number left out for all. After `//` one name is sought at any depth; all elements whose names begin
 * with it come inside a node `Show`, which is empty when there is none (X12.6 example, TechNote 215633).
 */
export function selectStatus(device: Device, words: readonly string[]): StatusSelection {
  if (words.length === 0) return { ok: true, nodes: device.status.elements("cli") };
  const steps = stepsOf(words);
  if (typeof steps === "string") return { ok: false, reason: steps };
  const [first] = steps;
  if (first?.anyDepth) {
    if (steps.length > 1) return { ok: false, reason: "// takes one name" };
    const found = findAnywhere(device.status.elements("xml"), first);
    return { ok: true, nodes: [{ name: "Show", item: 1, children: found }] };
  }
  const found = findInTable(steps);
  if (!found.ok) return found;
  const nodes = select(device.status.elements("xml"), found.steps);
  if (nodes) return { ok: true, nodes };
  const node = found.steps[0]?.name ?? "";
  if (device.status.values(node) === undefined) {
    return { ok: false, reason: device.unimplemented.note(`xStatus ${node}`) };
  }
  return { ok: false, reason: `${spell(found.steps)} is not there now` };
}

/** The element of the table that words lead to; no words lead to the whole tree. */
export function findStatusElement(words: readonly string[]): StatusElementFound {
  const steps = words.length === 0 ? [] : stepsOf(words);
  return typeof steps === "string" ? { ok: false, reason: steps } : findInTable(steps);
}

/** The words as steps, or a reason. `Zone 2` and `Zone[2]` are the same. */
function stepsOf(words: readonly string[]): Step[] | string {
  let location = "";
  for (const word of words) {
    if (/^\d+$/.test(word)) location += `[${word}]`;
    else location += location === "" || location.endsWith("/") ? word : `/${word}`;
  }
  try {
    return parseLocation(location);
  } catch (error) {
    if (error instanceof LocationError) return error.reason;
    throw error;
  }
}

function findInTable(typed: readonly Step[]): StatusElementFound {
  let element = root;
  const steps: Step[] = [];
  for (const step of typed) {
    const children = element.children ?? [];
    const child =
      children.find(({ name }) => name.toLowerCase() === step.name.toLowerCase()) ?? onlyOne(children, step);
    if (typeof child === "string") return { ok: false, reason: child };
    steps.push({ ...step, name: child.name });
    element = child;
  }
  return { ok: true, element, steps };
}

function onlyOne(children: readonly StatusElement[], { name }: Step): StatusElement | string {
  const candidates = children.filter((child) => beginsWith(child.name, name));
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  const names = (only ? candidates : children).map((child) => child.name).join(", ");
  if (only) return `"${name}" is ambiguous: ${names}`;
  return `"${name}" is not known here: ${names ? `one of ${names}` : "the path ends before it"}`;
}

/** The elements at any depth that a step means, whole, inside their ancestors. */
function findAnywhere(elements: readonly Element[], step: Step): Element[] {
  return elements.flatMap((element) => {
    if (beginsWith(element.name, step.name) && (step.item === undefined || step.item === element.item))
      return [element];
    const children = findAnywhere(element.children ?? [], step);
    return children.length > 0 ? [{ ...element, children }] : [];
  });
}

const beginsWith = (name: string, start: string): boolean => name.toLowerCase().startsWith(start.toLowerCase());

const spell = (steps: readonly Step[]): string =>
  steps.map(({ name, item }) => (item === undefined ? name : `${name} ${item}`)).join(" ");
