import { EventEmitter } from "node:events";
import * as fc from "fast-check";
import type { SFTPWrapper } from "ssh2";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Device } from "../../../../emulator/peer/device.ts";
import { virtualFiles } from "../../../../emulator/peer/maintenance/files/file-table.ts";
import type { RequestEntry } from "../../../../emulator/peer/core/journal.ts";
import { SftpServer } from "../../../../emulator/surfaces/shell/sftp/sftp-server.ts";
import { simulatedDevice } from "../documents/simulated-device.ts";

const [OK, EOF, NO_SUCH_FILE, PERMISSION_DENIED, FAILURE] = [0, 1, 2, 3, 4];
const [READ, WRITE, CREATE, TRUNCATE] = [1, 2, 8, 16];
const KEY = "/tmp/release-key";

interface Reply {
  readonly kind: "status" | "handle" | "data" | "name" | "attrs";
  readonly value: unknown;
}

/** The side of the client: what it asks for, and what it is told. */
class Client extends EventEmitter {
  readonly replies = new Map<number, Reply>();
  #requests = 0;

  ask(request: string, ...args: readonly unknown[]): number {
    this.emit(request, ++this.#requests, ...args);
    return this.#requests;
  }

  /** Resolves when the answer is there: taking a file over may need a while. */
  async told(request: string, ...args: readonly unknown[]): Promise<unknown> {
    const id = this.ask(request, ...args);
    return (await vi.waitUntil(() => this.replies.get(id))).value;
  }

  readonly status = (id: number, code: number): void => this.#reply(id, "status", code);
  readonly handle = (id: number, handle: Buffer): void => this.#reply(id, "handle", handle);
  readonly data = (id: number, data: Buffer): void => this.#reply(id, "data", data);
  readonly name = (id: number, names: readonly unknown[]): void => this.#reply(id, "name", names);
  readonly attrs = (id: number, attributes: unknown): void => this.#reply(id, "attrs", attributes);

  #reply(id: number, kind: Reply["kind"], value: unknown): void {
    if (this.replies.has(id)) throw new Error(`request ${id} is answered twice`);
    this.replies.set(id, { kind, value });
  }
}

let device: Device;
let powerOff: () => Promise<void>;
let client: Client;

beforeAll(async () => {
  ({ device, powerOff } = await simulatedDevice());
});
afterAll(() => powerOff());
beforeEach(() => {
  client = serve();
});

function serve(): Client {
  const served = new Client();
  new SftpServer(device, { user: "root" }, served as unknown as SFTPWrapper).serve(() => {});
  return served;
}

test("what is written counts when the file is closed, and only then", async () => {
  const handle = await client.told("OPEN", KEY, WRITE | CREATE | TRUNCATE, {});
  expect(await client.told("WRITE", handle, 2, Buffer.from("cd"))).toBe(OK);
  expect(await client.told("WRITE", handle, 0, Buffer.from("ab"))).toBe(OK);
  expect(device.files.read(KEY)?.toString()).toBe("");
  expect(await client.told("FSTAT", handle)).toMatchObject({ size: 4 });
  expect(await client.told("FSETSTAT", handle, { size: 3 })).toBe(OK);
  expect(await client.told("CLOSE", handle)).toBe(OK);
  expect(device.files.read(KEY)?.toString()).toBe("abc");
  expect(await client.told("CLOSE", handle)).toBe(FAILURE);
});

test("a file that grows too large is not taken over in part", async () => {
  const before = device.files.read(KEY);
  const handle = await client.told("OPEN", KEY, WRITE | TRUNCATE, {});
  expect(await client.told("WRITE", handle, 0, Buffer.from("part"))).toBe(OK);
  expect(await client.told("WRITE", handle, 2 ** 40, Buffer.from("x"))).toBe(FAILURE);
  expect(await client.told("FSETSTAT", handle, { size: 2 ** 40 })).toBe(FAILURE);
  expect(await client.told("CLOSE", handle)).toBe(FAILURE);
  expect(device.files.read(KEY)).toEqual(before);
});

test("a file that is open for reading is not written", async () => {
  const handle = await client.told("OPEN", KEY, READ, {});
  expect(await client.told("WRITE", handle, 0, Buffer.from("x"))).toBe(FAILURE);
  expect(await client.told("READ", handle, 1000, 10)).toBe(EOF);
  expect(await client.told("OPEN", "/nowhere", READ, {})).toBe(NO_SUCH_FILE);
  expect(await client.told("OPEN", "/nowhere", WRITE | CREATE, {})).toBe(PERMISSION_DENIED);
  expect(await client.told("OPEN", "/tmp", READ, {})).toBe(FAILURE);
});

