import type { AccountRow } from "../../../store/account-rows.ts";
import type { ServerCertificate } from "../../access/certificates/server-certificate.ts";
import { fileStamp } from "../../core/files.ts";
import type { Identity, Product } from "../../core/identity.ts";

/** Items by path, with values as the CLI writes them; only what differs from a default. */
export type BackupItems = Readonly<Record<string, string>>;

/** Administrator Guide, "Backing up and restoring": configuration, cluster configuration, accounts, certificate and key. No logs. */
export interface BackupContents {
  readonly configuration: BackupItems;
  /** The cluster settings, apart from the rest. */
  readonly cluster: BackupItems;
  readonly accounts: readonly AccountRow[];
  readonly certificate: ServerCertificate | undefined;
}

/** Where a backup comes from. */
export interface BackupOrigin {
  readonly softwareVersion: string;
  readonly serialNumber: string;
  readonly product: Product;
  /** ISO 8601, UTC. */
  readonly created: string;
}

/** What a backup file holds. */
export interface Backup {
  readonly origin: BackupOrigin;
  readonly contents: BackupContents;
}

/** The member of the archive that tells of the others. */
export const MANIFEST = "manifest.json";

export interface Manifest extends BackupOrigin {
  readonly format: 1;
  /** Every other member: its length, and SHA-256 as hex digits. */
  readonly members: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** The other members. Those of the certificate are missing where a peer has none. */
export const members = {
  configuration: "configuration.json",
  cluster: "cluster.json",
  accounts: "accounts.json",
  certificate: "server-certificate.pem",
  key: "server-key.pem",
} as const;

export const isClusterSetting = (path: string): boolean => path.startsWith("Alternates ");

/** `X8.1_0A1B2C3D_20131209_100000_backup.tar.gz`, with `.enc` behind it when it is encrypted. */
export function backupFileName(identity: Identity, moment: number, encrypted: boolean): string {
  return `${identity.softwareVersion}_${identity.serialNumber}_${fileStamp(moment)}_backup.tar.gz${encrypted ? ".enc" : ""}`;
}
