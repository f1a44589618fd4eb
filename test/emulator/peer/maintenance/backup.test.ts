import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Backup } from "../../../../emulator/peer/maintenance/backup/backup.ts";
import { backupFileName } from "../../../../emulator/peer/maintenance/backup/backup.ts";
import { readBackup } from "../../../../emulator/peer/maintenance/backup/read-backup.ts";
import { writeBackup } from "../../../../emulator/peer/maintenance/backup/write-backup.ts";
import { packArchive, unpackArchive } from "../../../../emulator/peer/core/archive.ts";
import { runs } from "../../../runs.ts";

const backup: Backup = {
  origin: {
    softwareVersion: "X8.1",
    serialNumber: "0A1B2C3D",
    product: "expressway-e",
    created: "2013-12-09T10:00:00.000Z",
  },
  contents: {
    configuration: { "Bandwidth Default": "512", "SystemUnit Name": "expe1", "Zones Zone 1 Name": "Office" },
    cluster: { "Alternates Cluster Name": "cluster.example.com" },
    accounts: [{ name: "admin", passwordHash: "scrypt$2048,2$c2FsdA==$a2V5" }],
    certificate: { certificate: "-----BEGIN CERTIFICATE-----\n", key: "-----BEGIN PRIVATE KEY-----\n" },
  },
};

const encryption = { password: "secret", salt: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]) };

let plain: Uint8Array;
let encrypted: Uint8Array;

beforeAll(async () => {
  plain = await writeBackup(backup);
  encrypted = await writeBackup(backup, encryption);
});

const flipped = (file: Uint8Array, at: number, bit: number): Uint8Array => {
  const changed = Uint8Array.from(file);
  const place = at % file.byteLength;
  changed[place] = (changed[place] ?? 0) ^ (1 << bit);
  return changed;
};

