/** The ways in, as the journal names them. */
export const surfaces = ["page", "xml", "rest", "cli", "root shell", "files"] as const;
export type Surface = (typeof surfaces)[number];

/** What a peer was in its cluster when it was asked. */
export const roles = ["primary", "subordinate", "stand-alone"] as const;
export type Role = (typeof roles)[number];

/** Something that was asked of a peer over one of its surfaces. Secrets are masked. */
export interface RequestEntry {
  readonly kind: "request";
  readonly surface: Surface;
  /** Blank for somebody who has not logged in. */
  readonly account: string;
  readonly what: string;
  readonly answer: string;
  readonly ok: boolean;
}

/** An item of the configuration that somebody changed; what a copy brings is none. */
export interface ChangeEntry {
  readonly kind: "change";
  readonly account: string;
  readonly scope: "cluster" | "peer";
  /** `Bandwidth Default: 512`; secrets are masked. */
  readonly what: string;
}

/** Something that was asked for and that the twin does not have. */
export interface UnservedEntry {
  readonly kind: "unserved";
  readonly what: string;
}

export type JournalEntry = RequestEntry | ChangeEntry | UnservedEntry;

/** Takes down what a peer is asked, for whoever runs the lab. The peer itself never reads it. */
export type Journal = (entry: JournalEntry, role: Role) => void;
