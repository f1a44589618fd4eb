import type { Cause } from "../causes/cause.ts";
import type { Why } from "../why.ts";
import { listCauses, showCauses } from "./show-causes.ts";

/** What `xtwin why` prints for people of the alarms of a peer. */
export const showAlarms = (alarms: readonly Why[]): string =>
  alarms
    .map(({ peer, id, text, since, causes, facts, clearedBy, action }) =>
      [
        `${id} on ${peer}: ${text}`,
        ...showCauses(causes, ["because", "and"]),
        `  raised ${since.replace("T", " ").replace(/\.\d+Z$/, " UTC")}; the peer itself knows`,
        ...facts.map((fact) => `    - ${fact}`),
        `  clears when: ${clearedBy}`,
        `  the alarm says: ${action}`,
        "",
      ].join("\n"),
    )
    .join("\n");

/** The same, and all that is known of the peer beside its alarms. */
export function showWhy(peer: string, alarms: readonly Why[], known: readonly Cause[]): string {
  const told = alarms.flatMap(({ causes }) => causes.map(({ text }) => text));
  const beside = known.filter(({ text }) => !told.includes(text));
  const also = ["", ...listCauses(beside), ""].join("\n");
  if (alarms.length === 0)
    return beside.length === 0
      ? `no alarm stands on ${peer}, and the lab knows of nothing that is wrong with it\n`
      : `no alarm stands on ${peer}; the lab knows:${also}`;
  return beside.length === 0
    ? showAlarms(alarms)
    : `${showAlarms(alarms)}\nBeside the alarms of ${peer} the lab knows:${also}`;
}