describe("a backup file", () => {
  it("G3.2 is read as it was written, encrypted or not", async () => {
    expect(await readBackup(plain, "")).toEqual({ ok: true, backup });
    expect(await readBackup(encrypted, "secret")).toEqual({ ok: true, backup });
    // Nobody is told off for a password too many.
    expect(await readBackup(plain, "secret")).toEqual({ ok: true, backup });
  });

  it("holds whatever a peer may hold", async () => {
    const name = fc.string({ minLength: 1, maxLength: 50, unit: "grapheme-ascii" });
    await fc.assert(
      fc.asyncProperty(name, fc.option(fc.string({ minLength: 1 }), { nil: undefined }), async (text, password) => {
        const other = {
          ...backup,
          contents: { ...backup.contents, configuration: { "SystemUnit Name": text }, certificate: undefined },
        };
        const file = await writeBackup(other, password === undefined ? undefined : { ...encryption, password });
        expect(await readBackup(file, password ?? "")).toEqual({ ok: true, backup: other });
      }),
      runs(40),
    );
  });

  it("with a bit flipped is refused, or holds what it held: some bits of gzip mean nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (at, bit) => {
        const verdict = await readBackup(flipped(plain, at, bit), "");
        // Two bytes say that it is gzip's.
        const problem = at % plain.byteLength < 2 ? "no backup" : "changed";
        expect(verdict).toMatchObject(verdict.ok ? { backup } : { problem });
      }),
      runs(400),
    );
  });

  it("with a byte of what it packs changed is always refused", async () => {
    const files = await unpackArchive(plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(files.length - 1), fc.nat(), fc.nat(7), async (which, at, bit) => {
        const changed = files.map((file, place) =>
          place === which ? { name: file.name, bytes: flipped(file.bytes, at, bit) } : file,
        );
        const verdict = await readBackup(await packArchive(changed, 0), "");
        const manifest = files[which]?.name === "manifest.json";
        // Blanks between the words of the manifest, and what it says of the origin, are its own.
        const refused = { ok: false, problem: expect.stringMatching(manifest ? /./ : /^changed$/) as string };
        const { contents } = backup;
        expect(verdict).toMatchObject(verdict.ok && manifest ? { backup: { contents } } : refused);
      }),
      runs(300),
    );
  });

  it("that is encrypted and has a bit flipped is refused as one with a wrong password", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (at, bit) => {
        const verdict = await readBackup(flipped(encrypted, at, bit), "secret");
        expect(verdict).toMatchObject({
          ok: false,
          problem: at % encrypted.byteLength < 8 ? "no backup" : "password wrong, or changed",
        });
      }),
      runs(150),
    );
  });

  it("that is cut is refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (cut) => {
        const length = cut % plain.byteLength;
        expect(await readBackup(plain.subarray(0, length), "")).toMatchObject({
          ok: false,
          problem: length < 2 ? "no backup" : "changed",
        });
        const shorter = cut % encrypted.byteLength;
        expect(await readBackup(encrypted.subarray(0, shorter), "secret")).toMatchObject({
          ok: false,
          problem: shorter < 8 ? "no backup" : "password wrong, or changed",
        });
      }),
      runs(150),
    );
  });

  it("with something behind its end is refused", async () => {
    expect(await readBackup(Buffer.concat([plain, Buffer.from("more")]), "")).toMatchObject({ problem: "changed" });
  });

  it("needs its password", async () => {
    expect(await readBackup(encrypted, "")).toMatchObject({ problem: "password missing" });
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (guess) => {
        fc.pre(guess !== "secret");
        expect(await readBackup(encrypted, guess)).toMatchObject({ problem: "password wrong, or changed" });
      }),
      runs(50),
    );
  });

  it("is told from any other file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        fc.pre(bytes[0] !== 0x1f || bytes[1] !== 0x8b);
        expect(await readBackup(bytes, "")).toMatchObject({ ok: false, problem: "no backup" });
      }),
    );
    const other = await packArchive([{ name: "image.json", bytes: Buffer.from("{}") }], 0);
    expect(await readBackup(other, "")).toMatchObject({ problem: "no backup" });
  });

  it.each([
    ["an item that is none", { configuration: { "No Such Item": "1" } }, /"No Such Item" is not an item/],
    [
      "a value that is not allowed",
      { configuration: { "Bandwidth Default": "5" } },
      /Bandwidth Default: .*64 to 65535/,
    ],
    [
      "a cluster setting in the wrong place",
      { configuration: { "Alternates Cluster Name": "x" } },
      /does not belong|belongs there/,
    ],
    ["an account that is none", { accounts: [{ name: 1 }] }, /accounts/],
  ])("made by somebody else with %s is refused", async (_what, contents, reason) => {
    const forged = { ...backup, contents: { ...backup.contents, ...contents } } as unknown as Backup;
    expect(await readBackup(await writeBackup(forged), "")).toMatchObject({
      ok: false,
      problem: "changed",
      reason: expect.stringMatching(reason) as string,
    });
  });

  it("is not unpacked beyond what a backup can be", async () => {
    const bomb = await packArchive([{ name: "manifest.json", bytes: new Uint8Array(70 * 1024 * 1024) }], 0);
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await readBackup(bomb, "")).toMatchObject({
      problem: "no backup",
      reason: expect.stringContaining("64 MB") as string,
    });
  });

  it("has the product's name", () => {
    const identity = {
      serialNumber: "0A1B2C3D",
      softwareVersion: "X8.1",
      product: "expressway-e",
      platform: "medium",
      hardware: "virtual-machine",
    } as const;
    const moment = Date.UTC(2013, 11, 9, 10, 0, 0);
    expect(backupFileName(identity, moment, false)).toBe("X8.1_0A1B2C3D_20131209_100000_backup.tar.gz");
    expect(backupFileName(identity, moment, true)).toBe("X8.1_0A1B2C3D_20131209_100000_backup.tar.gz.enc");
  });
});
