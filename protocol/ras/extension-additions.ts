import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";

/** The additions of a SEQUENCE that are to be written: how, or undefined for those that are absent. */
export type Additions<Name extends string> = Partial<Record<Name, ((contents: PerWriter) => void) | undefined>>;

/** The bit at the head of the sequence says this. */
export function hasAdditions(additions: Additions<string>): boolean {
  return Object.values(additions).some((write) => write !== undefined);
}

/**
 * Behind the sequence's root: the number of additions, a bit for each, those present as open types (X.691, 19.7 to 19.9).
 *
 * @param names all additions that the standard has, in its order
 */
export function writeAdditions<Name extends string>(
  writer: PerWriter,
  names: readonly Name[],
  additions: Additions<Name>,
): void {
  if (!hasAdditions(additions)) return;
  writer.smallNumber(names.length - 1);
  for (const name of names) writer.bit(additions[name] !== undefined);
  for (const name of names) {
    const write = additions[name];
    if (write) writer.openType(write);
  }
}

/**
 * Passes over additions that have no name here.
 *
 * @param present what the bit at the head of the sequence said
 * @param names as many of the first additions as are known
 * @throws MalformedMessage
 */
export function readAdditions<Name extends string>(
  reader: PerReader,
  present: boolean,
  names: readonly Name[] = [],
): Partial<Record<Name, PerReader>> {
  const found: Partial<Record<Name, PerReader>> = {};
  if (!present) return found;
  const bits = Array.from({ length: additionCount(reader) }, () => reader.bit());
  bits.forEach((has, index) => {
    if (!has) return;
    const contents = reader.openType();
    const name = names[index];
    if (name !== undefined) found[name] = contents;
  });
  return found;
}

/** Like a small number that counts from 1, but beyond 64 it is a length (11.9.3.4). */
function additionCount(reader: PerReader): number {
  return reader.bit() ? reader.listLength() : reader.bits(6) + 1;
}
