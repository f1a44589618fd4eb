/** What a line is held against. */
interface Pattern {
  test(line: string): boolean;
}

type Read = { readonly ok: true; readonly expression: Pattern } | { readonly ok: false; readonly reason: string };

/** One character of a line, or any number of them. */
interface Atom {
  readonly one: RegExp;
  starred: boolean;
}

const PIECES = /\\(?<escaped>.)|(?<list>\[\^?\]?[^\]]*\])|(?<other>.)/gsu;

/**
 * A basic regular expression of POSIX: `.`, `*`, `^`, `$`, `[...]` and `\`. Groups, repetitions and named classes are not read.
 * All ways to match are followed at once: a line takes as long as it has characters, whatever the stars of the pattern.
 */
export function basicPattern(
  pattern: string,
  { fixed, anyCase }: { readonly fixed: boolean; readonly anyCase: boolean },
): Read {
  const flags = anyCase ? "iu" : "u";
  const atoms: Atom[] = [];
  let [fromStart, toEnd] = [false, false];
  const add = (source: string): number => atoms.push({ one: new RegExp(`^${source}$`, flags), starred: false });
  try {
    if (fixed) return { ok: true, expression: new RegExp(literal(pattern), flags) };
    for (const { index, 0: piece, groups = {} } of pattern.matchAll(PIECES)) {
      const { escaped, list, other } = groups;
      if (/^[\w(){}|+?<>]$/.test(escaped ?? "") || /\[[:.=]/.test(list?.slice(1) ?? ""))
        return { ok: false, reason: `not implemented by the emulator: ${piece} in a pattern` };
      if (other === "[" || other === "\\") return { ok: false, reason: `bad regex '${pattern}'` };
      const last = atoms.at(-1);
      if (escaped !== undefined) add(literal(escaped));
      else if (list !== undefined) add(classOf(list));
      else if (other === "*" && last) last.starred = true;
      else if (other === ".") add(".");
      else if (other === "^" && index === 0) fromStart = true;
      else if (other === "$" && index === pattern.length - 1) toEnd = true;
      else add(literal(other ?? ""));
    }
  } catch {
    return { ok: false, reason: `bad regex '${pattern}'` };
  }
  return { ok: true, expression: { test: (line) => matches(atoms, line, fromStart, toEnd) } };
}

/** The places in the pattern that the characters so far can have led to, one character after the other. */
function matches(atoms: readonly Atom[], line: string, fromStart: boolean, toEnd: boolean): boolean {
  let places = withoutStarred(atoms, [0]);
  for (const character of line) {
    if (!toEnd && places.has(atoms.length)) return true;
    const next = fromStart ? [] : [0];
    for (const place of places) {
      const atom = atoms[place];
      if (atom?.one.test(character)) next.push(atom.starred ? place : place + 1);
    }
    places = withoutStarred(atoms, next);
  }
  return places.has(atoms.length);
}

/** Places, and those behind starred atoms, which may stand for nothing. */
function withoutStarred(atoms: readonly Atom[], places: readonly number[]): ReadonlySet<number> {
  const all = new Set(places);
  for (const place of all) if (atoms[place]?.starred) all.add(place + 1);
  return all;
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** `[^]a]`: in a list only `^` at its begin, `]` at its begin and `-` between two are special. */
function classOf(list: string): string {
  const [, not = "", members = ""] = /^\[(\^?)(.*)\]$/su.exec(list) ?? [];
  return `[${not}${members.replaceAll(/[\\[\]^&~|]/g, String.raw`\$&`)}]`;
}
