import { Command } from "commander";
import type { ControlClient } from "../control/control-client.ts";
import { showFaults } from "./show-faults.ts";

/** `xtwin fault`: what goes wrong on purpose in the running lab. */
export async function fault(
  words: readonly string[],
  lab: () => ControlClient,
  print: (text: string) => void,
): Promise<void> {
  const program = new Command("xtwin fault")
    .description("inject faults into the running lab, and remove them")
    .showHelpAfterError("(xtwin fault --help shows what is allowed)");
  program
    .command("list")
    .description("show the faults of the lab, and how often each has fired")
    .option("--json", "as JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const faults = await lab().faults();
      print(json ? `${JSON.stringify(faults, null, 2)}\n` : showFaults(faults));
    });
  program
    .command("remove")
    .description("end a fault")
    .argument("<id>", "its number, or all")
    .action(async (id: string) => print(showFaults(await lab().removeFault(id))));
  // The table of kinds, and the library that it is written with, only for those who need it.
  if (words.some((word) => ["add", "kinds", "help"].includes(word) || word.endsWith("-h") || word === "--help")) {
    const { addFaultKindCommands } = await import("./fault-kind-commands.ts");
    addFaultKindCommands(program, lab, print);
  }
  await program.parseAsync(words.length > 0 ? words : ["list"], { from: "user" });
}
