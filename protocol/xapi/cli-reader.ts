/** A value that the CLI printed, by the words that lead to it: `Alternates Peer 1 Status`, `Active`. */
export interface PrintedValue {
  readonly path: string;
  /** Without quotes; undefined for an element that has none. */
  readonly value: string | undefined;
}

/** The values of an `xStatus` or `xCommand` answer. Lines that belong to neither are left out. */
export function readStatus(lines: readonly string[]): PrintedValue[] {
  const values: PrintedValue[] = [];
  const open: { readonly indent: number; readonly name: string }[] = [];
  for (const line of lines) {
    // A value may hold the line separators of Unicode, at which a dot would stop.
    const [, top, indent, name, text] = /^(\*[sr] )?( *)([^:]+):(?: (.*))?$/s.exec(line) ?? [];
    if (name === undefined || indent === undefined) continue;
    const level = top === undefined ? indent.length : 0;
    while ((open.at(-1)?.indent ?? -1) >= level) open.pop();
    open.push({ indent: level, name });
    if (text !== undefined) values.push({ path: open.map((each) => each.name).join(" "), value: readValue(text) });
  }
  return values;
}

/** The items of an `xConfiguration` listing. */
export function readConfiguration(lines: readonly string[]): PrintedValue[] {
  return lines.flatMap((line) => {
    const [, path, text] = /^\*c xConfiguration ([^:]+): (.*)$/s.exec(line) ?? [];
    return path === undefined || text === undefined ? [] : [{ path, value: readValue(text) ?? "" }];
  });
}

function readValue(text: string): string | undefined {
  if (text === "/") return undefined;
  const [, quoted] = /^"(.*)"$/s.exec(text) ?? [];
  return quoted === undefined ? text : quoted.replaceAll(/\\(["\\])/g, "$1");
}
