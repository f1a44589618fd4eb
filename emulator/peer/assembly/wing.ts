import type { Part } from "../core/part.ts";

/** The wings of a peer in the order in which they are built and started; they are stopped in the reverse order. */
export const WINGS = ["foundation", "network", "cluster", "access", "calls", "monitoring", "maintenance"] as const;

/** A wing that is built: its parts in the order in which they start, and what surfaces see of it. */
export interface Wing<Shown> {
  readonly parts: readonly Part[];
  readonly shown: Shown;
}
