/**
 * The arrows of a mermaid picture in a document, by default the first, as `a --> b`. Understands what an architecture needs: names
 * with or without a shape, chains `a --> b --> c`, lists `a --> b & c`, words on arrows, dotted and thick arrows.
 */
export function pictureEdges(markdown: string, which = 1): string[] {
  const picture = [...markdown.matchAll(/^```mermaid\s*\n([\s\S]*?)^```/gm)][which - 1]?.[1];
  if (picture === undefined) throw new Error("the document has no mermaid picture");
  const edges = new Set<string>();
  for (const line of picture.split("\n")) {
    const nodes = line
      .replace(/%%.*$/, "")
      .split(/\s*(?:-->|-\.->|==>)(?:\s*\|[^|]*\|)?\s*/)
      .map((part) => part.split("&").map(nodeName));
    for (const [place, targets] of nodes.entries()) {
      for (const from of nodes[place - 1] ?? []) for (const to of targets) edges.add(`${from} --> ${to}`);
    }
  }
  return [...edges].toSorted();
}

/** `store` of `store["store: SQLite"]`. */
function nodeName(part: string): string {
  return /^\s*([\w-]+)/.exec(part)?.[1] ?? part.trim();
}
