import { readFileSync } from "node:fs";
import type { Static, TSchema } from "typebox";
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from "yaml";
import { EmulatorError, type ErrorCode } from "../../errors.ts";
import { shapeMistake, type Path } from "./shape.ts";

/** A place in a file; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The errors that a kind of file gives. */
export interface YamlErrors {
  readonly unreadable: ErrorCode;
  readonly invalid: ErrorCode;
}

/** A file that somebody wrote: its value, and for each mistake in it the line and column. */
export class YamlFile {
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  /**
   * @param file only named in errors
   * @throws EmulatorError `errors.invalid` for what is not YAML
   */
  constructor(
    text: string,
    readonly file: string,
    private readonly errors: YamlErrors,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    const [syntaxError] = this.#document.errors;
    if (syntaxError) this.#fail(syntaxError.pos[0], syntaxError.message.split("\n")[0] ?? "not YAML");
    this.value = this.#document.toJS();
  }

  /** @throws EmulatorError `errors.unreadable` or `errors.invalid` */
  static read(file: string, errors: YamlErrors): YamlFile {
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new EmulatorError(errors.unreadable, `${file}: ${reason}`, { cause: error });
    }
    return new YamlFile(text, file, errors);
  }

  /**
   * The value at a path, which has to have the shape of a schema.
   * @throws EmulatorError `errors.invalid` naming file, line, column, the value seen and those allowed
   */
  checked<Schema extends TSchema>(schema: Schema, at: Path = []): Static<Schema> {
    const value = valueAt(this.value, at);
    const mistake = shapeMistake(schema, value);
    if (mistake) this.failAt([...at, ...mistake.path], mistake.reason, mistake.atKey);
    return value as Static<Schema>;
  }

  /** @throws EmulatorError `errors.invalid` at the value that a path leads to, or at its key */
  failAt(path: Path, reason: string, atKey = false): never {
    return this.#fail(offsetOf(this.#document, path, atKey), reason);
  }

  /** Where the value at a path begins. */
  position(path: Path): Position {
    return this.#position(offsetOf(this.#document, path, false));
  }

  #position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }

  #fail(offset: number, reason: string): never {
    const { line, column } = this.#position(offset);
    throw new EmulatorError(this.errors.invalid, `${this.file}:${line}:${column}: ${reason}`);
  }
}

/** Where in the text the value at a path begins, or its key; the nearest that exists when the path leads nowhere. */
function offsetOf(document: Document, path: Path, atKey: boolean): number {
  for (let length = path.length; length >= 0; length--) {
    if (atKey && length === path.length) {
      const parent = document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && String(item.key) === path.at(-1))
        : undefined;
      const keyNode: unknown = pair?.key;
      if (isNode(keyNode) && keyNode.range) return keyNode.range[0];
    }
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}
