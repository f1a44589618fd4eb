const retained: object[] = [];

/**
 * Keeps a database or statement until the process ends. better-sqlite3 12 aborts the process on Node 24.19 and later when
 * one of them is collected as garbage; its next line of releases does not run on Node 20. So statements are prepared once
 * for each store and none is ever let go: some kilobytes for each peer that was powered off.
 */
export function retain<Kept extends object>(kept: Kept): Kept {
  retained.push(kept);
  return kept;
}
