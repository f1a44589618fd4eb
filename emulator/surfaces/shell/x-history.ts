import { writeHistory } from "../../../protocol/xapi/cli-writer.ts";
import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Device } from "../../peer/device.ts";
import { historyElements } from "../documents/history-elements.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";

/** API guide of the predecessor, 2.2. */
const kinds = ["Calls", "Registrations"] as const;

/** `xHistory Calls`: what is over, newest first. */
export function xHistory(device: Device, { words: [, kind, ...more], args, value, help }: CommandLine): Answer {
  if (help !== undefined) return done(["- History -", "", ...kinds]);
  const found = kinds.filter((name) => name.toLowerCase().startsWith((kind ?? "").toLowerCase()));
  if (found.length === 0 || more.length > 0 || args.length > 0 || value !== undefined) {
    return refused(`xHistory takes one of ${kinds.join(", ")}`);
  }
  return done(writeHistory(historyElements(device).filter(({ name }) => found.some((known) => known === name))));
}
