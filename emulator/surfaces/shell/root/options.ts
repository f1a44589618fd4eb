/** The words of a command, told apart. */
export type Options =
  | {
      readonly ok: true;
      readonly flags: ReadonlySet<string>;
      /** The value of each option that takes one. */
      readonly values: ReadonlyMap<string, string>;
      readonly operands: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads options as `getopt` does: `-la`, `-n5`, `-n 5`, `--`.
 * @param known the letters of all options; one before `:` takes a value
 */
export function readOptions(args: readonly string[], known: string): Options {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") {
      operands.push(...rest);
      break;
    }
    if (!arg.startsWith("-") || arg === "-") operands.push(arg);
    else {
      let letters = arg.slice(1);
      while (letters !== "") {
        const letter = letters.slice(0, 1);
        letters = letters.slice(1);
        const place = letter === ":" ? -1 : known.indexOf(letter);
        if (place < 0) return { ok: false, reason: `invalid option -- '${letter}'` };
        if (known[place + 1] !== ":") {
          flags.add(letter);
          continue;
        }
        const value = letters === "" ? rest.shift() : letters;
        if (value === undefined) return { ok: false, reason: `option requires an argument -- '${letter}'` };
        values.set(letter, value);
        break;
      }
    }
  }
  return { ok: true, flags, values, operands };
}
