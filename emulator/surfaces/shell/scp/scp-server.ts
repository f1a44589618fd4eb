import type { ServerChannel } from "ssh2";
import type { Actor } from "../../../peer/core/actor.ts";
import type { Device } from "../../../peer/device.ts";
import { nameOf, resolvePath } from "../../../peer/maintenance/files/resolve-path.ts";
import { HOME } from "../../../peer/maintenance/files/virtual-files.ts";
import { journalFile } from "../file-journal.ts";
import { UPLOAD_LIMIT_BYTES } from "../upload-limit.ts";
import { ByteReader } from "./byte-reader.ts";
import type { ScpRequest } from "./scp-request.ts";

const DONE = "\0";
const LONGEST_LINE_BYTES = 8192;

/** The other side has gone, or says what nobody of this protocol says. */
class Broken extends Error {}

/**
 * The old protocol of `scp`, which clients speak with `-O` and those before OpenSSH 9 always do, for the virtual files of a
 * peer alone. What is said of it is in no standard: OpenSSH's own source.
 */
export class ScpServer {
  readonly #reader: ByteReader;
  #status = 0;

  constructor(
    private readonly device: Device,
    private readonly actor: Actor,
    private readonly channel: ServerChannel,
  ) {
    this.#reader = new ByteReader(channel.iterator({ destroyOnReturn: false }));
    // A channel that breaks ends the reading; there is nobody to tell.
    channel.on("error", () => {});
  }

  async serve(request: ScpRequest): Promise<void> {
    try {
      if (request.kind === "take") await this.#take(request);
      else await this.#give(request);
    } catch (error) {
      // A peer that goes down in the middle of it has no store any more.
      this.#fail(error instanceof Error ? error.message : String(error));
    }
    this.channel.exit(this.#status);
    this.channel.end();
  }

  /** Each file has a line `C0644 12 name`; the client waits for an answer to it, and to the content. */
  async #take({ paths: [target = ""], intoDirectory }: ScpRequest): Promise<void> {
    const directory = resolvePath(HOME, target);
    const isDirectory = this.device.files.entry(directory)?.kind === "directory";
    if (intoDirectory && !isDirectory) return this.#fail(`${target}: Not a directory`);
    this.#say(DONE);
    for (;;) {
      const line = await this.#reader.line(LONGEST_LINE_BYTES);
      if (line === undefined) return;
      if (/^T\d+ \d+ \d+ \d+$/.test(line)) {
        // The time of a file is that of the peer.
        this.#say(DONE);
        continue;
      }
      const [, size = "", name = ""] = /^C[0-7]{4} (\d{1,15}) ([^/]+)$/.exec(line) ?? [];
      if (/^[\x01\x02]/.test(line)) this.#status = 1;
      else if (name === "" || name === "." || name === "..") return this.#refuse(line);
      else await this.#takeFile(isDirectory ? resolvePath(directory, name) : directory, Number(size));
    }
  }

  #refuse(line: string): void {
    if (!line.startsWith("D")) return this.#fail("protocol error");
    this.#fail(this.device.unimplemented.note("scp of a directory"));
  }

  async #takeFile(path: string, sizeBytes: number): Promise<void> {
    const refused = this.#refusal(path, sizeBytes);
    if (refused !== undefined) {
      journalFile(this.device, this.actor, "put", path, refused);
      return this.#fail(`${path}: ${refused}`);
    }
    this.#say(DONE);
    const content = await this.#reader.bytes(sizeBytes);
    if (!content || (await this.#reader.bytes(1))?.[0] !== 0) throw new Broken(`${path}: the content is incomplete`);
    const verdict = await this.device.files.write(path, content, this.actor);
    journalFile(this.device, this.actor, "put", path, verdict.ok ? undefined : verdict.reason);
    if (verdict.ok) this.#say(DONE);
    else this.#fail(`${path}: ${verdict.reason}`);
  }

  #refusal(path: string, sizeBytes: number): string | undefined {
    if (!this.device.files.isWritable(path)) return "Permission denied";
    return sizeBytes > UPLOAD_LIMIT_BYTES ? "File too large" : undefined;
  }

  /** The client says when it is there, and answers each line and each content. */
  async #give({ paths, withTimes }: ScpRequest): Promise<void> {
    await this.#answered();
    for (const path of paths) await this.#giveFile(path, withTimes);
  }

  async #giveFile(given: string, withTimes: boolean): Promise<void> {
    const path = resolvePath(HOME, given);
    const { files } = this.device;
    const entry = files.entry(path);
    const content = files.read(path);
    if (!entry || !content) {
      const reason = entry ? "not a regular file" : "No such file or directory";
      journalFile(this.device, this.actor, "get", path, reason);
      return this.#fail(`${given}: ${reason}`);
    }
    journalFile(this.device, this.actor, "get", path);
    const seconds = Math.floor(entry.modified / 1000);
    if (withTimes && !(await this.#send(`T${seconds} 0 ${seconds} 0\n`))) return;
    const permissions = entry.permissions.toString(8).padStart(4, "0");
    if (!(await this.#send(`C${permissions} ${content.length} ${nameOf(path)}\n`))) return;
    this.channel.write(content);
    await this.#send(DONE);
  }

  /** @returns false when the client does not want what was told */
  #send(text: string): Promise<boolean> {
    this.#say(text);
    return this.#answered();
  }

  async #answered(): Promise<boolean> {
    const [answer] = (await this.#reader.bytes(1)) ?? [];
    if (answer === 0) return true;
    const reason = answer === undefined ? undefined : await this.#reader.line(LONGEST_LINE_BYTES);
    if (answer !== 1) throw new Broken(reason ?? "the client has gone");
    this.#status = 1;
    return false;
  }

  #say(text: string): void {
    this.channel.write(text);
  }

  #fail(reason: string): void {
    this.#status = 1;
    this.#say(`\x01scp: ${reason.replaceAll("\n", " ")}\n`);
  }
}
