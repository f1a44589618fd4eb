import { MalformedMessage } from "../malformed.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import type { OpaqueChoice } from "./types.ts";

/** A CHOICE with an extension marker: its alternatives in the order of the standard. */
export interface Choice<Root extends string = string, Added extends string = string> {
  readonly name: string;
  readonly root: readonly Root[];
  /** Behind the extension marker. */
  readonly added: readonly Added[];
}

/** What a choice turned out to be, and where its contents are to be read from. */
interface Chosen<Kind extends string> {
  readonly kind: Kind;
  readonly contents: PerReader;
}

/** Alternatives of the root stand where they are; those added stand in an open type (X.691, 23). */
export function writeChoice<Root extends string, Added extends string>(
  writer: PerWriter,
  choice: Choice<Root, Added>,
  kind: NoInfer<Root | Added>,
  writeContents: (contents: PerWriter) => void,
): void {
  const index = choice.root.findIndex((name) => name === kind);
  writer.bit(index < 0);
  if (index < 0) {
    writer.smallNumber(choice.added.findIndex((name) => name === kind));
    writer.openType(writeContents);
  } else {
    writer.integer(index, rootRange(choice));
    writeContents(writer);
  }
}

export function writeOpaque(writer: PerWriter, { index, encoding }: OpaqueChoice): void {
  writer.bit(true);
  writer.smallNumber(index);
  writer.octetString(encoding);
}

/** @throws MalformedMessage for a root alternative that the choice does not have */
export function readChoice<Root extends string, Added extends string>(
  reader: PerReader,
  choice: Choice<Root, Added>,
): Chosen<Root | Added> | OpaqueChoice {
  if (!reader.bit()) {
    return { kind: choice.root[reader.integer(rootRange(choice))] as Root, contents: reader };
  }
  const index = reader.smallNumber();
  const kind = choice.added[index];
  return kind === undefined
    ? { kind: "opaque", index, encoding: reader.octetString() }
    : { kind, contents: reader.openType() };
}

/** For choices where an alternative without a name makes the whole useless. @throws MalformedMessage */
export function readKnownChoice<Root extends string, Added extends string>(
  reader: PerReader,
  choice: Choice<Root, Added>,
): Chosen<Root | Added> {
  const chosen = readChoice(reader, choice);
  if ("contents" in chosen) return chosen;
  throw new MalformedMessage(
    `${choice.name} has an alternative ${chosen.index} behind its extension marker: not known`,
  );
}

function rootRange(choice: Choice) {
  return { name: choice.name, least: 0, most: choice.root.length - 1 };
}
