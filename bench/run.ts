// Measures what docs/performance.md promises, prints the table, and fails when a figure is on the wrong side of its bar.
// `--write` puts the table into the page. Each part is measured in a process of its own: what one leaves in memory would
// slow down the next.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { holds, showTable, type Measurement } from "./measure.ts";

const PARTS = ["start", "xml", "pages", "shell", "copy", "fortnight", "scaling", "many"] as const;

const measure = (part: (typeof PARTS)[number]): readonly Measurement[] => {
  const script = fileURLToPath(new URL("measure-part.ts", import.meta.url));
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const printed = execFileSync(process.execPath, ["--import", "tsx", script, part], {
    encoding: "utf8",
    stdio: [...stdio],
  });
  return JSON.parse(printed) as readonly Measurement[];
};

const measurements = PARTS.flatMap(measure);
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
