import type { FaultStatus } from "../faults/active-fault.ts";
import { table } from "./table.ts";

/** What `xtwin fault list` prints for people. */
export function showFaults(faults: readonly FaultStatus[]): string {
  if (faults.length === 0) return "no faults\n";
  const rows = faults.map(({ id, state, fired, words, rule }) => [
    String(id),
    rule.kind,
    state,
    String(fired),
    words,
    rule.seed === undefined ? "" : String(rule.seed),
  ]);
  return table(["Id", "Kind", "State", "Struck", "Rule", "Seed"], rows);
}
