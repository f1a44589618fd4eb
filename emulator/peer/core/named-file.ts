import type { Instant } from "../../world/duration.ts";

/** A file as it is downloaded. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A moment in the name of a file that somebody downloads: `20131209_100000`. */
export const fileStamp = (moment: Instant): string =>
  new Date(moment)
    .toISOString()
    .replaceAll(/[-:]|\.\d+Z/g, "")
    .replace("T", "_");
