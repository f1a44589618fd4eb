import { describe, expect, test } from "vitest";
import { commands as commandTable } from "../../../../../emulator/model/commands/index.ts";
import { Commands, findCommand } from "../../../../../emulator/peer/configuration/commands/commands.ts";
import { Unimplemented } from "../../../../../emulator/peer/configuration/commands/unimplemented.ts";
import { THE_SYSTEM } from "../../../../../emulator/peer/core/actor.ts";
import type { CommandArguments } from "../../../../../emulator/peer/core/command-handler.ts";

const taken: CommandArguments[] = [];
const take = (args: CommandArguments): { ok: true } => {
  taken.push(args);
  return { ok: true };
};
const unimplemented = new Unimplemented();
const commands = new Commands([{ FeedbackRegister: take, DomainAdd: take }], unimplemented);

/** What the handler got, or why it was not called. `args` as `Name=value` pairs. */
async function run(name: string, ...args: string[]): Promise<CommandArguments | string | undefined> {
  const found = findCommand(name);
  if (!found.ok) return found.reason;
  const pairs = args.map((arg) => ({ name: arg.split("=")[0] ?? "", value: arg.split("=")[1] ?? "" }));
  const result = await commands.run(found.command, pairs, THE_SYSTEM);
  return result.ok ? taken.pop() : result.reason;
}

describe("commands are found", () => {
  test("by every name of the table and in any case", () => {
    for (const command of commandTable) {
      for (const name of [command.name, ...(command.aliases ?? [])])
        expect(findCommand(name.toUpperCase())).toEqual({ ok: true, command });
    }
  });

  test("by a beginning that only one has", () => {
    expect(findCommand("feedbackr")).toMatchObject({ ok: true, command: { name: "FeedbackRegister" } });
    expect(findCommand("feedback")).toEqual({
      ok: false,
      reason: 'Ambiguous command "feedback": FeedbackDeregister, FeedbackRegister',
    });
    expect(findCommand("frobnicate")).toEqual({ ok: false, reason: 'Unknown command "frobnicate"' });
  });
});

describe("arguments", () => {
  test("get the names, spellings and defaults of the table", async () => {
    expect(await run("DomainAdd", "name=example.com", "edges=on")).toEqual({
      Name: "example.com",
      Edgesip: "On",
      Edgexmpp: "Off",
      Sip: "On",
      Xmppfederation: "Off",
    });
  });

  test("that repeat keep their number", async () => {
    expect(await run("FeedbackRegister", "url=http://a", "Expression.1=Status", "expr.15=Event")).toEqual({
      URL: "http://a",
      "Expression.1": "Status",
      "Expression.15": "Event",
    });
  });

  test.each([
    [["FeedbackRegister"], "Missing argument: URL"],
    [["FeedbackRegister", "URL=x", "Expression.16=a"], 'Argument "Expression.16" has no such number: 1 to 15'],
    [["FeedbackRegister", "URL=x", "Expression.0=a"], 'Argument "Expression.0" has no such number: 1 to 15'],
    [
      ["FeedbackRegister", "URL=x", "Expression=a"],
      'Unknown argument "Expression": FeedbackRegister takes ID, URL, Expression.[1..15]',
    ],
    [["FeedbackRegister", "URL.1=x"], 'Unknown argument "URL.1": FeedbackRegister takes ID, URL, Expression.[1..15]'],
    [["FeedbackRegister", "URL=x", "url=y"], 'Argument "URL" is given twice'],
    [["FeedbackRegister", "URL=x", "ID=4"], 'Argument "ID": "4" is not allowed: a whole number from 1 to 3'],
    [["Boot", "now=1"], 'Unknown argument "now": Boot takes no arguments'],
  ] as const)("%j is refused", async ([name, ...args], reason) => expect(await run(name, ...args)).toBe(reason));
});

test("a command that no part owns says so and is counted", async () => {
  const boot = findCommand("Boot");
  expect(boot.ok && commands.implements(boot.command)).toBe(false);
  expect(await run("Boot")).toBe("not implemented by the emulator: xCommand Boot");
  expect(unimplemented.counts().get("xCommand Boot")).toBe(1);
});
