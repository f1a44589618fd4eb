import { gunzipSync } from "node:zlib";
import { writePem } from "../../../../protocol/x509/pem.ts";
import { readRevocationList } from "../../../../protocol/x509/revocation-list.ts";
import { isDer, readPemFile, whyMalformed, wordsFor } from "./pem-file.ts";
import { REVOCATION_LIST } from "./trusted-list.ts";

/** Of a file with revocation lists, unpacked. */
export const LARGEST_LISTS_BYTES = 4 * 1024 * 1024;

export type ListsVerdict =
  { readonly ok: true; readonly pem: string; readonly count: number } | { readonly ok: false; readonly reason: string };

const GZIP = [0x1f, 0x8b] as const;
const ZIP = "PK\u0003\u0004";

/** Reads a file with revocation lists, PEM or DER; "the Expressway will determine the underlying file type for itself". */
export function readLists(bytes: Uint8Array): ListsVerdict {
  if (bytes.length === 0) return refuse("the file is empty");
  return isDer(bytes) ? listsIn([bytes]) : readPemLists(bytes);
}

/** The same for what was fetched, which may be packed by gzip. */
export function readFetchedLists(bytes: Uint8Array): ListsVerdict {
  if (Buffer.from(bytes.subarray(0, 4)).toString("latin1") === ZIP)
    return refuse("a ZIP archive, which the twin does not unpack: serve the file itself, or packed by gzip");
  if (!GZIP.every((byte, at) => bytes[at] === byte)) return readLists(bytes);
  try {
    return readLists(gunzipSync(bytes, { maxOutputLength: LARGEST_LISTS_BYTES }));
  } catch (error) {
    return refuse(`not a gzip file that can be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readPemLists(bytes: Uint8Array): ListsVerdict {
  const read = readPemFile(bytes);
  if (!read.ok) return read;
  const other = read.blocks.find(({ label }) => label !== REVOCATION_LIST);
  return other
    ? refuse(`${wordsFor(other)} is not a revocation list`)
    : listsIn(read.blocks.map((block) => block.bytes));
}

function listsIn(lists: readonly Uint8Array[]): ListsVerdict {
  try {
    for (const list of lists) readRevocationList(list);
  } catch (error) {
    return refuse(`not a revocation list that can be read: ${whyMalformed(error)}`);
  }
  return { ok: true, pem: lists.map((list) => writePem(REVOCATION_LIST, list)).join(""), count: lists.length };
}

const refuse = (reason: string): ListsVerdict => ({ ok: false, reason });
