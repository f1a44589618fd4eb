import type { Store } from "../../store/store.ts";
import type { AlarmCondition, Evidence } from "../core/alarm-condition.ts";
import type { Part } from "../core/part.ts";

/**
 * The database was found damaged and another one took its place (guide, Appendix 1, "Expressway database failure"). It stands
 * until a backup is restored, or the database is destroyed and made anew.
 */
export class DatabaseFailure implements Part {
  readonly name = "database failure";
  readonly alarmConditions: readonly AlarmCondition[] = [{ alarm: 15005, holds: () => this.evidence }];
  /** Undefined while the database is sound. */
  readonly evidence: Evidence | undefined;

  constructor(store: Store) {
    const failure = store.state.get("database failure");
    this.evidence = failure && {
      facts: [
        `the database was damaged: ${failure.reason}`,
        failure.evidence === undefined ? "the damaged one is gone" : `the damaged one is kept as ${failure.evidence}`,
        "this peer works with what could be saved of its own items",
      ],
      clearedBy: "restore a backup of this peer, if need be after clusterdb_destroy_and_purge_data.sh",
    };
  }
}
