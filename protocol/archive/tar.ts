import { MalformedMessage } from "../malformed.ts";

/** One regular file of an archive. */
export interface TarMember {
  /** 1 to 100 bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK_BYTES = 512;
const NAME_BYTES = 100;

/** Where the fields of a header block are: offset and length. POSIX.1-1988, ustar. */
const field = {
  name: [0, NAME_BYTES],
  mode: [100, 8],
  owner: [108, 8],
  group: [116, 8],
  size: [124, 12],
  modified: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 6],
  prefix: [345, 155],
} as const satisfies Record<string, readonly [offset: number, length: number]>;

type Field = (typeof field)[keyof typeof field];

const MAGIC = "ustar\x0000";
const READ_BY_OWNER_ALONE = 0o600;
/** Both mean a regular file; the second is older. */
const REGULAR = ["0", "\0"];
/** Folders, and what POSIX.1-2001 tells of all members: nothing that a reader of contents needs. */
const WITHOUT_CONTENT = ["5", "g"];
/** What POSIX.1-2001 tells of the member that follows: times and owners, and a name that is too long for a header. */
const EXTENSION = "x";
const LONG_NAME = " path=";

/**
 * Writes files as a ustar archive.
 * @param modified seconds since 1970, the same for all
 * @throws RangeError for a name that has no place in a header
 */
export function writeTar(members: readonly TarMember[], modified: number): Uint8Array {
  const blocks = members.flatMap(({ name, bytes }) => [
    header(name, bytes.byteLength, modified),
    bytes,
    Buffer.alloc(padding(bytes.byteLength)),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)]);
}

/**
 * Reads the regular files of an archive, of ustar's kind or GNU tar's.
 * @throws MalformedMessage
 */
export function readTar(data: Uint8Array): TarMember[] {
  const archive = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const members: TarMember[] = [];
  for (let at = 0; ;) {
    const block = archive.subarray(at, at + BLOCK_BYTES);
    if (block.byteLength < BLOCK_BYTES) throw new MalformedMessage("the archive ends before its end mark");
    if (block.every((byte) => byte === 0)) return members;
    const { name, size, type } = readHeader(block);
    at += BLOCK_BYTES;
    const bytes = archive.subarray(at, at + size);
    if (bytes.byteLength < size) throw new MalformedMessage(`the archive ends within ${name}`);
    at += size + padding(size);
    if (REGULAR.includes(type)) members.push({ name, bytes });
    else if (type === EXTENSION) {
      if (bytes.includes(LONG_NAME)) throw new MalformedMessage("a name in the archive is too long");
    } else if (!WITHOUT_CONTENT.includes(type)) throw new MalformedMessage(`${name} is no regular file`);
  }
}

function header(name: string, size: number, modified: number): Buffer {
  const length = Buffer.byteLength(name);
  if (length === 0 || length > NAME_BYTES)
    throw new RangeError(`"${name}" is ${length} bytes long; a name has 1 to ${NAME_BYTES}`);
  const block = Buffer.alloc(BLOCK_BYTES);
  const put = ([offset]: Field, text: string): void => void block.write(text, offset);
  put(field.name, name);
  put(field.mode, octal(READ_BY_OWNER_ALONE, field.mode));
  put(field.owner, octal(0, field.owner));
  put(field.group, octal(0, field.group));
  put(field.size, octal(size, field.size));
  put(field.modified, octal(modified, field.modified));
  put(field.type, "0");
  put(field.magic, MAGIC);
  put(field.checksum, `${checksum(block).toString(8).padStart(6, "0")}\0 `);
  return block;
}

function readHeader(block: Buffer): { name: string; size: number; type: string } {
  const text = ([offset, length]: Field): string => {
    const bytes = block.subarray(offset, offset + length);
    const end = bytes.indexOf(0);
    return bytes.toString("utf8", 0, end === -1 ? length : end);
  };
  const number = (of: Field): number => {
    const digits = text(of).trim();
    if (!/^[0-7]+$/.test(digits)) throw new MalformedMessage("a header holds a number that is none");
    return Number.parseInt(digits, 8);
  };
  if (!text(field.magic).startsWith("ustar")) throw new MalformedMessage("a header is not that of a tar archive");
  if (number(field.checksum) !== checksum(block)) throw new MalformedMessage("a header has a wrong checksum");
  // GNU tar keeps times in place of the prefix.
  const prefix = block.toString("latin1", 257, 265) === MAGIC ? text(field.prefix) : "";
  const name = text(field.name);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    size: number(field.size),
    type: block.toString("latin1", 156, 157),
  };
}

/** The sum of all bytes of a header, its own field counted as blanks. */
function checksum(block: Buffer): number {
  const [from, length] = field.checksum;
  return block.reduce((sum, byte, place) => sum + (place >= from && place < from + length ? 0x20 : byte), 0);
}

const octal = (value: number, [, length]: Field): string => value.toString(8).padStart(length - 1, "0");

/** The zero bytes that fill the last block of a file. */
const padding = (size: number): number => (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
