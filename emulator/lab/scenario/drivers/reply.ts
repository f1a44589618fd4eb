/** What a peer answered to something that was done on it. */
export interface Reply {
  /** The peer says that it was done. */
  readonly ok: boolean;
  /** Its words. */
  readonly text: string;
}
