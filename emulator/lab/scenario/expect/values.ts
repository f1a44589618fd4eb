import { Type } from "typebox";
import { readConfiguration, readStatus } from "../../../../protocol/xapi/cli-reader.ts";
import { runCli } from "../do/shells.ts";
import type { PeerSession } from "../drivers/peer-session.ts";
import { check } from "../kinds.ts";
import { scalarMember } from "../members.ts";

const pathForm = /^x(Status|Configuration) \S/i;

/** Values that the command shell prints. */
export const value = check({
  key: "value",
  about: "Values that xStatus and xConfiguration print, by their paths.",
  example: "{ peer: all, value: { xConfiguration Bandwidth Default: 512 } }",
  members: {
    value: Type.Record(Type.String(), scalarMember, { description: "values by xStatus … or xConfiguration …" }),
  },
  mistake: ({ value: wanted }) => {
    const unknown = Object.keys(wanted).find((path) => !pathForm.test(path));
    return unknown === undefined
      ? undefined
      : { path: ["value", unknown], reason: `"${unknown}" does not begin with xStatus or xConfiguration`, atKey: true };
  },
  look: async ({ value: wanted }, peer) => {
    const wrong: string[] = [];
    for (const [path, text] of Object.entries(wanted)) {
      const seen = await printedValue(peer, path);
      if (seen !== String(text)) wrong.push(`${path}: ${seen}`);
    }
    return wrong.length > 0 ? wrong.join(", ") : undefined;
  },
});

/** The one value at a path, or what the shell says instead. */
async function printedValue(peer: PeerSession, path: string): Promise<string> {
  const { ok, text } = await peer.seen(path, () => runCli(peer, path));
  const lines = text.split("\n");
  if (!ok) return lines[0] ?? "";
  const values = /^xstatus/i.test(path) ? readStatus(lines) : readConfiguration(lines);
  const [only] = values;
  if (only === undefined) return "no value";
  return values.length === 1 ? (only.value ?? "") : `${values.length} values`;
}

/** Whether a peer is up. */
export const up = check({
  key: "up",
  about: "The peer is up, or down: nothing else can be seen of one that is down.",
  example: "{ peer: expe4, up: true }",
  members: { up: Type.Boolean() },
  evenDown: true,
  look: ({ up: wanted }, peer) => Promise.resolve(peer.up === wanted ? undefined : peer.up ? "up" : "down"),
});
