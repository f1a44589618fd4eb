import type { Certificates } from "../../access/certificates/certificates.ts";
import type { ReleaseKey } from "../../calls/licensing/release-key.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { Identity } from "../../core/identity.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Upgrade } from "../upgrade/upgrade.ts";

/** Who makes the content of files, and who takes what is written to them. */
export interface FileOwners {
  readonly identity: Identity;
  readonly configuration: Configuration;
  readonly certificates: Certificates;
  readonly log: EventLog;
  readonly releaseKey: ReleaseKey;
  readonly upgrade: Upgrade;
}

/** What came of writing a file; the detail and the reason are for the Event Log. */
export type WriteVerdict =
  { readonly ok: true; readonly detail: string } | { readonly ok: false; readonly reason: string };

/** A file of the peer that lies nowhere: what is read is made by the part that knows it. */
export interface VirtualFile {
  /** Absolute and resolved. */
  readonly path: string;
  /** Permission bits, as in `0o644`. */
  readonly permissions: number;
  /** The path is a guess; others are named by guides or seen in the field. */
  readonly assumed?: true;
  readonly read: (owners: FileOwners, temporary: TemporaryFiles) => string | Uint8Array;
  /** Tells of each line that is written at its end; absent for a file that does not grow. @returns what ends that */
  readonly follow?: (owners: FileOwners, onLine: (line: string) => void) => () => void;
  /** Absent for a file that nobody may write. Changes nothing when it refuses. */
  readonly write?: (written: Written) => WriteVerdict | Promise<WriteVerdict>;
}

/** What was written to files that are gone with the next restart, by path. */
export type TemporaryFiles = Map<string, Uint8Array>;

/** A file that somebody has written, whole. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly actor: Actor;
  readonly owners: FileOwners;
  readonly temporary: TemporaryFiles;
}
