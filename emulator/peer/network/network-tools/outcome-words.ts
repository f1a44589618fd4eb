import type { PingResult } from "../../../../protocol/ping/ping-output.ts";

/** An outcome in the words of ping, for whoever asked. */
export function outcomeWords(outcome: PingResult): string {
  switch (outcome.kind) {
    case "reply":
      return `${outcome.by} (${outcome.milliseconds} ms)`;
    case "exceeded":
      return `Time to live exceeded at ${outcome.by}`;
    case "unreachable":
      return outcome.by === undefined ? outcome.words : `${outcome.words} (${outcome.by})`;
    case "silent":
      return "no response";
  }
}
