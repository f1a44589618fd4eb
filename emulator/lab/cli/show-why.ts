import type { Why } from "../why.ts";

/** What `xtwin why` prints for people. */
export function showWhy(alarms: readonly Why[]): string {
  if (alarms.length === 0) return "no alarm stands\n";
  return alarms
    .map(({ peer, id, text, since, facts, clearedBy, action }) =>
      [
        `${id} on ${peer}: ${text}`,
        `  raised ${since.replace("T", " ").replace(/\.\d+Z$/, " UTC")}, because`,
        ...facts.map((fact) => `    - ${fact}`),
        `  clears when: ${clearedBy}`,
        `  the alarm says: ${action}`,
        "",
      ].join("\n"),
    )
    .join("\n");
}
