import { type Command, Option } from "commander";
import { IsOptional, type TSchema } from "typebox";
import type { ControlClient } from "../control/control-client.ts";
import type { FaultKind } from "../faults/fault-kind.ts";
import { faultKinds } from "../faults/fault-kinds.ts";
import { commonMembers, type FaultRule, isFlag, membersOf } from "../faults/rule-members.ts";
import { showFaults } from "./show-faults.ts";
import { table } from "./table.ts";

/** Members that are words of the command line, not options. */
const OPERANDS = ["peer", "other"];

/** `fault add` and `fault kinds`, made of the table. */
export function addFaultKindCommands(program: Command, lab: () => ControlClient, print: (text: string) => void): void {
  const add = program
    .command("add")
    .description("add a fault; `xtwin fault kinds` shows what each kind takes")
    .argument("<kind>", faultKinds.map(({ name }) => name).join(", "))
    .argument("[peer]", "the peer that the fault affects")
    .argument("[other]", "the peer at the other end of the path");
  for (const option of optionsOfAllKinds()) add.addOption(option);
  add.action(async (kind: string, peer: string | undefined, other: string | undefined, options: Partial<FaultRule>) => {
    const rule: FaultRule = {
      ...options,
      kind,
      ...(peer !== undefined && { peer }),
      ...(other !== undefined && { other }),
    };
    print(showFaults([await lab().addFault(rule)]));
  });
  program
    .command("kinds")
    .description("list the kinds of faults, and what each takes")
    .action(() => print(`${table(["Kind", "Takes", "What happens"], faultKinds.map(kindRow))}\n${MORE}`));
}

/** What need not be said of each kind. */
const MORE = `Any kind: --from, --until. [PEER [OTHER]]: --direction too. * and: --share, --every, --count, --seed.
xtwin fault add --help shows what is allowed there.
`;

function kindRow(kind: FaultKind): string[] {
  const operands = { path: "[PEER [OTHER]]", peers: "[PEER]", peer: "PEER" }[kind.place];
  const own = Object.entries<TSchema>(kind.parameters.properties).map(([name, schema]) =>
    IsOptional(schema) ? `[${optionName(name)}]` : optionName(name),
  );
  return [kind.name, [operands, ...own, ...(kind.firesAt ? ["*"] : [])].join(" "), kind.summary];
}

/** An option for each member of any kind; what kinds of their own mean by it stands beside it. */
function optionsOfAllKinds(): Option[] {
  const meanings = new Map<string, Map<string, string[]>>();
  const flags = new Set<string>();
  for (const kind of faultKinds) {
    for (const [name, schema] of Object.entries(membersOf(kind))) {
      if (OPERANDS.includes(name)) continue;
      if (isFlag(schema)) flags.add(name);
      const { description = "" } = schema as { description?: string };
      const meaning = meanings.get(name) ?? new Map<string, string[]>();
      meaning.set(description, [...(meaning.get(description) ?? []), kind.name]);
      meanings.set(name, meaning);
    }
  }
  return [...meanings].map(([name, meaning]) => {
    const words = [...meaning].map(([what, kinds]) => (name in commonMembers ? what : `${kinds.join(", ")}: ${what}`));
    return new Option(flags.has(name) ? optionName(name) : `${optionName(name)} <value>`, words.join("; "));
  });
}

const optionName = (member: string): string =>
  `--${member.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
