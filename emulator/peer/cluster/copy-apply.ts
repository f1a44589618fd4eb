import type { CopyAnswer, CopyRow } from "../../../protocol/cluster/copy.ts";
import type { ConfigurationRow } from "../../store/configuration-rows.ts";
import type { Store } from "../../store/store.ts";
import { ClusterDigest } from "../configuration/cluster-digest.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { THE_COPY } from "../core/actor.ts";
import type { PeerFiles } from "./peer-files.ts";

/** The moment of the primary's history that this peer's cluster-wide configuration was last copied from. */
export interface CopyBase {
  readonly lineage: string;
  readonly generation: number;
}

type Rows = Extract<CopyAnswer, { kind: "rows" }>;

export const readBase = (store: Store): CopyBase | undefined => store.state.get("base");

/** Nothing has happened on the primary since the base, and nothing here. */
export function isUpToDate(answer: Rows, base: CopyBase | undefined, configuration: Configuration): boolean {
  return (
    answer.rows.length === 0 &&
    base?.lineage === answer.lineage &&
    base.generation === answer.generation &&
    answer.digest === configuration.digest.text
  );
}

/** The items that were changed both here and on the primary since the base, and differently. Guide: "at worst it will cause cluster replication to fail". */
export function conflicts(answer: Rows, base: CopyBase | undefined, configuration: Configuration): string[] {
  if (base?.lineage !== answer.lineage) return [];
  return answer.rows
    .filter(([path, value, generation]) => {
      const mine = configuration.stored(path);
      return mine?.editedHere === true && generation > base.generation && mine.value !== value;
    })
    .map(([path]) => path);
}

/**
 * Writes a copy to the store and takes it over, in one transaction: whenever the process ends, the peer has the old
 * configuration or the new. Equality is judged by what the store holds afterwards, not by what was sent to it.
 * @returns false, with nothing changed, when the result would not equal the primary's configuration
 */
export function applyCopy(answer: Rows, store: Store, configuration: Configuration, files: PeerFiles): boolean {
  const incoming = answer.full ? [...answer.rows, ...goneFrom(answer.rows, configuration)] : answer.rows;
  let kept: ConfigurationRow[] = [];
  let digest = configuration.digest;
  try {
    store.transaction(() => {
      for (const [path, value, generation] of incoming) {
        store.configuration.put({ path, value, scope: "cluster", generation, editedHere: false });
      }
      if (configuration.editedHere.length > 0) store.configuration.forgetLocalEdits();
      store.state.put("base", { lineage: answer.lineage, generation: answer.generation } satisfies CopyBase);
      store.state.put("lineage", answer.lineage);
      // A base without the file that goes with it would look like a file that was lost.
      files.writeOwn(answer.lineage);
      store.state.put("generation", answer.generation);
      kept = answer.full ? store.configuration.clusterWide() : store.configuration.read(incoming.map(([path]) => path));
      digest = digestAfter(kept, answer.full, configuration);
      if (digest.text !== answer.digest) throw new NotEqual();
    });
  } catch (error) {
    if (error instanceof NotEqual) return false;
    throw error;
  }
  configuration.adopt({ rows: kept, generation: answer.generation, digest }, THE_COPY);
  return true;
}

class NotEqual extends Error {}

/** Items that this peer has set and a full copy does not name. */
function goneFrom(rows: readonly CopyRow[], configuration: Configuration): CopyRow[] {
  const named = new Set(rows.map(([path]) => path));
  return [...configuration.allStored()]
    .filter((row) => row.scope === "cluster" && row.value !== null && !named.has(row.path))
    .map((row) => [row.path, null, row.generation]);
}

function digestAfter(kept: readonly ConfigurationRow[], full: boolean, configuration: Configuration): ClusterDigest {
  const digest = full ? new ClusterDigest() : configuration.digest.clone();
  for (const row of kept)
    digest.replace(row.path, full ? null : (configuration.stored(row.path)?.value ?? null), row.value);
  return digest;
}
