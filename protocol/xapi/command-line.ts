/** One line as typed at the CLI, taken apart but not yet understood. */
export interface CommandLine {
  /** The bare words before any value: `xConfiguration`, `SIP`, `TLS`. Empty for an empty line. */
  readonly words: readonly string[];
  /**
   * What has a name and a colon before it, in order: the arguments of a command (`Expression.1` is a name), or the last
   * word of a configuration path with the value to set.
   */
  readonly args: readonly { readonly name: string; readonly value: string }[];
  /** A text in quotes at the end without a name, as published procedures write `xConfiguration … "7200"`. */
  readonly value?: string;
  /** The line ends with a question mark: help is asked for, nothing is to be done. */
  readonly help?: "?" | "??";
}

/** A line that cannot be taken apart. `reason` is one sentence without a full stop. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";

  constructor(readonly reason: string) {
    super(reason);
  }
}

type Token =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "value"; readonly text: string };

const blanks = /[ \t]*/y;
// A word ends at a blank, at the colon that introduces its value, or at a quote; quotes within brackets are XPath's.
const wordPattern = /(?:\[[^\][]*\]|[^ \t:"[])+|\[/y;
const barePattern = /[^ \t"]+/y;
const quotedPattern = /"([^"\\]*(?:\\.[^"\\]*)*)"/sy;

/**
 * Takes a line apart: words, `Name: value` pairs, quoted texts, a question mark at the end.
 * @throws CommandLineError for an open quote, a name without a value, and words after values
 */
export function parseCommandLine(line: string): CommandLine {
  const words: string[] = [];
  const args: { name: string; value: string }[] = [];
  let value: string | undefined;
  let help: CommandLine["help"];
  let name: string | undefined;
  for (const token of tokens(line.trim())) {
    if (help !== undefined) throw new CommandLineError(`"${token.text}" after the question mark`);
    if (value !== undefined) throw new CommandLineError(`"${token.text}" after the value`);
    if (token.kind === "name") {
      if (name !== undefined) throw missingValue(name);
      name = token.text;
    } else if (token.kind === "word" && (token.text === "?" || token.text === "??")) {
      // `xConfiguration SystemUnit Name: ?` asks for the same help as without the colon.
      if (name !== undefined) words.push(name);
      name = undefined;
      help = token.text;
    } else if (name !== undefined) {
      args.push({ name, value: token.text });
      name = undefined;
    } else if (token.kind === "value") {
      if (args.length > 0) throw new CommandLineError(`"${token.text}" has no name before it`);
      value = token.text;
    } else if (args.length > 0) {
      throw new CommandLineError(`"${token.text}" after a value: put a text with blanks in double quotes`);
    } else {
      words.push(token.text);
    }
  }
  if (name !== undefined) throw missingValue(name);
  return { words, args, ...(value === undefined ? {} : { value }), ...(help === undefined ? {} : { help }) };
}

function* tokens(line: string): Generator<Token> {
  let at = 0;
  let afterName = false;
  while (at < line.length) {
    at += match(blanks, line, at)?.[0].length ?? 0;
    if (at >= line.length) return;
    if (line[at] === '"') {
      const quoted = match(quotedPattern, line, at);
      if (quoted === null) throw new CommandLineError("a quote is not closed");
      at += quoted[0].length;
      if (at < line.length && !/[ \t]/.test(line.charAt(at)))
        throw new CommandLineError("a blank is missing after a quote");
      afterName = false;
      yield { kind: "value", text: unescape(quoted[1] as string) };
      continue;
    }
    const taken = match(afterName ? barePattern : wordPattern, line, at)?.[0];
    if (taken === undefined) throw new CommandLineError("a colon without a name before it");
    at += taken.length;
    if (line[at] === '"') throw new CommandLineError(`a quote within "${taken}"`);
    afterName = !afterName && line[at] === ":";
    if (afterName) at += 1;
    yield { kind: afterName ? "name" : "word", text: taken };
  }
}

function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** `\"` and `\\` stand for the second character; before any other a backslash is itself, as patterns need it. */
function unescape(text: string): string {
  return text.replaceAll(/\\([\\"])/g, "$1");
}

function missingValue(name: string): CommandLineError {
  return new CommandLineError(`a value is missing after "${name}:"`);
}
