// Prints how many of the lines of each folder the last run with `--coverage` went through: `npm test -- --coverage`, then
// this. With `--write` the table goes into docs/performance.md.
import { readFileSync, writeFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = new URL("../docs/performance.md", import.meta.url);
const { total, ...files } = JSON.parse(readFileSync(new URL("../coverage/coverage-summary.json", import.meta.url)));

/** The peer by its subjects, all else by its folders. */
function folderOf(path) {
  const folders = relative(root, path).split(sep).slice(0, -1);
  return folders.slice(0, folders[1] === "peer" ? 3 : 2).join("/");
}

const folders = {};
const add = (folder, { total: lines, covered }) => {
  folders[folder] ??= { lines: 0, covered: 0 };
  folders[folder].lines += lines;
  folders[folder].covered += covered;
};
for (const [path, { lines }] of Object.entries(files)) {
  const folder = folderOf(path);
  add(folder, lines);
  if (folder.startsWith("emulator/peer/")) add("emulator/peer", lines);
}

const share = ({ lines, covered }) => `${((100 * covered) / Math.max(1, lines)).toFixed(1)} %`;
const everything = { lines: total.lines.total, covered: total.lines.covered };
const rows = [...Object.entries(folders).toSorted(([a], [b]) => (a < b ? -1 : 1)), ["in all", everything]].map(
  ([folder, counts]) => `| ${folder.includes("/") ? `\`${folder}\`` : folder} | ${counts.lines} | ${share(counts)} |`,
);
const table = ["| Folder | Lines | Gone through |", "| --- | ---: | ---: |", ...rows].join("\n");
process.stdout.write(`${table}\n`);

if (process.argv.includes("--write")) {
  const text = readFileSync(page, "utf8").replace(
    /<!-- coverage -->[\s\S]*<!-- end coverage -->/,
    () => `<!-- coverage -->\n\n${table}\n\n<!-- end coverage -->`,
  );
  const options = await resolveConfig(fileURLToPath(page));
  writeFileSync(page, await format(text, { ...options, parser: "markdown" }));
}
