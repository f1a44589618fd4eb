type Read = { readonly ok: true; readonly expression: RegExp } | { readonly ok: false; readonly reason: string };

const PIECES = /\\(?<escaped>.)|(?<list>\[\^?\]?[^\]]*\])|(?<other>.)/gsu;

/**
 * A basic regular expression of POSIX: `.`, `*`, `^`, `$`, `[...]` and `\`. Groups, repetitions and named classes are not read;
 * so no pattern takes longer than its few stars allow.
 */
export function basicPattern(
  pattern: string,
  { fixed, anyCase }: { readonly fixed: boolean; readonly anyCase: boolean },
): Read {
  let source = "";
  let repeated = false;
  for (const { index, 0: piece, groups = {} } of fixed ? [] : pattern.matchAll(PIECES)) {
    const { escaped, list, other } = groups;
    if (/^[\w(){}|+?<>]$/.test(escaped ?? "") || /\[[:.=]/.test(list?.slice(1) ?? ""))
      return { ok: false, reason: `not implemented by the emulator: ${piece} in a pattern` };
    if (other === "[" || other === "\\") return { ok: false, reason: `bad regex '${pattern}'` };
    if (escaped !== undefined) source += literal(escaped);
    else if (list !== undefined) source += classOf(list);
    else if (other === "*" && repeated) continue;
    else if (other === "." || (other === "*" && source !== "" && source !== "^")) source += other;
    else if (other === "^" && index === 0) source += "^";
    else if (other === "$" && index === pattern.length - 1) source += "$";
    else source += literal(other ?? "");
    repeated = other === "*" && source.length > 1 && source !== "^";
  }
  try {
    return { ok: true, expression: new RegExp(fixed ? literal(pattern) : source, anyCase ? "iu" : "u") };
  } catch {
    return { ok: false, reason: `bad regex '${pattern}'` };
  }
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** `[^]a]`: in a list only `^` at its begin, `]` at its begin and `-` between two are special. */
function classOf(list: string): string {
  const [, not = "", members = ""] = /^\[(\^?)(.*)\]$/su.exec(list) ?? [];
  return `[${not}${members.replaceAll(/[\\[\]^&~|]/g, String.raw`\$&`)}]`;
}
