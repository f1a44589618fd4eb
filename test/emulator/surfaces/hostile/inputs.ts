import * as fc from "fast-check";
import { commands } from "../../../../emulator/model/commands/index.ts";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import type { Device } from "../../../../emulator/peer/device.ts";

/** What may change when somebody asks for something: every value that is set, and how often any was. */
export function stateOf({ configuration }: Device): string {
  const stored = [...configuration.allStored()].map(({ path, value }) => `${path}=${value}`);
  return JSON.stringify([configuration.generation, configuration.digest.text, stored.toSorted()]);
}

const paths = configurationItems.map(({ path }) => path.replaceAll(/\[(\d+)\.\.\d+\]/g, "$1"));

/** Texts that have hurt programs before: markup, shell, paths, formats, ends of texts, direction marks, long runs. */
export const nasty = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    '"',
    "'",
    '\\"',
    "<!--",
    "]]>",
    "&lt;",
    "&#0;",
    "$(id)",
    "`id`",
    "; id",
    "| cat /etc/passwd",
    "../../../../etc/passwd",
    "%s%n",
    "__proto__",
    "constructor",
    "\0",
    "\u202e",
    "\ud800",
    "\r\n\r\n",
    "-1",
    "1e9",
    "999999999999999999999",
    "[1..2]",
    "[@item='1']",
    "//",
    "*",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 5000 })).map(([text, times]) => text.repeat(times)),
);

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...paths.flatMap((path) => path.split(" "))) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 3001 }).map(String) },
  { weight: 1, arbitrary: nasty },
);

const value = fc.oneof(nasty, fc.constantFrom("On", "Off", '"a b"', "5060"));

/** Command lines: whole ones with bad values, beginnings of good ones, words in any order, and anything at all. */
export const commandLines = fc.oneof(
  fc.tuple(fc.constantFrom(...paths), value).map(([path, text]) => `xConfiguration ${path}: ${text}`),
  fc
    .tuple(fc.constantFrom(...commands), fc.array(fc.tuple(word, value), { maxLength: 4 }))
    .map(([{ name, parameters }, more]) => {
      const named = parameters
        .slice(0, more.length)
        .map((parameter, place) => [parameter.name, more[place]?.[1] ?? ""]);
      return `xCommand ${name} ${[...named, ...more.slice(named.length)].map(([key, text]) => `${key}: ${text}`).join(" ")}`;
    }),
  fc
    .tuple(
      fc.constantFrom(
        "xStatus",
        "xConfiguration",
        "xCommand",
        "xHistory",
        "xFeedback",
        "xGetxml",
        "xPreferences",
        "echo",
      ),
      fc.array(word, { maxLength: 8 }),
    )
    .map(([keyword, words]) => `${keyword} ${words.join(" ")}`),
  fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
  nasty,
);

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Documents: well-formed ones that say nonsense, and ones that are not well-formed. */
export const documents = fc.oneof(
  fc.tuple(fc.constantFrom(...paths), value).map(([path, text]) => {
    const words = path.split(" ").filter((part) => !/^\d/.test(part));
    const open = words.map((name) => `<${name} item="1">`).join("");
    const close = words
      .toReversed()
      .map((name) => `</${name}>`)
      .join("");
    return `<Configuration>${open}${escaped(text)}${close}</Configuration>`;
  }),
  fc.tuple(fc.constantFrom(...commands), fc.array(fc.tuple(word, value), { maxLength: 3 })).map(([{ name }, more]) => {
    const children = more.map(([key, text]) => `<${key}>${escaped(text)}</${key}>`).join("");
    return `<Command><${name} command="True">${children}</${name}></Command>`;
  }),
  fc
    .array(fc.oneof(fc.constantFrom("<a>", "</a>", "<a/>", "<!DOCTYPE a [", "<![CDATA[", "<?xml ", "&e;"), nasty))
    .map((parts) => parts.join("")),
  fc.integer({ min: 1, max: 3000 }).map((depth) => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`),
);
