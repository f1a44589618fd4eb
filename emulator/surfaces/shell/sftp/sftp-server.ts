import ssh2, { type Attributes, type SFTPWrapper } from "ssh2";
import type { Actor } from "../../../peer/core/actor.ts";
import type { Device } from "../../../peer/device.ts";
import { resolvePath } from "../../../peer/maintenance/files/resolve-path.ts";
import { type Entry, HOME } from "../../../peer/maintenance/files/virtual-files.ts";
import { journalFile } from "../file-journal.ts";
import { longListing } from "../long-listing.ts";
import { UPLOAD_LIMIT_BYTES } from "../upload-limit.ts";
import { endWithStatus } from "./end-with-status.ts";
import { OpenFile } from "./open-file.ts";

const { OPEN_MODE: mode, STATUS_CODE: code } = ssh2.utils.sftp;

const LARGEST_READ_BYTES = 32 * 1024;
const MOST_HANDLES = 64;

const NOTHING_THERE = "no such file or directory";

const DIRECTORY_TYPE = 0o040_000;
const FILE_TYPE = 0o100_000;

/** A directory that a client lists: all of it at once, then the end. */
interface OpenDirectory {
  entries: readonly Entry[];
}

/** What clients ask for that a tree of fixed files does not have. */
const unimplementedRequests = ["SETSTAT", "REMOVE", "MKDIR", "RMDIR", "RENAME", "READLINK", "SYMLINK"];

/** The SFTP server of root (draft-ietf-secsh-filexfer-02), for the virtual files of a peer alone. `scp` uses it as well. */
export class SftpServer {
  readonly #open = new Map<string, OpenFile | OpenDirectory>();
  #handles = 0;

  constructor(
    private readonly device: Device,
    private readonly actor: Actor,
    private readonly sftp: SFTPWrapper,
  ) {}

