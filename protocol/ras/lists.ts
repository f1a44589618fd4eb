import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";

/** SEQUENCE OF. @throws RangeError */
export function writeList<Item>(
  writer: PerWriter,
  items: readonly Item[],
  write: (writer: PerWriter, item: Item) => void,
): void {
  writer.listLength(items.length);
  for (const item of items) write(writer, item);
}

/** @throws MalformedMessage */
export function readList<Item>(reader: PerReader, read: (reader: PerReader) => Item): Item[] {
  return Array.from({ length: reader.listLength() }, () => read(reader));
}
