import type { Database, Statement } from "better-sqlite3";
import type { ModuleLevel, SupportModuleName } from "../model/logs/log-modules.ts";
import { retain } from "./retain.ts";

/** The last diagnostic logging. Moments in milliseconds since 1970. */
export interface DiagnosticSpan {
  /** How often starting or stopping it was asked in the cluster, as far as the peer knows. */
  readonly turn: number;
  readonly startedAt?: number;
  readonly stoppedAt?: number;
}

/** What another peer brought to the license pool. Moments in milliseconds since 1970. */
export interface StoredPeerLicenses {
  readonly licenses: Readonly<Record<string, number>>;
  /** What an earlier release stored does not name it. */
  readonly softwareVersion?: string;
  readonly lostAt?: number;
  readonly seenAt?: number;
}

/** The facts, by name. A part that needs another adds it here. */
export interface PeerState {
  /** The data directory has been given the configuration of a peer as unpacked. */
  unpacked: boolean;
  /** How many sets of changes the cluster-wide configuration has seen. */
  generation: number;
  /** Names the history that generations count in. */
  lineage: string;
  /** The moment of the primary's history that was last copied. */
  base: { readonly lineage: string; readonly generation: number };
  /** A subordinate's own configuration file: whose history it follows. */
  "peer file": { readonly lineage: string };
  /** On the primary: the peers that it holds a configuration file for, by address. */
  "files of peers": readonly string[];
  /** The peer took its configuration from another when it was last looked at. */
  subordinate: boolean;
  /** Addresses of the list that have been Active since they were saved. */
  "added peers": readonly string[];
  /** A copy that went wrong and stands until a forced update. */
  "copy failure": { readonly kind: "conflict" | "not equal afterwards" | "no peer file"; readonly detail: string };
  /** What other peers brought to the license pool, by address, and when each was lost and last seen. */
  "peer licenses": Readonly<Record<string, StoredPeerLicenses>>;
  /** The software in place of the one that the peer was made with; `staged` takes its place with the next reboot, and the release key `stagedKey` with it. */
  software: { readonly version?: string; readonly staged?: string; readonly stagedKey?: string };
  /** As it was entered last. */
  "release key": string;
  /** The database was found damaged, and this one took its place; `evidence` is the file that the damaged one is kept in. */
  "database failure": { readonly reason: string; readonly evidence?: string };
  /** Management servers that are told of changes and events, each in its place; `expressions` begin with a slash. */
  feedback: readonly { readonly id: number; readonly url: string; readonly expressions: readonly string[] }[];
  "server certificate": { readonly certificate: string; readonly key: string };
  /** PEM files that were written and are not served: CA certificates, and halves of a pair that do not belong together yet. */
  "certificate files": { readonly certificate?: string; readonly key?: string; readonly trusted?: string };
  /** A request for a certificate that waits for its answer, and the key that it was made with; both PEM. */
  "certificate request": { readonly request: string; readonly key: string };
  /** PEM: those that were uploaded, and those that were fetched from distribution points. */
  "revocation lists": {
    readonly manual?: string;
    readonly fetched?: readonly { readonly point: string; readonly pem: string }[];
  };
  /** Automatic updates of revocation lists; the hour is one of UTC. `failures` are those of the last update, at `updatedAt`. */
  "revocation updates": {
    readonly automatic: boolean;
    readonly points: readonly string[];
    readonly hour: number;
    readonly updatedAt?: number;
    readonly failures?: readonly { readonly point: string; readonly reason: string; readonly fetched: boolean }[];
  };
  "ssh host keys": readonly string[];
  /** The image of the log-in page; base64. */
  "login image": { readonly mediaType: string; readonly image: string };
  /** The Call Policy file that was uploaded, CPL. */
  "call policy file": string;
  /** Levels of modules of the Support Log, those that were set. */
  "support log levels": Readonly<Partial<Record<SupportModuleName, ModuleLevel>>>;
  "diagnostic logging": DiagnosticSpan;
  /** Newest first. */
  "incident reports": readonly {
    readonly id: number;
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly module?: string;
    readonly detail: string;
    readonly softwareVersion: string;
    readonly serialNumber: string;
    readonly lines: readonly string[];
    readonly sentAt?: number;
  }[];
}

/** Single facts that outlive a restart, each under a name and as JSON. */
export class StateRows {
  readonly #get: Statement<[string], { value: string }>;
  readonly #put: Statement<[string, string]>;
  readonly #remove: Statement<[string]>;
  readonly #removeAll: Statement<[]>;

  constructor(database: Database) {
    this.#get = retain(database.prepare("SELECT value FROM state WHERE name = ?"));
    this.#put = retain(database.prepare("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)"));
    this.#remove = retain(database.prepare("DELETE FROM state WHERE name = ?"));
    this.#removeAll = retain(database.prepare("DELETE FROM state"));
  }

  get<Name extends keyof PeerState>(name: Name): PeerState[Name] | undefined {
    const row = this.#get.get(name);
    return row ? (JSON.parse(row.value) as PeerState[Name]) : undefined;
  }

  put<Name extends keyof PeerState>(name: Name, value: PeerState[Name]): void {
    this.#put.run(name, JSON.stringify(value));
  }

  remove(name: keyof PeerState): void {
    this.#remove.run(name);
  }

  /** Forgets every fact but those named. */
  keepOnly(names: readonly (keyof PeerState)[]): void {
    const kept = names.map((name) => [name, this.get(name)] as const);
    this.#removeAll.run();
    for (const [name, value] of kept) if (value !== undefined) this.put(name, value);
  }
}
