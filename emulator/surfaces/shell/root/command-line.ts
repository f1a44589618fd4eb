/** The words of each command of a pipe, or why a line is none. */
export type PipeLine =
  | { readonly kind: "pipe"; readonly stages: readonly (readonly string[])[] }
  | { readonly kind: "mistake"; readonly reason: string }
  /** A part of the language of a Unix shell that the emulator has not. */
  | { readonly kind: "unimplemented"; readonly what: string };

/** What a shell acts on inside of `"` too. A `$` before anything else is just that. */
const EXPANSION = /`|\$[\w{(?$!#*@-]/;

const PIECES =
  /(?<space>\s+)|(?<special>[;&<>`()]|\$[\w{(?$!#*@'"-])|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|(?<other>.)/gsu;

/** Reads a line as a Unix shell does: words, quotes, `\`, `|` and `#`. */
export function parsePipeLine(line: string): PipeLine {
  const stages: string[][] = [[]];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) stages.at(-1)?.push(word);
    word = undefined;
  };
  for (const { groups = {} } of line.matchAll(PIECES)) {
    const { space, special, single, double, escaped, other } = groups;
    const acted = special ?? EXPANSION.exec(double?.replaceAll(/\\./gs, "") ?? "")?.[0];
    if (acted !== undefined) return { kind: "unimplemented", what: `${acted.charAt(0)} in the root shell` };
    if (space !== undefined) endWord();
    else if (other === "#" && word === undefined) break;
    else if (other === "|") {
      endWord();
      if (stages.at(-1)?.length === 0) return { kind: "mistake", reason: 'syntax error: unexpected "|"' };
      stages.push([]);
    } else if (other === "'" || other === '"')
      return { kind: "mistake", reason: "syntax error: unterminated quoted string" };
    else word = (word ?? "") + (single ?? double?.replaceAll(/\\([\\"$`])/g, "$1") ?? escaped ?? other ?? "");
  }
  endWord();
  if (stages.length > 1 && stages.at(-1)?.length === 0)
    return { kind: "mistake", reason: "syntax error: unexpected end of line" };
  return { kind: "pipe", stages };
}
