import { EmulatorError } from "../../errors.ts";
import { roles, surfaces } from "../../peer/core/journal.ts";
import type { JournalRecord } from "./lab-journal.ts";

/** The members that a filter may have, with the values allowed where they are few. */
const allowed = {
  peer: undefined,
  kind: ["request", "change", "unserved"],
  surface: surfaces,
  account: undefined,
  role: roles,
  scope: ["cluster", "peer"],
  outcome: ["done", "refused"],
  text: undefined,
} as const satisfies Record<string, readonly string[] | undefined>;

type Member = keyof typeof allowed;

/** What entries have to be; a member that is left out lets all pass. */
export type JournalFilter = Readonly<Partial<Record<Member, string>>>;

/** @throws EmulatorError LAB_REFUSED for a member or a value that is not allowed */
export function readFilter(given: Readonly<Record<string, unknown>>, peers: readonly string[]): JournalFilter {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(allowed, name))
      throw new EmulatorError(
        "LAB_REFUSED",
        `"${name}" is not known here; allowed: ${Object.keys(allowed).join(", ")}`,
      );
    const values: readonly string[] | undefined = name === "peer" ? peers : allowed[name as Member];
    if (typeof value !== "string" || (values && !values.includes(value)))
      throw new EmulatorError(
        "LAB_REFUSED",
        `${name}: "${String(value)}" is not allowed: ${values?.join(", ") ?? "a text"}`,
      );
  }
  return given;
}

/** Whether an entry is what a filter asks for. A member that its kind does not have does not match. */
export function passes(record: JournalRecord, { text, outcome, ...same }: JournalFilter): boolean {
  const members: Readonly<Record<string, unknown>> = { ...record };
  if (Object.entries(same).some(([name, value]) => members[name] !== value)) return false;
  if (outcome !== undefined && members["ok"] !== (outcome === "done")) return false;
  return text === undefined || record.what.toLowerCase().includes(text.toLowerCase());
}
