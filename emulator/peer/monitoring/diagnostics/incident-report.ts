import type { Instant } from "../../../world/duration.ts";

/** Something that is not to happen: a life of the peer that was not stopped in order, or a defect in its software. */
export interface Incident {
  readonly at: Instant;
  /** The process that failed; undefined where all of the system went at once. */
  readonly module?: string;
  /** What happened, a sentence without a full stop. */
  readonly detail: string;
}

/** What the peer writes down of one (Administrator Guide, "Incident reporting"). */
export interface IncidentReport extends Incident {
  /** Counts up, over restarts. */
  readonly id: number;
  readonly softwareVersion: string;
  readonly serialNumber: string;
  /** The last lines of the Event Log before, oldest first. */
  readonly lines: readonly string[];
  /** When it was sent; undefined while it was not. */
  readonly sentAt?: Instant;
}

/** What stands for the module of one that has none. */
export const WHOLE_SYSTEM = "system";

/** A report as it is downloaded and sent. No source shows the product's form. */
export function incidentText({ id, at, module = WHOLE_SYSTEM, detail, lines, ...box }: IncidentReport): string {
  return [
    `Incident report: ${id}`,
    `Time: ${new Date(at).toISOString()}`,
    `Module: ${module}`,
    `Software version: ${box.softwareVersion}`,
    `Serial number: ${box.serialNumber}`,
    `Detail: ${detail}`,
    "",
    "The last lines of the Event Log before it:",
    ...lines,
    "",
  ].join("\n");
}
