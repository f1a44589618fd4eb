import type { Entry } from "../../../peer/maintenance/files/virtual-files.ts";
import { HOME } from "../../../peer/maintenance/files/virtual-files.ts";
import { longListing } from "../long-listing.ts";
import { readOptions } from "./options.ts";
import { absolute, fail, say, type RootAnswer, type RootCommand, type RootContext } from "./root-command.ts";

/** Where root is in the tree of files, and what is there. */
export const fileCommands: readonly RootCommand[] = [
  { name: "cd", usage: "[DIRECTORY]", run: changeDirectory },
  { name: "ls", usage: "[-1aAl] [FILE]...", run: list },
  { name: "pwd", usage: "", run: (_args, { directory }) => say(directory) },
];

function changeDirectory([path = HOME]: readonly string[], context: RootContext): RootAnswer {
  const wanted = absolute(context, path);
  const kind = context.device.files.entry(wanted)?.kind;
  if (kind === undefined) return fail(`-sh: cd: can't cd to ${path}: No such file or directory`);
  if (kind === "file") return fail(`-sh: cd: can't cd to ${path}: Not a directory`);
  context.directory = wanted;
  return say();
}

function list(args: readonly string[], context: RootContext): RootAnswer {
  const options = readOptions(args, "1aAl");
  if (!options.ok) return fail(`ls: ${options.reason}`);
  const { files, clock } = context.device;
  const { flags, operands } = options;
  const paths = operands.length > 0 ? operands : ["."];
  const show = (entry: Entry): string => (flags.has("l") ? longListing(entry, clock.now()) : entry.name);
  const lines: string[] = [];
  const mistakes: string[] = [];
  const directories: [shown: string, entries: readonly Entry[]][] = [];
  for (const path of paths) {
    const entry = files.entry(absolute(context, path));
    if (!entry) mistakes.push(`ls: ${path}: No such file or directory`);
    else if (entry.kind === "file") lines.push(show({ ...entry, name: path }));
    else directories.push([path, [...(flags.has("a") ? dots(entry) : []), ...(files.list(entry.path) ?? [])]]);
  }
  for (const [path, entries] of directories) {
    if (paths.length > 1) lines.push(...(lines.length > 0 ? [""] : []), `${path}:`);
    lines.push(...entries.map(show));
  }
  return { lines, mistakes, status: mistakes.length > 0 ? 1 : 0 };
}

const dots = (entry: Entry): readonly Entry[] => [".", ".."].map((name) => ({ ...entry, name }));