test("a client keeps so many files open and no more", async () => {
  const opened = [];
  for (let count = 0; count < 65; count++) opened.push(await client.told("OPENDIR", "/"));
  expect(opened.map((handle) => Buffer.isBuffer(handle))).toEqual([...Array<boolean>(64).fill(true), false]);
});

test("the journal has each path that was asked for, and what became of it", async () => {
  const journal = vi.fn();
  const told = new Client();
  const sftp = told as unknown as SFTPWrapper;
  new SftpServer({ ...device, journal }, { user: "root" }, sftp).serve(() => {});
  await told.told("STAT", "../etc/hostname");
  await told.told("LSTAT", "/etc/passwd");
  await told.told("OPENDIR", ".");
  await told.told("CLOSE", await told.told("OPEN", "/etc/hostname", READ, {}));
  await told.told("OPEN", "/etc/shadow", READ, {});
  await told.told("OPEN", "/etc/hostname", WRITE, {});
  const key = await told.told("OPEN", KEY, WRITE | TRUNCATE, {});
  await told.told("WRITE", key, 0, Buffer.from("the content"));
  await told.told("CLOSE", key);
  const certificate = await told.told("OPEN", "/tandberg/persistent/certs/ca.pem", WRITE | TRUNCATE, {});
  await told.told("WRITE", certificate, 0, Buffer.from("the content"));
  await told.told("CLOSE", certificate);
  const entries = journal.mock.calls.map(([entry]) => entry as RequestEntry);
  expect(entries.map(({ what, answer, ok }) => [what, answer, ok])).toEqual([
    ["stat /etc/hostname", "OK", true],
    ["stat /etc/passwd", "no such file or directory", false],
    ["list /root", "OK", true],
    ["get /etc/hostname", "OK", true],
    ["get /etc/shadow", "no such file or directory", false],
    ["put /etc/hostname", "/etc/hostname cannot be written", false],
    ["put /tmp/release-key", "OK", true],
    ["put /tandberg/persistent/certs/ca.pem", expect.any(String), false],
  ]);
  expect(entries.every(({ surface, account }) => surface === "files" && account === "root")).toBe(true);
  expect(JSON.stringify(entries)).not.toContain("the content");
});

const paths = fc
  .array(fc.oneof(fc.constantFrom("..", ".", "", "tmp", "etc", "hostname", "passwd", "root"), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => parts.join("/"));
const handles = fc.oneof(
  fc.integer({ min: 0, max: 8 }).map((n) => Buffer.from(String(n))),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);
const size = fc.oneof(fc.nat(), fc.maxSafeNat());
const requests = fc.oneof(
  fc.tuple(
    fc.constantFrom("REALPATH", "STAT", "LSTAT", "OPENDIR", "REMOVE", "RMDIR", "MKDIR", "SETSTAT", "RENAME"),
    paths,
    paths,
  ),
  fc.tuple(fc.constant("OPEN"), paths, fc.integer({ min: 0, max: 63 })),
  fc.tuple(fc.constantFrom("READDIR", "FSTAT"), handles),
  fc.tuple(fc.constant("CLOSE"), handles),
  fc.tuple(fc.constant("READ"), handles, size, size),
  fc.tuple(fc.constant("FSETSTAT"), handles, fc.record({ size })),
);

test("whatever is asked, each request has one answer, of the files of the table, and they stay as they are", async () => {
  const contents = (): unknown => virtualFiles.map(({ path, write }) => write && device.files.read(path));
  const before = contents();
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { maxLength: 20 }), async (asked) => {
      const each = serve();
      const ids = asked.map(([request, ...args]) => each.ask(request, ...args));
      await expect.poll(() => each.replies.size).toBe(ids.length);
      const read = [...each.replies.values()].flatMap(({ kind, value }) => (kind === "data" ? [value as Buffer] : []));
      const known = virtualFiles.flatMap(({ path }) => device.files.read(path) ?? []);
      expect(read.filter((part) => !known.some((bytes) => bytes.includes(part)))).toEqual([]);
    }),
  );
  expect(contents()).toEqual(before);
});
