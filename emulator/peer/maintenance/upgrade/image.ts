import { createHash } from "node:crypto";
import { packArchive, unpackArchive, UnreadableArchive } from "../../core/archive.ts";
import { isRecord, jsonOf, sha256 } from "../../core/files.ts";
import { SOFTWARE_NAME, VERSION_PATTERN } from "../../core/identity.ts";

export type ImageVerdict =
  { readonly ok: true; readonly version: string } | { readonly ok: false; readonly reason: string };

/** Names the version and the checksum of the other member. */
const DESCRIPTION = "image.json";
const SOFTWARE = "image.bin";

const SOFTWARE_BYTES = 64 * 1024;

/** `s42700x8_1_1.tar.gz`: the product's own form of name. */
export const imageFileName = (version: string): string =>
  `${SOFTWARE_NAME}${version.toLowerCase().replaceAll(".", "_")}.tar.gz`;

/**
 * A software image for the twin: it holds no software, just a version and bytes that are the same for the same version, so that
 * hash values can be compared.
 */
export function makeImage(version: string): Promise<Uint8Array> {
  const software = Buffer.alloc(SOFTWARE_BYTES, createHash("sha256").update(version).digest());
  const description = { name: SOFTWARE_NAME, version, sha256: sha256(software) };
  const files = [
    { name: DESCRIPTION, bytes: Buffer.from(`${JSON.stringify(description, null, 1)}\n`) },
    { name: SOFTWARE, bytes: software },
  ];
  return packArchive(files, 0);
}

/** Reads the version out of an image whose checksum is right. */
export async function readImage(file: Uint8Array): Promise<ImageVerdict> {
  try {
    const files = new Map((await unpackArchive(file)).map(({ name, bytes }) => [name, bytes]));
    const description = jsonOf(files.get(DESCRIPTION));
    const software = files.get(SOFTWARE);
    if (!isRecord(description) || !software || description["name"] !== SOFTWARE_NAME)
      return { ok: false, reason: "the file is not a software image: it has no description" };
    const stranger = [...files.keys()].find((name) => name !== DESCRIPTION && name !== SOFTWARE);
    if (stranger !== undefined)
      return { ok: false, reason: `the file is not a software image: "${stranger}" does not belong to one` };
    const { version } = description;
    if (typeof version !== "string" || !VERSION_PATTERN.test(version))
      return { ok: false, reason: "the file is not a software image: it names no version" };
    return sha256(software) === description["sha256"]
      ? { ok: true, version }
      : { ok: false, reason: "the software image is damaged: its checksum is wrong" };
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error;
    return {
      ok: false,
      reason:
        error.kind === "changed"
          ? `the software image is damaged: ${error.message}`
          : `the file is not a software image: ${error.message}`,
    };
  }
}

/** Negative when the first is the older one. Missing parts count as 0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.slice(1).split(".").map(Number));
  for (let place = 0; place < Math.max(a?.length ?? 0, b?.length ?? 0); place++) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
