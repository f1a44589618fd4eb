import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { gzipSync } from "node:zlib";
import { writeTar, type TarMember } from "../../../../protocol/archive/tar.ts";

/** A picture that is whole: one transparent pixel. */
export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** A ZIP archive with nothing in it. */
export const ZIP = Buffer.from(`PK\u0005\u0006${"\0".repeat(18)}`, "latin1");

/** Bytes without order, the same each time. */
export const NOISE = Buffer.from(
  Array.from({ length: 4000 }, (_, place) => (Math.imul(place + 1, 0x9e3779b1) >>> 13) & 0xff),
);

/** Zeros that unpack to more than a peer takes, 65 MB of them. */
export const BOMB = gzipSync(Buffer.alloc(65 * 1024 * 1024));

/** An archive as tar and gzip make it. */
export const archive = (members: readonly TarMember[]): Buffer => gzipSync(writeTar(members, 0));

/** An archive with a symbolic link to a place outside, which is then written through. */
export function archiveWithLink(target: string): Buffer {
  const tar = Buffer.from(writeTar([{ name: "link", bytes: new Uint8Array() }, ...member("link/evil")], 0));
  tar.write("2", 156, "latin1");
  tar.write(target, 157, "latin1");
  tar.fill(" ", 148, 156);
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return gzipSync(tar);
}

/** A member of an archive with a few bytes. */
export const member = (name: string): readonly TarMember[] => [{ name, bytes: Buffer.from("evil") }];

/** A file under a password, as `openssl enc -aes-256-cbc -pbkdf2` writes it. */
export function encrypted(plain: Uint8Array, password: string): Buffer {
  const salt = Buffer.from("8 bytes!");
  const derived = pbkdf2Sync(password, salt, 10_000, 48, "sha256");
  const cipher = createCipheriv("aes-256-cbc", derived.subarray(0, 32), derived.subarray(32));
  return Buffer.concat([Buffer.from("Salted__"), salt, cipher.update(plain), cipher.final()]);
}
