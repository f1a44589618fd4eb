import { shown } from "../../../test/architecture/citations.ts";
import { textFiles } from "../../../test/architecture/files.ts";
import type { Device } from "../../../emulator/peer/device.ts";
import { gradedTables, type Grade, type GradedTable } from "./grades.ts";
import { fidelityNotes } from "./index.ts";
import { guideBehaviours } from "../guide-behaviours.ts";
import { table } from "../markdown.ts";

const grades: readonly Grade[] = ["faithful", "assumed", "missing"];

/** `docs/fidelity.md`: what the twin does truly, what by assumption, and what not. `device` is a peer as unpacked. */
export function fidelityPage(device: Device): string {
  const tables = gradedTables(device);
  return [
    "# Fidelity: what is faithful, assumed, missing\n",
    "<!-- Made from the tables and tests by `npm run docs`. -->\n",
    "## In figures\n",
    table(["Part", "In the tables", ...grades], tables.map(figures)),
    "",
    "An item that is missing here is stored only: it can be read, set, validated, copied and set back on every surface, and nothing follows from it. What " +
      'else is missing answers "not implemented by the emulator", or is not shown. Assumed is what is there though no source shows it for X8.1, or though a name is ours.\n',
    ...fidelityNotes.flatMap(({ subject, notes }) => [
      `## ${subject}\n`,
      table(
        ["Topic", "The product", "The twin", ""],
        notes.map(({ topic, product, twin, kind }) => [topic, product, twin, kind]),
      ),
      "",
    ]),
    ...tables.flatMap(({ title, rows }) => [
      `## ${title}, one by one\n`,
      table(
        ["Name", "Grade", "What follows, or stands for it"],
        rows.map(({ name, grade, told }) => [name, grade, told]),
      ),
      "",
    ]),
    "## Behaviours of the cluster guide, and the tests that show them\n",
    table(
      ["Id", "Behaviour", "Shown by"],
      guideBehaviours.map(({ id, behaviour }) => [id, behaviour, testsOf(id)]),
    ),
    "",
  ].join("\n");
}

const figures = ({ title, rows }: GradedTable): string[] => [
  title,
  String(rows.length),
  ...grades.map((grade) => String(rows.filter((row) => row.grade === grade).length)),
];

/** What tests and scenarios say that they show, by their paths. */
const subjects = [...textFiles("scenarios"), ...textFiles("test")]
  .filter(({ path }) => /\.test\.tsx?$|\/scenario\.yaml$/.test(path))
  .map((file) => ({ path: file.path, text: shown(file) }));

/** The test files in which an id stands in a title, and the scenarios that name it. */
function testsOf(id: string): string {
  const cited = new RegExp(`\\b${id.replace(".", "\\.")}(?!\\d)`);
  return subjects.flatMap(({ path, text }) => (cited.test(text) ? [`\`${path}\``] : [])).join(", ") || "–";
}
