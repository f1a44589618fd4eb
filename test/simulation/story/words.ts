import type { Finding } from "../checkers/checker.ts";
import type { Step } from "./story.ts";

/** A step for people. */
export function wordsOf(step: Step): string {
  switch (step.do) {
    case "fault":
      return `fault: ${entries(step.rule)}`;
    case "end faults":
      return "all faults end";
    case "set":
      return `peer ${step.peer}: ${entries(step.items)}`;
    case "put back":
      return `peer ${step.peer}: as before ${step.items.join(", ")}`;
    case "command":
      return `peer ${step.peer}: xCommand ${step.command} ${entries(step.with ?? {})}`.trimEnd();
    case "upkeep":
      return `peer ${step.peer}: ${step.what}`;
    case "power":
      return `peer ${step.peer}: power ${step.on ? "on" : "off"}`;
    case "calls":
      return `peers ${step.peers.join(", ")}: ${step.each} ${step.media} calls each of ${step.kbps} kbps for ${step.seconds} s`;
    case "restart":
    case "delete the last zone":
      return `peer ${step.peer}: ${step.do}`;
  }
}

const entries = (members: Readonly<Record<string, unknown>>): string =>
  Object.entries(members)
    .map(([name, value]) => `${name} ${value === "" ? '""' : String(value)}`)
    .join(", ");

export const wordsOfFinding = ({ invariant, of, at, what }: Finding): string =>
  `${Math.round(at / 1000)} s: ${invariant}, ${of}: ${what}`;
