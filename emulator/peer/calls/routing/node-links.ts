import type { Configuration } from "../../configuration/configuration.ts";
import type { Change } from "../../core/configuration-change.ts";
import { freeLinkRows, linkChanges, linkNamed } from "../bandwidth/links.ts";

const TO_DEFAULT = ["DefaultSZ", "DefaultSubZone"] as const;
const TO_TRAVERSAL = ["TraversalSZ", "TraversalSubZone"] as const;

/**
 * The links that come with a new zone or subzone (Administrator Guide, "Default links"): traversal zones get one to the
 * Traversal Subzone, all others to the Default Subzone as well. Named as on an X8.11 box, `Zone001ToDefaultSZ`.
 */
export function linksOfNewNode(
  configuration: Configuration,
  node: { readonly kind: "Zone" | "SubZone"; readonly index: number; readonly name: string },
  traversal: boolean,
): Change[] {
  const prefix = `${node.kind}${String(node.index).padStart(3, "0")}To`;
  const free = freeLinkRows(configuration);
  return (traversal ? [TO_TRAVERSAL] : [TO_DEFAULT, TO_TRAVERSAL]).flatMap(([suffix, end]) => {
    const name = `${prefix}${suffix}`;
    // A node that was renamed before it was deleted leaves its links behind.
    const row = linkNamed(configuration, name) ?? free.next().value;
    return typeof row === "number" ? linkChanges(row, name, node.name, end) : [];
  });
}
