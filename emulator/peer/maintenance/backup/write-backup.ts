import { encrypt } from "../../../../protocol/archive/openssl-encryption.ts";
import type { TarMember } from "../../../../protocol/archive/tar.ts";
import { packArchive } from "../../core/archive.ts";
import { sha256 } from "../../core/files.ts";
import { type Backup, MANIFEST, type Manifest, members } from "./backup.ts";

/** Encryption: 8 bytes by chance go with the password. */
export interface Encryption {
  readonly password: string;
  readonly salt: Uint8Array;
}

/** Writes a backup as a `.tar.gz`, or encrypted as `openssl enc -aes-256-cbc -pbkdf2` does. */
export async function writeBackup({ origin, contents }: Backup, encryption?: Encryption): Promise<Uint8Array> {
  const { configuration, cluster, accounts, certificate } = contents;
  const files = [
    json(members.configuration, configuration),
    json(members.cluster, cluster),
    json(members.accounts, accounts),
    ...(certificate ? [text(members.certificate, certificate.certificate), text(members.key, certificate.key)] : []),
  ];
  const manifest: Manifest = {
    format: 1,
    ...origin,
    members: Object.fromEntries(
      files.map(({ name, bytes }) => [name, { bytes: bytes.byteLength, sha256: sha256(bytes) }]),
    ),
  };
  const archive = await packArchive([json(MANIFEST, manifest), ...files], Date.parse(origin.created));
  return encryption ? encrypt(archive, encryption.password, encryption.salt) : archive;
}

const text = (name: string, content: string): TarMember => ({ name, bytes: Buffer.from(content) });

const json = (name: string, value: unknown): TarMember => text(name, `${JSON.stringify(value, null, 1)}\n`);
