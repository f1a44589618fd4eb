import type { EchoOutcome } from "../../../world/echo.ts";
import { outcomeWords } from "./outcome-words.ts";

/** The last time to live that is tried, as `traceroute` has it. */
const MOST_HOPS = 30;
/** So many in a row that do not answer end a trace: somebody waits for it. */
const MOST_SILENT = 3;
/** Administrator Guide, "Traceroute": a router that does not answer. */
const NO_RESPONSE = "***";

/** One line of a trace. */
export interface Hop {
  readonly timeToLive: number;
  /** Who answered and, of the host itself, after how long. */
  readonly response: string;
}

/** Asks with a rising time to live until the host answers, somebody says that it cannot be reached, or nobody has answered for long. */
export async function traceRoute(
  echo: (timeToLive: number) => Promise<EchoOutcome>,
): Promise<readonly Hop[] | "no ping program"> {
  const hops: Hop[] = [];
  for (let timeToLive = 1, silent = 0; timeToLive <= MOST_HOPS && silent < MOST_SILENT; timeToLive++) {
    const outcome = await echo(timeToLive);
    if (outcome.kind === "no ping program") return outcome.kind;
    silent = outcome.kind === "silent" ? silent + 1 : 0;
    hops.push({ timeToLive, response: responseOf(outcome) });
    if (outcome.kind === "reply" || outcome.kind === "unreachable") break;
  }
  return hops;
}

function responseOf(outcome: Exclude<EchoOutcome, { kind: "no ping program" }>): string {
  if (outcome.kind === "silent") return NO_RESPONSE;
  return outcome.kind === "exceeded" ? outcome.by : outcomeWords(outcome);
}
