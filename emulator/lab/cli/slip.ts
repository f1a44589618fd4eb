import { Command } from "commander";
import type { ControlClient } from "../control/control-client.ts";
import { table } from "./table.ts";

/** `xtwin slip`: mistakes of an operator, made on purpose. */
export async function slip(
  words: readonly string[],
  lab: () => ControlClient,
  print: (text: string) => void,
): Promise<void> {
  const program = new Command("xtwin slip")
    .description(
      "make a mistake on a peer of the running lab, as an operator would, for somebody to find and mend on its page",
    )
    .argument("<kind>", "what is mistyped; `xtwin slip kinds` lists all")
    .argument("<peer>", "on whose pages")
    .showHelpAfterError("(xtwin slip --help shows what is allowed)")
    .action(async (kind: string, peer: string) => {
      const made = await lab().makeSlip({ kind, peer });
      print(`${made.peer}: ${made.summary} It is mended on ${made.page}, ${made.field}.\n`);
    });
  program
    .command("kinds")
    .description("list the kinds of slips, and where each is mended")
    .action(async () => {
      const { slipKinds } = await import("../slips/slip-kinds.ts");
      const rows = slipKinds.map(({ name, summary, page, field }) => [name, summary, `${page}, ${field}`]);
      print(table(["Kind", "What is wrong", "Mended on"], rows));
    });
  await program.parseAsync(words, { from: "user" });
}
