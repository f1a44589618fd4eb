import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import { logKinds, type LogKind } from "../../model/logs/log-kinds.ts";
import type { Device } from "../../peer/device.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";

/** More lines than the twin keeps. */
const ALL = 1_000_000;

/** `eventlog 100`: the newest lines of a log, the newest last; `eventlog all` and `eventlog` alone: all of them. */
export function showLog(
  device: Device,
  keyword: LogKind["keyword"],
  { words: [, wanted = "all", ...rest], help }: CommandLine,
): Answer {
  const [log] = logKinds.filter((one) => one.keyword === keyword);
  if (help !== undefined) {
    return done([`*h ${keyword} <1..${ALL} | all>`, `     The newest lines of the ${log?.title}.`]);
  }
  if (rest.length > 0) return refused(`"${rest.join(" ")}" after the number of lines`);
  const count = wanted.toLowerCase() === "all" ? ALL : Number(/^\d{1,7}$/.exec(wanted)?.[0]);
  if (!(count >= 1 && count <= ALL)) {
    return refused(`"${wanted}" is not a number of lines: a whole number from 1 to ${ALL}, or all`);
  }
  return done(device.log.newest(count, log?.kind).toReversed());
}
