import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Device } from "../../peer/device.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";

/** More lines than the twin keeps. */
const ALL = 1_000_000;

/** `eventlog 100`: the newest lines of the Event Log, the newest last; `eventlog all` and `eventlog` alone: all of them. */
export function eventLog(device: Device, { words: [, wanted = "all", ...rest], help }: CommandLine): Answer {
  if (help !== undefined) return done(["*h eventlog <1..1000000 | all>", "     The newest lines of the Event Log."]);
  if (rest.length > 0) return refused(`"${rest.join(" ")}" after the number of lines`);
  const count = wanted.toLowerCase() === "all" ? ALL : Number(/^\d{1,7}$/.exec(wanted)?.[0]);
  if (!(count >= 1 && count <= ALL)) {
    return refused(`"${wanted}" is not a number of lines: a whole number from 1 to ${ALL}, or all`);
  }
  return done(device.log.newest(count).toReversed());
}
