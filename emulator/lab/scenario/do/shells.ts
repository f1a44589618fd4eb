import { Type } from "typebox";
import type { PeerSession } from "../drivers/peer-session.ts";
import type { Reply } from "../drivers/reply.ts";
import { peerAction } from "../kinds.ts";
import { asList, linesMember } from "../members.ts";

/** Lines of the command shell, as `admin` over SSH. */
export const cli = peerAction({
  key: "cli",
  about: "Runs a line of the command shell, or several, as admin over SSH. Each has to end with OK.",
  example: '{ peer: expe2, cli: "xConfiguration Bandwidth Default: 512" }',
  members: { cli: linesMember("a line, or a list of lines") },
  perform: ({ cli: lines }, peer) => inTurn(asList(lines), (line) => runCli(peer, line)),
});

/** Lines of the root shell. */
export const root = peerAction({
  key: "root",
  about: "Runs a line of the root shell, or several, over SSH. Each has to end with status 0.",
  example: '{ peer: expe2, root: tsh, answers: ["xStatus Warnings", exit] }',
  members: {
    root: linesMember("a line, or a list of lines"),
    answers: Type.Optional(linesMember("what the command reads: an answer to each of its prompts")),
  },
  perform: ({ root: lines, answers = [] }, peer) =>
    inTurn(asList(lines), async (line) => {
      const { text, status } = await peer.shell(
        "root",
        line,
        asList(answers)
          .map((each) => `${each}\n`)
          .join(""),
      );
      return { ok: status === 0, text: text.trim() };
    }),
});

/** A line of the command shell. A command that was understood and failed ends with OK too, after its result. */
export async function runCli(peer: PeerSession, line: string): Promise<Reply> {
  const { text } = await peer.shell("admin", line);
  const lines = text.trimEnd().split("\n");
  // Leaving says goodbye instead.
  const done = ["OK", "Bye!"].includes(lines.at(-1) ?? "") && !lines.includes("*r Result (status=Error):");
  return { ok: done, text: text.trim() };
}

/** One after the other, until one is refused. */
async function inTurn(lines: readonly string[], run: (line: string) => Promise<Reply>): Promise<Reply> {
  const texts: string[] = [];
  for (const line of lines) {
    const { ok, text } = await run(line);
    texts.push(text);
    if (!ok) return { ok, text: texts.join("\n") };
  }
  return { ok: true, text: texts.join("\n") };
}
