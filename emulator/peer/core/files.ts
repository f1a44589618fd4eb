import { createHash } from "node:crypto";
import type { Instant } from "../../world/duration.ts";

/** 64 hex digits. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What a member of an archive holds as JSON; undefined where it is missing or something else. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A moment in the name of a file that somebody downloads: `20131209_100000`. */
export const fileStamp = (moment: Instant): string =>
  new Date(moment)
    .toISOString()
    .replaceAll(/[-:]|\.\d+Z/g, "")
    .replace("T", "_");

/** A file as it is downloaded. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
