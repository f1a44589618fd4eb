import { Command, Option } from "commander";
import { roles, surfaces } from "../../peer/core/journal.ts";
import type { ControlClient } from "../control/control-client.ts";
import type { JournalFilter } from "../journal/journal-filter.ts";
import type { JournalRecord, UnservedRequest } from "../journal/lab-journal.ts";
import { integerBetween } from "./options.ts";
import { table } from "./table.ts";

interface ListOptions extends JournalFilter {
  readonly last?: number;
  readonly none?: boolean;
  readonly some?: boolean;
  readonly json?: boolean;
}

const SHOWN_UNLESS_TOLD = 50;

const scopeWords = { cluster: "cluster-wide", peer: "peer-specific" } as const;

/** `xtwin journal`: what the peers of the running lab were asked. @returns false where what was claimed of it is not so */
export async function journal(
  words: readonly string[],
  lab: () => ControlClient,
  print: (text: string) => void,
): Promise<boolean> {
  let asClaimed = true;
  const program = new Command("xtwin journal")
    .description("show what the peers of the running lab were asked, and assert on it")
    .showHelpAfterError("(xtwin journal --help shows what is allowed)");
  const list = program
    .command("list", { isDefault: true })
    .description("show entries; all options have to be met")
    .option("--peer <name>", "asked of this peer")
    .addOption(new Option("--kind <kind>", "of this kind").choices(["request", "change", "unserved"]))
    .addOption(new Option("--surface <surface>", "over this surface").choices([...surfaces]))
    .option("--account <name>", "by this account")
    .addOption(new Option("--role <role>", "of a peer that was this").choices([...roles]))
    .addOption(new Option("--scope <scope>", "changes of items of this scope").choices(["cluster", "peer"]))
    .addOption(new Option("--outcome <outcome>", "requests that were").choices(["done", "refused"]))
    .option("--text <text>", "that contain this text")
    .addOption(new Option("--last <n>", "the newest").argParser(integerBetween(1, 20_000)).default(SHOWN_UNLESS_TOLD))
    .option("--none", "fail when there is such an entry")
    .option("--some", "fail when there is no such entry")
    .option("--json", "as JSON")
    .action(async ({ last = SHOWN_UNLESS_TOLD, none, some, json, ...filter }: ListOptions) => {
      const found = await lab().journal(filter);
      const shown = found.slice(-last);
      print(json ? `${JSON.stringify(shown, null, 2)}\n` : showJournal(shown, found.length));
      asClaimed = !(none && found.length > 0) && !(some && found.length === 0);
    });
  // `list` may be left out, so its options are those of `journal` itself.
  program.addHelpText(
    "after",
    () => `\nOptions of list, the command that is meant where none is named:\n${optionsOf(list)}`,
  );
  program
    .command("clear")
    .description("forget all entries, before a test for example")
    .action(async () => {
      await lab().clearJournal();
      print("the journal is empty\n");
    });
  await program.parseAsync(words, { from: "user" });
  return asClaimed;
}

/** As the command's own help lists them. */
function optionsOf(command: Command): string {
  const help = command.createHelp();
  const width = help.padWidth(command, help);
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== "--help")
    .map((option) => `  ${help.optionTerm(option).padEnd(width + 2)}${help.optionDescription(option)}`)
    .join("\n");
}

/** Every request that the twin could not serve. */
export function showReport(unserved: readonly UnservedRequest[]): string {
  if (unserved.length === 0) return "everything that was asked for was served\n";
  const rows = unserved.map(({ what, times, peers, last }) => [what, String(times), peers.join(", "), last]);
  return table(["Not implemented by the emulator", "Times", "Peers", "Last"], rows);
}

function showJournal(records: readonly JournalRecord[], count: number): string {
  if (count === 0) return "no such entry\n";
  const rows = records.map((record) => [
    record.at,
    `${record.peer} (${record.role})`,
    record.kind === "request" ? record.surface : record.kind,
    record.kind === "unserved" ? "" : record.account,
    record.what,
    record.kind === "request" ? record.answer : record.kind === "change" ? scopeWords[record.scope] : "",
  ]);
  const more = count > records.length ? `${count} entries; the newest ${records.length} are shown\n` : "";
  return `${table(["Time", "Peer", "Way in", "Account", "What", "Answer"], rows)}${more}`;
}
