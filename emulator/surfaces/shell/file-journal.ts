import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";

/** What the journal keeps of a path. */
const LONGEST_PATH = 4096;

/**
 * Takes down that a client asked for a file, never what is in it.
 * @param path resolved
 * @param reason why it was not done; undefined when it was
 */
export function journalFile(
  device: Pick<Device, "journal">,
  { user: account }: Actor,
  verb: "get" | "put" | "list" | "stat",
  path: string,
  reason?: string,
): void {
  const what = `${verb} ${path.slice(0, LONGEST_PATH)}`;
  const ok = reason === undefined;
  device.journal({ kind: "request", surface: "files", account, what, answer: reason ?? "OK", ok });
}
