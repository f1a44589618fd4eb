import type { Milliseconds } from "./duration.ts";

/** Starts measuring the machine's time; the function given back tells how much has passed. For reports only. */
export function startStopwatch(): () => Milliseconds {
  const start = performance.now();
  return () => performance.now() - start;
}
