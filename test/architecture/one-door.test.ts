import { expect, it } from "vitest";
import { isTypeScript, type RepositoryFile, textFiles } from "./files.ts";
import { type Finding, identifierName, isNode, lineAt, memberName, parse, report, visit } from "./syntax.ts";

/** Where a file writes to a configuration by itself, whatever it is reached by: `device.configuration.set(…)`. */
function writesByItself({ path, text }: RepositoryFile): Finding[] {
  const found: Finding[] = [];
  visit(parse(path, text), (node) => {
    if (memberName(node) !== "set" || !isNode(node["object"])) return;
    const owner = identifierName(node["object"]) ?? memberName(node["object"]);
    if (owner === "configuration")
      found.push({ where: `${path}:${lineAt(text, node.start)}`, what: "writes by itself: use setItems or createRow" });
  });
  return found;
}

it("surfaces write to the configuration through its one door, which checks rows and what is shown", () => {
  const surfaces = textFiles("emulator/surfaces").filter(isTypeScript);
  expect(report(surfaces.flatMap(writesByItself))).toEqual([]);
});

it.each([
  ["configuration.set(changes, actor);", 1],
  ["visit.device.configuration.set(changes, actor);", 1],
  ["const write = device.configuration.set;", 1],
  ['device.configuration["set"](changes, actor);', 1],
  ["setItems(device, changes, actor);", 0],
  ["const values = new Map(); values.set(configuration.get(path), 1);", 0],
])("the search for other doors: %s", (text, count) => {
  expect(writesByItself({ path: "emulator/surfaces/a.ts", text: `\n${text}` })).toHaveLength(count);
});
