import { listCauses } from "./show-causes.ts";
import type { Diagnosis } from "../doctor/examine.ts";

/** What `xtwin doctor` prints for people: each prerequisite, and below it what is not as the guide asks. */
export function showDiagnosis({ peers, causes, checks }: Diagnosis): string {
  const lines = [`Examined: ${peers.join(", ") || "no peer is up"}`, ""];
  if (causes.length > 0) lines.push("The lab knows:", ...listCauses(causes), "");
  for (const { guide, title, findings } of checks) {
    lines.push(`${findings.length === 0 ? "ok    " : "FIX   "}${guide.padEnd(6)}${title}`);
    for (const { peer, seen, asked, mend } of findings) {
      lines.push(`        ${peer === undefined ? "" : `${peer}: `}${seen}`);
      lines.push(`        The guide asks: ${asked}.`);
      lines.push(`        Fix it at: ${mend}`);
    }
  }
  const count = checks.reduce((sum, { findings }) => sum + findings.length, 0);
  const none =
    causes.length === 0 ? "All prerequisites hold." : "All prerequisites hold; mend what the lab knows, above.";
  lines.push("", count === 0 ? none : `${count} ${count === 1 ? "finding" : "findings"}.`, "");
  return lines.join("\n");
}
