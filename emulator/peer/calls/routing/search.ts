import type { Instant } from "../../../world/duration.ts";
import type { CallProtocol } from "../call/call.ts";

/** What is looked for, and on whose behalf. */
export interface SearchQuery {
  readonly alias: string;
  readonly sourceAlias: string;
  readonly protocol: CallProtocol;
  /** Zone or subzone that the search comes from. */
  readonly from: string;
  readonly hopCount: number;
  readonly authenticated: boolean;
  /** `ARQ`, `LRQ`, `INVITE`, `OPTIONS` … as the Search history page shows it. */
  readonly type: string;
}

/** Where the alias was found: the zone or subzone that the call leaves through, and the alias after transforms. */
export interface Found {
  readonly zone: string;
  readonly alias: string;
  /** The system that answered, `address:port`. */
  readonly answeredBy?: string;
}

/** One line of what a search did, as the Search details page lists them. */
export interface SearchStep {
  readonly what: string;
  readonly detail: string;
}

/** A search that is over. */
export interface SearchRecord {
  readonly tag: string;
  readonly startedAt: Instant;
  readonly query: SearchQuery;
  readonly steps: readonly SearchStep[];
  readonly found: Found | undefined;
  /** Why nothing was found. */
  readonly reason: string;
}

/** Finds where an alias is. `done` is called once, at once or when the last answer has come. */
export interface Router {
  search(query: SearchQuery, tag: string, done: (record: SearchRecord) => void): void;
}
