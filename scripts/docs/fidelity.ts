import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { actedOn } from "../../emulator/model/acted-on.ts";
import { commands } from "../../emulator/model/commands/index.ts";
import { configurationItems } from "../../emulator/model/configuration/index.ts";
import { statusNodes } from "../../emulator/model/status/index.ts";
import type { Device } from "../../emulator/peer/device.ts";
import { fidelityNotes } from "./fidelity-notes.ts";
import { guideBehaviours } from "./guide-behaviours.ts";
import { restFigures } from "./rest-resources.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `docs/fidelity.md`: what the twin does truly, what by assumption, and what not yet. `device` is a peer as unpacked. */
export function fidelityPage(device: Device): string {
  const implemented = commands.filter((command) => device.commands.implements(command));
  const provided = statusNodes.filter((node) => device.status.values(node.name) !== undefined);
  const alarmTypes = device.alarms.all();
  const raised = alarmTypes.filter(({ type }) => device.alarms.mayStand(type.id));
  const rest = restFigures();
  const assumed = configurationItems.filter((item) => "assumed" in item).length;
  return [
    "# Fidelity: what is faithful, assumed, missing\n",
    "<!-- Made from the tables and tests by `npm run docs`. -->\n",
    "## In figures\n",
    "| Part | In the tables | Acted on | Held or not there |",
    "| --- | --- | --- | --- |",
    `| Configuration items | ${configurationItems.length} (${assumed} assumed) | ${Object.keys(actedOn).length} | ${configurationItems.length - Object.keys(actedOn).length} held |`,
    `| Commands | ${commands.length} | ${implemented.length} | ${commands.length - implemented.length} answer "not implemented by the emulator" |`,
    `| Status nodes | ${statusNodes.length} | ${provided.length} | ${statusNodes.length - provided.length} not shown |`,
    `| Alarm types | ${alarmTypes.length} | ${raised.length} | ${alarmTypes.length - raised.length} are never raised |`,
    `| REST resources | ${rest.known} with ${rest.members} members (${rest.assumed} assumed) | ${rest.served} | ${rest.absent} answer 501 |`,
    "",
    "An item that is held can be read, set, validated, copied and set back on every surface; nothing follows from it.\n",
    "## By subject\n",
    "| Subject | The product | The twin | |",
    "| --- | --- | --- | --- |",
    ...fidelityNotes.map(({ topic, product, twin, kind }) => `| ${topic} | ${product} | ${twin} | ${kind} |`),
    "",
    "## Configuration that the twin acts on\n",
    "| Item | What follows from it |",
    "| --- | --- |",
    ...Object.entries(actedOn).map(([path, effect]) => `| ${path} | ${effect} |`),
    "",
    "## Commands that work\n",
    `${implemented.map((command) => command.name).join(", ")}.\n`,
    "## Alarms that the twin raises\n",
    ...raised.map(({ type }) => `- ${type.id} ${type.title}: ${type.description}`),
    "",
    "## Status nodes\n",
    `Shown: ${provided.map((node) => node.name).join(", ")}.\n`,
    `Not shown: ${statusNodes
      .filter((node) => !provided.includes(node))
      .map((node) => node.name)
      .join(", ")}.\n`,
    "## Behaviours of the cluster guide, and the tests that show them\n",
    "| Id | Behaviour | Shown by |",
    "| --- | --- | --- |",
    ...guideBehaviours.map(({ id, behaviour }) => `| ${id} | ${behaviour} | ${testsOf(id)} |`),
    "",
  ].join("\n");
}

/** The test files in which an id stands in a title, and the scenarios that name it. */
function testsOf(id: string): string {
  const cited = new RegExp(`\\b${id.replace(".", "\\.")}(?!\\d)`);
  const files = [...testFiles(join(root, "scenarios")), ...testFiles(join(root, "test"))].filter((file) =>
    cited.test(readFileSync(file, "utf8")),
  );
  return files.map((file) => `\`${relative(root, file)}\``).join(", ") || "–";
}

function testFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return testFiles(path);
      return /\.test\.tsx?$|^scenario\.yaml$/.test(entry.name) ? [path] : [];
    });
}
