import { promisify } from "node:util";
import { gunzip, gzip, type Gunzip, type ZlibOptions } from "node:zlib";
import { readTar, writeTar, type TarMember } from "../../../protocol/archive/tar.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";

/** Ten thousand zones and more; what would unpack to more is not one of ours. */
const LARGEST_ARCHIVE_BYTES = 64 * 1024 * 1024;

/** What is wrong with the bytes of a `.tar.gz`: other bytes altogether, or not all of them as they were written. */
export class UnreadableArchive extends Error {
  override readonly name = "UnreadableArchive";

  constructor(
    readonly kind: "no archive" | "changed",
    reason: string,
  ) {
    super(reason);
  }
}

/** A `.tar.gz`, as tar makes and opens it. @param moment of its files, milliseconds since 1970 */
export function packArchive(files: readonly TarMember[], moment: number): Promise<Uint8Array> {
  return promisify<Uint8Array, Uint8Array>(gzip)(writeTar(files, Math.floor(moment / 1000)));
}

/** @throws UnreadableArchive */
export async function unpackArchive(data: Uint8Array): Promise<readonly TarMember[]> {
  if (data[0] !== 0x1f || data[1] !== 0x8b) throw new UnreadableArchive("no archive", "it is not compressed with gzip");
  const tar = await unzip(data);
  try {
    return readTar(tar);
  } catch (error) {
    // What gzip wrote is whole, so it was never an archive.
    if (error instanceof MalformedMessage) throw new UnreadableArchive("no archive", error.message);
    throw error;
  }
}

function unzip(data: Uint8Array): Promise<Uint8Array> {
  const options: ZlibOptions = { maxOutputLength: LARGEST_ARCHIVE_BYTES, info: true };
  return new Promise((resolve, reject) => {
    gunzip(data, options, (error, result) => {
      if (error?.message.includes("larger than")) return reject(new UnreadableArchive("no archive", TOO_LARGE));
      if (error) return reject(new UnreadableArchive("changed", error.message));
      // With `info` the result says how much of the data it is made of; Node's types do not know.
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: Gunzip };
      if (engine.bytesWritten < data.byteLength)
        return reject(new UnreadableArchive("changed", "something follows after its end"));
      resolve(buffer);
    });
  });
}

const TOO_LARGE = `it unpacks to more than ${LARGEST_ARCHIVE_BYTES / 1024 / 1024} MB`;
