/** A file that came from a peer, or is to go to one. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
