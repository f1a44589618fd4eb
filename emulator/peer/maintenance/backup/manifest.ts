import { isRecord } from "../../core/files.ts";
import { products } from "../../core/identity.ts";
import type { Manifest } from "./backup.ts";

/** True for what `writeBackup` puts into a manifest. */
export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { format, softwareVersion, serialNumber, product, created, members } = value;
  return (
    format === 1 &&
    [softwareVersion, serialNumber, created].every((member) => typeof member === "string") &&
    products.some((known) => known === product) &&
    isRecord(members) &&
    Object.values(members).every(
      (member) => isRecord(member) && Number.isSafeInteger(member["bytes"]) && typeof member["sha256"] === "string",
    )
  );
}
