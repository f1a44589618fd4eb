import type { ItemPath } from "../../model/configuration/index.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { findItem } from "../configuration/item-paths.ts";
import type { ChangeResult } from "../core/configuration-change.ts";
import type { DatabaseFailure } from "./database-failure.ts";

/**
 * A primary whose database has failed takes no edits of what the cluster shares: no peer would ever get them, and the backup
 * that cures it would undo them (assumed). Its own items stay open: leaving the cluster is the way to the cure.
 */
export function refuseEditsOfDamagedPrimary(
  configuration: Configuration,
  cluster: Cluster,
  databaseFailure: DatabaseFailure,
): void {
  configuration.guard((changes): ChangeResult => {
    const { evidence } = databaseFailure;
    if (!evidence || !cluster.primary) return { ok: true };
    for (const { path, value } of changes) {
      const item = findItem(path)?.item;
      if (item?.scope !== "cluster" || configuration.get(path as ItemPath) === (value ?? item.default)) continue;
      return { ok: false, path, reason: `the database of this primary has failed: ${evidence.clearedBy}` };
    }
    return { ok: true };
  });
}
