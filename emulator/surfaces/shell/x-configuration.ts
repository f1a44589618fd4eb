import { writeConfigurationItem } from "../../../protocol/xapi/cli-writer.ts";
import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import { concretePath } from "../../peer/configuration/item-paths.ts";
import { whyAbsent } from "../../peer/configuration/presence.ts";
import { type ItemMatch, resolveWords } from "../../peer/configuration/resolve-words.ts";
import { setItems } from "../../peer/configuration/set-items.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { listConfiguration } from "../documents/configuration-listing.ts";
import { isQuoted, printedValue } from "../documents/printed-value.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";
import { configurationHelp } from "./x-configuration-help.ts";

/** `xConfiguration`: lists items, sets one, or explains them. */
export function xConfiguration(device: Device, line: CommandLine, actor: Actor): Answer {
  const [, ...words] = line.words;
  if (line.help !== undefined) return configurationHelp(words, line.help);
  const [first, second] = line.args;
  if (second) return refused(`"${second.name}: ${second.value}" is one value too many: one item is set at a time`);
  if (first) return write(device, [...words, first.name], first.value, actor);
  // Published procedures leave the colon out before a text in quotes.
  if (line.value !== undefined) return write(device, words, line.value, actor);
  return read(device, words);
}

function read(device: Device, words: readonly string[]): Answer {
  const found = resolveWords(words);
  if (found.kind === "error") return refused(found.reason);
  const listed = listConfiguration(device.configuration, found.matches);
  if (listed.length === 0) {
    const [path] = found.matches.flatMap(fullPath);
    const reason = path === undefined ? undefined : whyAbsent(device.configuration, path);
    if (reason !== undefined) return refused(reason);
  }
  return done(
    listed.map(({ path, item, value }) =>
      writeConfigurationItem(path, printedValue(device, path, item, value), isQuoted(item)),
    ),
  );
}

function write(device: Device, words: readonly string[], value: string, actor: Actor): Answer {
  const found = resolveWords(words);
  if (found.kind === "error") return refused(found.reason);
  const [match] = found.matches;
  const [path] = found.exact && match ? fullPath(match) : [];
  if (path === undefined) {
    return refused(`"${words.join(" ")}" is not one item: ${ends(found.matches)}`);
  }
  const result = setItems(device, [{ path, value }], actor);
  return result.ok ? done() : refused(`${result.path}: ${result.reason}`);
}

/** The path of a match of which every index was given. */
function fullPath({ item, indices }: ItemMatch): string[] {
  const given = indices.filter((index) => index !== undefined);
  return given.length === indices.length ? [concretePath(item.path, given)] : [];
}

const mostNamed = 5;

function ends(matches: readonly ItemMatch[]): string {
  const named = matches.slice(0, mostNamed).map(({ item }) => item.path);
  return `it stands for ${named.join(", ")}${matches.length > mostNamed ? ", …" : ""}`;
}
