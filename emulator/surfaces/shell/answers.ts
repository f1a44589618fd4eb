import type { Answer } from "./shell.ts";

/** A request that was understood (CLI format, section 3): what there is to tell, a blank line, `OK`. */
export function done(lines: readonly string[] = []): Answer {
  return { lines: [...lines, "", "OK"], status: 0 };
}

/** A request that was not: the reason, a blank line, and `ERROR` alone on its line so that programs can tell it. */
export function refused(reason: string): Answer {
  return { lines: [reason, "", "ERROR"], status: 1 };
}
