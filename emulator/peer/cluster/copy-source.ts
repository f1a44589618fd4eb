import type { CopyAnswer, CopyRequest, CopyRow } from "../../../protocol/cluster/copy.ts";
import type { Configuration } from "../configuration/configuration.ts";

/** What the primary answers to a request for a copy. Pure: configuration in, answer out. */
export function answerCopy(request: CopyRequest, configuration: Configuration, lineage: string): CopyAnswer {
  const { base } = request;
  const full = base?.lineage !== lineage || base.generation > configuration.generation;
  const rows: CopyRow[] = [];
  const named = new Set<string>();
  for (const row of full ? configuration.allStored() : configuration.changedSince(base.generation)) {
    if (row.scope !== "cluster" || (full && row.value === null)) continue;
    rows.push([row.path, row.value, row.generation]);
    named.add(row.path);
  }
  // What the subordinate changed goes back to what the primary has, also where the primary never changed it.
  for (const path of full ? [] : request.editedHere) {
    if (named.has(path)) continue;
    const row = configuration.stored(path);
    rows.push([path, row?.value ?? null, row?.generation ?? 0]);
  }
  return { kind: "rows", full, lineage, generation: configuration.generation, digest: configuration.digest.text, rows };
}
