import { LocationError, parseLocation, select, stepsBelow, type Step } from "../../../protocol/xapi/location.ts";
import type { Element } from "../../../protocol/xapi/element.ts";
import { statusNodes } from "../../model/status/index.ts";
import type { Device } from "../../peer/device.ts";
import { configurationElementsAt } from "./configuration-elements.ts";
import { historyElements } from "./history-elements.ts";
import { leaf, writeDocument } from "./write-document.ts";

const roots = ["Status", "Configuration", "History"] as const;
type Root = (typeof roots)[number];

/** The tree that a location leads into. */
export const rootOf = (location: string): Root =>
  roots.find((name) => new RegExp(`^/?${name}(?![\\w.-])`).test(location.trim())) ?? "Status";

/** The document that a location leads to, or why there is none. */
export type Located =
  { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly xml: string; readonly reason: string };

/**
 * The part of the Status, Configuration or History tree that a location chooses, inside its root and its ancestors (wire facts,
 * section 4). A location without a match gives an `XPathError` with a reason inside the root; its frame is our reading.
 */
export function locate(device: Device, location: string): Located {
  const root = rootOf(location);
  if (location.trim() === "") return refuse(device, root, "no location is given, such as /Status/SystemUnit");
  try {
    const steps = stepsBelow(root, parseLocation(location));
    const found = select(tree(device, root, steps), steps);
    if (found) return { ok: true, xml: writeDocument(device, root, found) };
    return refuse(device, root, notFound(device, root, location, steps));
  } catch (error) {
    if (error instanceof LocationError) return refuse(device, root, error.reason);
    throw error;
  }
}

function tree(device: Device, root: Root, steps: readonly Step[]): readonly Element[] {
  switch (root) {
    case "Status": {
      const [first] = steps;
      const anywhere = first === undefined || first.anyDepth || first.name === "*";
      return anywhere ? device.status.elements("xml") : device.status.elementsOf(first.name);
    }
    case "Configuration":
      return configurationElementsAt(device, steps);
    case "History":
      return historyElements(device);
  }
}

/** A node that the product has and that no part of the twin fills is told apart from a path that leads nowhere. */
function notFound(device: Device, root: string, location: string, [first]: readonly Step[]): string {
  const known = root === "Status" && statusNodes.some((node) => node.name === first?.name);
  if (known && device.status.values(first?.name ?? "") === undefined) {
    return device.unimplemented.note(`/Status/${first?.name}`);
  }
  return `nothing matches "${location}"`;
}

function refuse(device: Device, root: string, reason: string): Located {
  const error: Element = { name: "XPathError", item: 1, children: [leaf("Reason", reason)] };
  return { ok: false, reason, xml: writeDocument(device, root, [error]) };
}
