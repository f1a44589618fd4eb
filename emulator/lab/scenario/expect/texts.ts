import { Type } from "typebox";
import type { PeerSession } from "../drivers/peer-session.ts";
import { check, type EntryMistake } from "../kinds.ts";
import { matches, textMistake } from "../matches.ts";
import { textMember } from "../members.ts";
import { eventLog } from "./alarm-sources.ts";

/** So much of a page is told of one that does not show what it should. */
const MOST_SHOWN = 300;

const pageText = Type.Object(
  {
    page: textMember("the path through the menus, or an address that begins with /"),
    text: textMember("a part of what there is to read, or a regular expression as /…/"),
  },
  { additionalProperties: false },
);

/** Something that a page shows. */
export const shows = check({
  key: "shows",
  about: "A page shows a text; the values of its fields count, the menus do not.",
  example: "{ peer: expe2, shows: { page: System > Time, text: Synchronized } }",
  members: { shows: pageText },
  mistake: (entry) => wrongText(["shows", "text"], entry.shows.text),
  look: async ({ shows: { page, text } }, peer) => {
    const shown = await textOfPage(peer, page);
    return matches(text, shown) ? undefined : `"${shown.slice(0, MOST_SHOWN)}"`;
  },
});

/** Something that a page does not show. */
export const lacks = check({
  key: "lacks",
  about: "A page does not show a text.",
  example: "{ peer: expe2, lacks: { page: Configuration > Zones > Zones, text: Branch } }",
  members: { lacks: pageText },
  mistake: (entry) => wrongText(["lacks", "text"], entry.lacks.text),
  look: async ({ lacks: { page, text } }, peer) => {
    const shown = await textOfPage(peer, page);
    return matches(text, shown) ? `"${shown.slice(0, MOST_SHOWN)}"` : undefined;
  },
});

/** A line of the Event Log. */
export const log = check({
  key: "log",
  about: "A line of the Event Log holds a text.",
  example: '{ peer: expe2, log: Event="Restart Requested" }',
  members: { log: textMember("a part of a line, or a regular expression as /…/") },
  happened: true,
  mistake: (entry) => wrongText(["log"], entry.log),
  look: async ({ log: text }, peer) => {
    const lines = await eventLog(peer);
    if (lines.split("\n").some((line) => matches(text, line))) return undefined;
    return `no such line; the last is ${lines.split("\n").at(-3) ?? "missing"}`;
  },
});

const textOfPage = async (peer: PeerSession, page: string): Promise<string> => (await peer.lookAt(page)).text;

function wrongText(path: readonly string[], text: string): EntryMistake | undefined {
  const reason = textMistake(text);
  return reason === undefined ? undefined : { path, reason };
}
