import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Device } from "../../../peer/device.ts";
import { productFamily, type Product } from "../../../peer/core/identity.ts";

/** A row of the resource usage table. */
interface Resource {
  readonly name: string;
  /** Its place below ResourceUsage in the status tree. */
  readonly path: readonly string[];
  /** What it takes; Unified CM remote sessions take none. */
  readonly license?: LicenseKind;
  /** Those of a firewall's outer side have it only. */
  readonly edgeOnly?: true;
}

/** Administrator Guide, "Resource usage", by product. */
const resources: Readonly<Record<ReturnType<typeof productFamily>, readonly Resource[]>> = {
  expressway: [
    { name: "Unified CM remote session calls", path: ["Calls", "CollaborationEdge"] },
    { name: "Rich media sessions", path: ["Calls", "Traversal"], license: "rich media session" },
    { name: "TURN relays", path: ["TURN", "Relays"], license: "TURN relay", edgeOnly: true },
  ],
  vcs: [
    { name: "Non-traversal calls", path: ["Calls", "NonTraversal"], license: "non-traversal call" },
    { name: "Traversal calls", path: ["Calls", "Traversal"], license: "traversal call" },
    { name: "Registrations", path: ["Registrations"], license: "registration" },
    { name: "TURN relays", path: ["TURN", "Relays"], license: "TURN relay" },
  ],
};

const EDGE: readonly Product[] = ["expressway-e", "vcs-expressway"];

export function resourcesOf({ identity: { product } }: Device): readonly Resource[] {
  return resources[productFamily(product)].filter(({ edgeOnly }) => edgeOnly !== true || EDGE.includes(product));
}

/** The license that a traversal call takes on this product. */
export const traversalLicense = ({ identity: { product } }: Device): LicenseKind =>
  productFamily(product) === "expressway" ? "rich media session" : "traversal call";
