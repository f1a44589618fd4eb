import { basicPattern } from "./basic-pattern.ts";
import { followFiles } from "./follow.ts";
import { readOptions } from "./options.ts";
import { absolute, fail, linesOf, say, type RootAnswer, type RootCommand, type RootContext } from "./root-command.ts";

/** What root reads of files, or of what is piped in. */
export const textCommands: readonly RootCommand[] = [
  { name: "cat", usage: "[FILE]...", run: concatenate },
  { name: "echo", usage: "[WORD]...", run: (args) => say(...args.join(" ").split("\n")) },
  {
    name: "grep",
    usage: "[-Fcinv] PATTERN [FILE]...",
    takesLinesAlone: (args) => {
      const options = readOptions(args, "Fcinv");
      return options.ok && options.operands.length === 1 && !options.flags.has("c") && !options.flags.has("n");
    },
    run: search,
  },
  {
    name: "head",
    usage: "[-n N] [FILE]...",
    run: (...given) => cut("head", (lines, n) => lines.slice(0, n), ...given),
  },
  {
    name: "tail",
    usage: "[-f] [-n N] [FILE]...",
    run: (...given) => cut("tail", (lines, n) => (n === 0 ? [] : lines.slice(-n)), ...given),
  },
];

interface Source {
  readonly name: string;
  readonly lines: readonly string[];
}

type Input = readonly string[] | undefined;

/** The files that are named, or what is piped in where none is. */
function sources(paths: readonly string[], context: RootContext, input: Input) {
  const found: Source[] = [];
  const missing: { readonly path: string; readonly why: string }[] = [];
  if (paths.length === 0) found.push({ name: "-", lines: input ?? [] });
  for (const path of paths) {
    const bytes = context.device.files.read(absolute(context, path));
    if (bytes) found.push({ name: path, lines: linesOf(bytes.toString("utf8")) });
    else {
      const isDirectory = context.device.files.entry(absolute(context, path)) !== undefined;
      missing.push({ path, why: isDirectory ? "Is a directory" : "No such file or directory" });
    }
  }
  return { found, missing };
}

function concatenate(args: readonly string[], context: RootContext, input: Input): RootAnswer {
  const options = readOptions(args, "");
  if (!options.ok) return fail(`cat: ${options.reason}`);
  const { found, missing } = sources(options.operands, context, input);
  const mistakes = missing.map(({ path, why }) => `cat: can't open '${path}': ${why}`);
  return { lines: found.flatMap(({ lines }) => lines), mistakes, status: mistakes.length > 0 ? 1 : 0 };
}

function cut(
  name: string,
  part: (lines: readonly string[], count: number) => readonly string[],
  args: readonly string[],
  context: RootContext,
  input: Input,
): RootAnswer {
  // `tail -20` is habitual.
  const options = readOptions(
    args.map((arg) => arg.replace(/^-(?=\d)/, "-n")),
    name === "tail" ? "fn:" : "n:",
  );
  if (!options.ok) return fail(`${name}: ${options.reason}`);
  const count = options.values.get("n") ?? "10";
  if (!/^\d{1,9}$/.test(count)) return fail(`${name}: invalid number '${count}'`);
  const { found, missing } = sources(options.operands, context, input);
  const mistakes = missing.map(({ path, why }) => `${name}: can't open '${path}': ${why}`);
  const several = options.operands.length > 1;
  const lines = found.flatMap((source, place) => [
    ...(several ? [...(place > 0 ? [""] : []), `==> ${source.name} <==`] : []),
    ...part(source.lines, Number(count)),
  ]);
  const answer = { lines, mistakes, status: mistakes.length > 0 ? 1 : 0 };
  // What is piped in has come to its end.
  if (!options.flags.has("f") || options.operands.length === 0 || found.length === 0) return answer;
  const followed = found.map((source) => ({ name: source.name, path: absolute(context, source.name) }));
  return { ...answer, follows: followFiles(context.device.files, followed) };
}

/** Status 0 when a line was found, 1 when none was, 2 for a mistake. */
function search(args: readonly string[], context: RootContext, input: Input): RootAnswer {
  const options = readOptions(args, "Fcinv");
  if (!options.ok) return fail(`grep: ${options.reason}`, 2);
  const { flags } = options;
  const [pattern, ...paths] = options.operands;
  if (pattern === undefined) return fail("grep: no pattern", 2);
  const wanted = basicPattern(pattern, { fixed: flags.has("F"), anyCase: flags.has("i") });
  if (!wanted.ok) return fail(`grep: ${wanted.reason}`, 2);
  const { found, missing } = sources(paths, context, input);
  const mistakes = missing.map(({ path, why }) => `grep: ${path}: ${why}`);
  let some = false;
  const lines = found.flatMap((source) => {
    const start = paths.length > 1 ? `${source.name}:` : "";
    const hits = source.lines.flatMap((line, place) =>
      wanted.expression.test(line) === flags.has("v")
        ? []
        : [`${start}${flags.has("n") ? `${place + 1}:` : ""}${line}`],
    );
    if (hits.length > 0) some = true;
    return flags.has("c") ? [`${start}${hits.length}`] : hits;
  });
  return { lines, mistakes, status: mistakes.length > 0 ? 2 : some ? 0 : 1 };
}
