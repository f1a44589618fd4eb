import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decrypt, encrypt } from "../../protocol/archive/openssl-encryption.ts";
import { readTar, writeTar } from "../../protocol/archive/tar.ts";
import { MalformedMessage } from "../../protocol/malformed.ts";
import { needs, run } from "./program.ts";
import { temporaryDirectory } from "./xtwin.ts";

needs("tar");
needs("openssl");

const files = [
  { name: "empty", bytes: new Uint8Array() },
  { name: "text.txt", bytes: Buffer.from("a text\n".repeat(200)) },
  { name: "block", bytes: Uint8Array.from({ length: 512 }, (_, at) => at % 256) },
  { name: `${"long".repeat(20)}.bin`, bytes: Uint8Array.from([0, 255, 10, 13]) },
];

const plain = (members: readonly { name: string; bytes: Uint8Array }[]): unknown =>
  members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("hex")]);

describe("tar", () => {
  test("extracts what is written here, byte for byte", async () => {
    const directory = temporaryDirectory();
    const archive = join(directory, "a.tar");
    writeFileSync(archive, writeTar(files, Date.UTC(2013, 11, 9, 10) / 1000));
    const listed = await run("tar", ["--utc", "-tvf", archive]);
    expect(listed).toMatchObject({ code: 0, stderr: "" });
    expect(listed.stdout).toMatch(/^-rw------- 0\/0 +1400 2013-12-09 10:00 text\.txt$/m);
    expect((await run("tar", ["-xf", archive, "-C", directory])).code).toBe(0);
    for (const { name, bytes } of files) expect(Buffer.compare(readFileSync(join(directory, name)), bytes)).toBe(0);
  });

  test.each(["gnu", "posix"])("writes in its format %s a name that is refused here, not cut", async (format) => {
    const directory = temporaryDirectory();
    const name = "long".repeat(40);
    writeFileSync(join(directory, name), "");
    const archive = join(directory, "c.tar");
    expect(await run("tar", [`--format=${format}`, "-cf", archive, "-C", directory, name])).toMatchObject({ code: 0 });
    expect(() => readTar(readFileSync(archive))).toThrow(MalformedMessage);
  });

  /** An archive of a folder with the files, made by tar. */
  async function made(format: string): Promise<Uint8Array> {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, "folder"));
    for (const { name, bytes } of files) writeFileSync(join(directory, "folder", name), bytes);
    const archive = join(directory, "b.tar");
    const words = [`--format=${format}`, "--sort=name", "-cf", archive, "-C", directory, "folder"];
    expect(await run("tar", words)).toMatchObject({ code: 0 });
    return readFileSync(archive);
  }

  test.each(["gnu", "ustar", "posix"])("writes in its format %s what is read here", async (format) => {
    const inFolder = files.map(({ name, bytes }) => ({ name: `folder/${name}`, bytes }));
    expect(plain(readTar(await made(format)))).toEqual(plain(inFolder.toSorted((a, b) => (a.name < b.name ? -1 : 1))));
  });

  test("writes in its form of 1979 what is refused: that has no mark by which it could be told from other bytes", async () => {
    const archive = await made("v7");
    expect(() => readTar(archive)).toThrow("not that of a tar archive");
  });
});

describe("openssl enc", () => {
  const words = ["enc", "-aes-256-cbc", "-pbkdf2", "-pass", "pass:sécret word"];

  test("opens what is encrypted here", async () => {
    const directory = temporaryDirectory();
    const [from, to] = [join(directory, "a.enc"), join(directory, "a")];
    const content = Buffer.from("a text of some length\n".repeat(99));
    writeFileSync(from, await encrypt(content, "sécret word", Uint8Array.from([8, 7, 6, 5, 4, 3, 2, 1])));
    expect(await run("openssl", [...words, "-d", "-in", from, "-out", to])).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(to).equals(content)).toBe(true);
  });

  test("encrypts what is opened here", async () => {
    const directory = temporaryDirectory();
    const [from, to] = [join(directory, "b"), join(directory, "b.enc")];
    writeFileSync(from, "another text\n");
    expect((await run("openssl", [...words, "-in", from, "-out", to])).code).toBe(0);
    expect(Buffer.from(await decrypt(readFileSync(to), "sécret word")).toString()).toBe("another text\n");
  });
});
