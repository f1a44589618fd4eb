import { scenarioKinds, scenarioSchema } from "../../emulator/index.ts";
import { GENERATED, table } from "./markdown.ts";

/** `docs/reference/scenario.schema.json`: for editors. */
export function scenarioSchemaFile(): string {
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", title: "Scenario", ...scenarioSchema };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

const kinds = (rows: (typeof scenarioKinds)["do"]): string =>
  table(
    ["Member", "What it does", "Example"],
    rows.map(({ key, about, example }) => [`\`${key}\``, about, `\`${example}\``]),
  );

/** `docs/reference/scenarios.md` */
export function scenariosPage(): string {
  return [
    `# Scenario file\n\n${GENERATED}`,
    "YAML for [`xtwin run`](xtwin.md#xtwin-run-path): a lab, and steps that do something and expect something to come of it. [How to write one](../how-to/write-a-scenario.md). A member that is not here is a mistake, and so is a value that is not allowed; the message has file, line and column. [Schema for editors](scenario.schema.json).\n",
    table(
      ["Member", "Value", "Default"],
      [
        ["`title`", "What it shows, in one line", "mandatory"],
        ["`guide`", "Ids of the cluster guide's behaviours that it shows: [fidelity](../fidelity.md)", "none"],
        ["`topology`", "The lab that it begins with", "mandatory"],
        ["`steps`", "List of steps, performed in this order; the first that fails is the last", "mandatory"],
      ],
    ),
    "\n## `topology`\n",
    "As a [topology file](topology.md) has it, without addresses: each run gets a loopback network of its own.\n",
    table(
      ["Member", "Value", "Default"],
      [
        [
          "`peers`",
          "How many peers; they are called `expe1`, `expe2` …; or a list of peers as in a topology file",
          "mandatory",
        ],
        ["`blank`", "Peers as unpacked, outside the cluster: a name, a list of names, or `all`", "none"],
        [
          "`cluster`",
          "`name`, `preSharedKey` and `peers` of the cluster that is formed at the start",
          "all peers that are not blank",
        ],
        ["`domain`", "DNS domain of the lab", "`lab.example.com`"],
        ["`dns`", "Zones of the DNS server, as a topology file has them", "none"],
      ],
    ),
    "\nThe lab has run for 3 minutes of its time when the first step begins: peers have met, copied, and follow their time server.\n",
    "## Each of `steps`\n",
    table(
      ["Member", "Value"],
      [
        ["`title`", "What is done, for whoever reads it or does it"],
        ["`why`", "Why it is done, or why it comes out so"],
        ["`hint`", "For whoever is to do it without being told how"],
        ["`do`", "List of actions, done in this order. No time of the lab passes meanwhile, unless an action says so"],
        [
          "`expect`",
          "What has to be so afterwards: `all` is a list of checks, `within` how much of the lab's time may pass until all of them hold at the same time. Without `within` they have to hold at once. A check with `for` has to stay so for that long from then on; all but `log` take it",
        ],
      ],
    ),
    "\n`${NAME}` in any text of an action or check stands for the address of the peer of that name, `${surroundings}` for that of the lab's DNS and NTP server, `${nobody}` for one at which nobody answers.\n",
    "## `do`\n",
    kinds(scenarioKinds.do),
    "\nActions on a peer have `peer`: a name, a list of names, or `all`; they are done on one after the other. A peer has to do what it is told, unless the action has `fails: TEXT`: then it has to refuse, and say that. `returns: TEXT` is what it has to answer. A text is a part of the answer, or a regular expression between slashes.\n",
    "`page` has more members: `fill` (fields by label; a label that occurs twice goes below the name of its section), `tick` (a text of each row whose check box is set), `press` (a button or link; `Save` unless told), `confirm` (`OK` or `Cancel`, the answer to a question). `root` has `answers`, what the command reads.\n",
    "## `expect`\n",
    kinds(scenarioKinds.expect),
    "\nEvery check but `finds` has `peer`; it has to hold on all of them.\n",
  ].join("\n");
}
