import { decrypt, isEncrypted } from "../../../../protocol/archive/openssl-encryption.ts";
import { MalformedMessage } from "../../../../protocol/malformed.ts";
import { unpackArchive, UnreadableArchive } from "../../core/archive.ts";
import { jsonOf, sha256 } from "../../core/files.ts";
import { type Backup, MANIFEST, members } from "./backup.ts";
import { isManifest } from "./manifest.ts";
import { readContents } from "./read-contents.ts";

/** Why a file is not taken for a backup. */
export type BackupProblem = "no backup" | "password missing" | "password wrong, or changed" | "changed";

export type BackupVerdict =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problem: BackupProblem; readonly reason: string };

/** Reads a backup file and checks every byte of it that means something. Nothing of it counts unless all is as it was written. */
export async function readBackup(file: Uint8Array, password: string): Promise<BackupVerdict> {
  if (!isEncrypted(file)) return readPlain(file);
  if (password === "")
    return refused("password missing", "the backup file is encrypted: enter its decryption password");
  try {
    const verdict = await readPlain(await decrypt(file, password));
    // A wrong password gives bytes that are something else, rarely a beginning that looks right.
    return verdict.ok ? verdict : WRONG_PASSWORD;
  } catch (error) {
    if (error instanceof MalformedMessage) return WRONG_PASSWORD;
    throw error;
  }
}

async function readPlain(file: Uint8Array): Promise<BackupVerdict> {
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    files = new Map((await unpackArchive(file)).map(({ name, bytes }) => [name, bytes]));
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error;
    return error.kind === "changed" ? changed(error.message) : noBackup(error.message);
  }
  const manifest = jsonOf(files.get(MANIFEST));
  if (!isManifest(manifest)) return noBackup(`there is no ${MANIFEST} of a backup in it`);
  const belongs = (name: string): boolean => Object.hasOwn(manifest.members, name) && KNOWN.has(name);
  const unlistedPeers = [...files.keys()].filter((name) => name !== MANIFEST && !belongs(name));
  if (unlistedPeers.length > 0) return changed(`${unlistedPeers.join(", ")} does not belong to it`);
  for (const [name, wanted] of Object.entries(manifest.members)) {
    const bytes = files.get(name);
    if (!bytes) return changed(`${name} is missing`);
    if (bytes.byteLength !== wanted.bytes || sha256(bytes) !== wanted.sha256)
      return changed(`${name} is not as it was written`);
  }
  const contents = readContents((name) => files.get(name));
  if (!contents.ok) return changed(contents.reason);
  const { softwareVersion, serialNumber, product, created } = manifest;
  return {
    ok: true,
    backup: { origin: { softwareVersion, serialNumber, product, created }, contents: contents.contents },
  };
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(members));

const refused = (problem: BackupProblem, reason: string): BackupVerdict => ({ ok: false, problem, reason });

const changed = (what: string): BackupVerdict =>
  refused("changed", `the backup file is incomplete or has been changed: ${what}`);

const noBackup = (what: string): BackupVerdict => refused("no backup", `the file is not a system backup file: ${what}`);

const WRONG_PASSWORD = refused(
  "password wrong, or changed",
  "the decryption password is wrong, or the backup file is incomplete or has been changed",
);
