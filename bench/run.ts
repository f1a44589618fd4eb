// Measures what docs/performance.md promises, prints the table, and fails when a figure is on the wrong side of its bar.
// `--write` puts the table into the page.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measureCopy } from "./copy.ts";
import { measureFortnight } from "./fortnight.ts";
import { measureMany } from "./many.ts";
import { holds, showTable } from "./measure.ts";
import { measurePages } from "./pages.ts";
import { measureScaling } from "./scaling.ts";
import { measureShell } from "./shell.ts";
import { measureStart } from "./start.ts";
import { measureXml } from "./xml.ts";

const measurements = [
  ...(await measureStart()),
  ...(await measureXml()),
  ...(await measurePages()),
  ...(await measureShell()),
  ...(await measureCopy()),
  ...(await measureFortnight()),
  ...(await measureScaling()),
  ...(await measureMany()),
];
const machine = `Node ${process.versions.node}, ${cpus().length} processors.`;
const table = showTable(measurements);
process.stdout.write(`${machine}\n\n${table}\n`);
if (process.argv.includes("--write")) {
  const page = new URL("../docs/performance.md", import.meta.url);
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(/<!-- figures -->[\s\S]*<!-- end -->/, `<!-- figures -->\n\n${machine}\n\n${table}\n\n<!-- end -->`),
  );
}
process.exitCode = measurements.every(holds) ? 0 : 1;