  /** @param onRequest called whenever the client asks for something */
  serve(onRequest: () => void): void {
    const { sftp, device } = this;
    // The types of ssh2 name each request apart, with the same meaning.
    const serve = (name: string, request: (id: number, ...args: never[]) => void | Promise<void>) =>
      sftp.on(name as "REMOVE", (id: number, ...args: unknown[]) => {
        onRequest();
        void this.#attempt(id, () => request(id, ...(args as never[])));
      });
    serve("REALPATH", (id, path: string) => this.#realPath(id, path));
    serve("STAT", (id, path: string) => this.#stat(id, path));
    serve("LSTAT", (id, path: string) => this.#stat(id, path));
    serve("OPENDIR", (id, path: string) => this.#openDirectory(id, path));
    serve("READDIR", (id, handle: Buffer) => this.#readDirectory(id, handle));
    serve("OPEN", (id, path: string, flags: number) => this.#openFile(id, path, flags));
    serve("READ", (id, handle: Buffer, at: number, length: number) => this.#read(id, handle, at, length));
    serve("WRITE", (id, handle: Buffer, at: number, data: Buffer) => this.#write(id, handle, at, data));
    serve("FSTAT", (id, handle: Buffer) => this.#statHandle(id, handle));
    serve("FSETSTAT", (id, handle: Buffer, attributes: Attributes) => this.#setHandle(id, handle, attributes));
    serve("CLOSE", (id, handle: Buffer) => this.#close(id, handle));
    for (const name of unimplementedRequests)
      serve(name, (id) => sftp.status(id, code.OP_UNSUPPORTED, device.unimplemented.note(`SFTP ${name}`)));
    sftp.on("end", () => endWithStatus(sftp, 0));
    sftp.on("error", () => {});
  }

  /** A peer that goes down in the middle of a request has no store any more. */
  async #attempt(id: number, request: () => void | Promise<void>): Promise<void> {
    try {
      await request();
    } catch (error) {
      this.sftp.status(
        id,
        code.FAILURE,
        `The emulator failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  #realPath(id: number, path: string): void {
    const filename = resolvePath(HOME, path);
    this.sftp.name(id, [{ filename, longname: filename, attrs: NO_ATTRIBUTES }]);
  }

  #stat(id: number, path: string): void {
    const entry = this.#entry(path);
    this.#journal("stat", path, entry ? undefined : NOTHING_THERE);
    if (entry) this.sftp.attrs(id, attributesOf(entry));
    else this.sftp.status(id, code.NO_SUCH_FILE);
  }

  #statHandle(id: number, handle: Buffer): void {
    const file = this.#open.get(handle.toString("latin1"));
    const entry = file instanceof OpenFile ? this.#entry(file.path) : undefined;
    if (!(file instanceof OpenFile) || !entry) this.sftp.status(id, code.FAILURE);
    else this.sftp.attrs(id, attributesOf({ ...entry, sizeBytes: file.bytes.length }));
  }

  /** Clients follow what they write by its mode and times: here the mode is that of the table, the time that of the peer. */
  #setHandle(id: number, handle: Buffer, { size }: Partial<Attributes>): void {
    const file = this.#open.get(handle.toString("latin1"));
    const done = file instanceof OpenFile && file.writable && (size === undefined || file.truncate(size));
    this.sftp.status(id, done ? code.OK : code.FAILURE);
  }

  #openDirectory(id: number, path: string): void {
    const entries = this.device.files.list(resolvePath(HOME, path));
    this.#journal("list", path, entries ? undefined : "no such directory");
    if (entries) this.#hold(id, { entries });
    else this.sftp.status(id, code.NO_SUCH_FILE);
  }

  #readDirectory(id: number, handle: Buffer): void {
    const directory = this.#open.get(handle.toString("latin1"));
    if (!directory || directory instanceof OpenFile) return this.sftp.status(id, code.FAILURE);
    const { entries } = directory;
    directory.entries = [];
    if (entries.length === 0) return this.sftp.status(id, code.EOF);
    const now = this.device.clock.now();
    this.sftp.name(
      id,
      entries.map((entry) => ({
        filename: entry.name,
        longname: longListing(entry, now),
        attrs: attributesOf(entry),
      })),
    );
  }

  #openFile(id: number, given: string, flags: number): void {
    const { files } = this.device;
    const path = resolvePath(HOME, given);
    const writes = (flags & (mode.WRITE | mode.APPEND)) !== 0;
    const entry = files.entry(path);
    const refuse = (status: number, reason: string, told?: string): void => {
      this.#journal(writes ? "put" : "get", path, reason);
      this.sftp.status(id, status, told);
    };
    if (entry?.kind === "directory") return refuse(code.FAILURE, "it is a directory");
    if (entry && (flags & mode.EXCL) !== 0) return refuse(code.FAILURE, "it is there already");
    // There is no place for another file than those of the table.
    if (writes && !files.isWritable(path)) {
      const reason = `${path} cannot be written`;
      return refuse(code.PERMISSION_DENIED, reason, reason);
    }
    const content = files.read(path);
    if (!content) return refuse(code.NO_SUCH_FILE, NOTHING_THERE);
    if (!writes) this.#journal("get", path);
    this.#hold(id, new OpenFile(path, writes, content, { empty: writes && (flags & mode.TRUNC) !== 0 }));
  }

  #read(id: number, handle: Buffer, offset: number, length: number): void {
    const file = this.#open.get(handle.toString("latin1"));
    if (!(file instanceof OpenFile)) return this.sftp.status(id, code.FAILURE);
    const part = file.read(offset, Math.min(length, LARGEST_READ_BYTES));
    if (part) this.sftp.data(id, part);
    else this.sftp.status(id, code.EOF);
  }

  #write(id: number, handle: Buffer, offset: number, data: Buffer): void {
    const file = this.#open.get(handle.toString("latin1"));
    const done = file instanceof OpenFile && file.writable && file.write(offset, data, UPLOAD_LIMIT_BYTES);
    this.sftp.status(id, done ? code.OK : code.FAILURE);
  }

  /** A file that was written is taken over now, as a whole, or refused as a whole. */
  async #close(id: number, handle: Buffer): Promise<void> {
    const key = handle.toString("latin1");
    const file = this.#open.get(key);
    this.#open.delete(key);
    if (!file) return this.sftp.status(id, code.FAILURE);
    if (!(file instanceof OpenFile)) return this.sftp.status(id, code.OK);
    if (file.incomplete) {
      this.#journal("put", file.path, "it is too large");
      return this.sftp.status(id, code.FAILURE);
    }
    if (!file.changed) return this.sftp.status(id, code.OK);
    const verdict = await this.device.files.write(file.path, file.bytes, this.actor);
    this.#journal("put", file.path, verdict.ok ? undefined : verdict.reason);
    if (verdict.ok) this.sftp.status(id, code.OK);
    else this.sftp.status(id, code.FAILURE, verdict.reason);
  }

  #hold(id: number, open: OpenFile | OpenDirectory): void {
    if (this.#open.size >= MOST_HANDLES) return this.sftp.status(id, code.FAILURE, "too many open files");
    const key = String(++this.#handles);
    this.#open.set(key, open);
    this.sftp.handle(id, Buffer.from(key, "latin1"));
  }

  #journal(verb: "get" | "put" | "list" | "stat", path: string, reason?: string): void {
    journalFile(this.device, this.actor, verb, resolvePath(HOME, path), reason);
  }

  #entry(path: string): Entry | undefined {
    return this.device.files.entry(resolvePath(HOME, path));
  }
}

const NO_ATTRIBUTES: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function attributesOf({ kind, permissions, sizeBytes, modified }: Entry): Attributes {
  const seconds = Math.floor(modified / 1000);
  const type = kind === "directory" ? DIRECTORY_TYPE : FILE_TYPE;
  return { mode: type | permissions, uid: 0, gid: 0, size: sizeBytes, atime: seconds, mtime: seconds };
}
