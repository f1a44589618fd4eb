import type { Clock } from "../../../world/clock.ts";
import type { Instant } from "../../../world/duration.ts";
import type { Actor } from "../../core/actor.ts";
import { virtualFiles } from "./file-table.ts";
import { nameOf, parentOf, ROOT } from "./resolve-path.ts";
import type { FileOwners, TemporaryFiles, VirtualFile, WriteVerdict } from "./virtual-file.ts";

/** The directory that root starts in. */
export const HOME = "/root";

const EMPTY_DIRECTORIES = [HOME];

/** What is known of a file or directory without reading it. */
export interface Entry {
  readonly kind: "file" | "directory";
  /** Absolute and resolved. */
  readonly path: string;
  readonly name: string;
  readonly permissions: number;
  readonly sizeBytes: number;
  readonly modified: Instant;
}

/** The files of a peer as root sees them. They lie in the table alone: no path leads to the machine's own. */
export class VirtualFiles {
  readonly #files = new Map(virtualFiles.map((file) => [file.path, file]));
  readonly #directories = directoriesOf([...virtualFiles.map(({ path }) => parentOf(path)), ...EMPTY_DIRECTORIES]);
  readonly #temporary: TemporaryFiles = new Map();
  readonly #modified = new Map<string, Instant>();
  readonly #startedAt: Instant;

  constructor(
    private readonly owners: FileOwners,
    private readonly clock: Clock,
  ) {
    this.#startedAt = clock.now();
  }

  /** Paths here and below are resolved ones. */
  entry(path: string): Entry | undefined {
    const file = this.#files.get(path);
    const common = { path, name: nameOf(path), modified: this.#modified.get(path) ?? this.#startedAt };
    if (file) return { ...common, kind: "file", permissions: file.permissions, sizeBytes: this.#bytes(file).length };
    if (!this.#directories.has(path)) return undefined;
    return { ...common, kind: "directory", permissions: 0o755, sizeBytes: DIRECTORY_BYTES };
  }

  /** What lies in a directory, by name; undefined when there is no such directory. */
  list(path: string): readonly Entry[] | undefined {
    if (!this.#directories.has(path)) return undefined;
    const within = [...this.#files.keys(), ...this.#directories].filter(
      (each) => each !== ROOT && parentOf(each) === path,
    );
    return within.toSorted().flatMap((each) => this.entry(each) ?? []);
  }

  /** Undefined when there is no such file. */
  read(path: string): Buffer | undefined {
    const file = this.#files.get(path);
    return file && this.#bytes(file);
  }

  /** Tells of each line that a file grows by. @returns what ends that */
  follow(path: string, onLine: (line: string) => void): () => void {
    return this.#files.get(path)?.follow?.(this.owners, onLine) ?? (() => {});
  }

  /** What all files take together. */
  get sizeBytes(): number {
    return [...this.#files.values()].reduce((sum, file) => sum + this.#bytes(file).length, 0);
  }

  isWritable(path: string): boolean {
    return this.#files.get(path)?.write !== undefined;
  }

  /** Replaces a file by another content, whole. The Event Log tells what came of it. */
  async write(path: string, bytes: Uint8Array, actor: Actor): Promise<WriteVerdict> {
    const write = this.#files.get(path)?.write;
    if (!write) return { ok: false, reason: `${path} cannot be written` };
    const verdict = await write({ bytes, actor, owners: this.owners, temporary: this.#temporary });
    if (verdict.ok) this.#modified.set(path, this.clock.now());
    this.owners.log.event("ssh", verdict.ok ? "File Written" : "File Refused", {
      User: actor.user,
      "Src-ip": actor.source?.address,
      "Src-port": actor.source?.port,
      Detail: `${path}: ${verdict.ok ? verdict.detail : verdict.reason}`,
    });
    return verdict;
  }

  #bytes(file: VirtualFile): Buffer {
    return Buffer.from(file.read(this.owners, this.#temporary));
  }
}

/** As a file system shows them. */
const DIRECTORY_BYTES = 4096;

/** Directories and all that they lie in. */
function directoriesOf(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set([ROOT]);
  for (let path of paths) for (; path !== ROOT; path = parentOf(path)) all.add(path);
  return all;
}
