import { describe, expect, it } from "vitest";
import { WINGS } from "../../emulator/peer/assembly/wing.ts";
import { isTypeScript, productSources, textFiles } from "./files.ts";
import { importsOf } from "./imports.ts";
import { pictureEdges } from "./mermaid.ts";
import { report } from "./syntax.ts";
import { wingEdgeOf, wingMistakes, withoutShortcuts } from "./wings.ts";

const page = "docs/architecture.md";

describe("the wings of a peer", () => {
  const sources = productSources().filter(({ path }) => path.startsWith("emulator/peer/"));

  it("import downwards only", () => {
    expect(report(sources.flatMap(({ path, text }) => wingMistakes(path, importsOf(path, text))))).toEqual([]);
  });

  it(`are those of the second picture in ${page}, which leaves out what follows from its other arrows`, () => {
    const edges = new Set<string>();
    for (const { path, text } of sources)
      for (const { specifier } of importsOf(path, text)) {
        const edge = wingEdgeOf(path, specifier);
        if (edge !== undefined) edges.add(edge);
      }
    const document = textFiles("docs").find(({ path }) => path === page);
    expect(pictureEdges(document?.text ?? "", 2)).toEqual(withoutShortcuts(edges));
  });

  it("have a file of the assembly each, which is built in the order that is written down", () => {
    const files = textFiles("emulator/peer/assembly").filter(isTypeScript);
    for (const name of WINGS) expect(files.map(({ path }) => path)).toContain(`emulator/peer/assembly/${name}.ts`);
    const boot = sources.find(({ path }) => path === "emulator/peer/boot.ts")?.text ?? "";
    const built = [...boot.matchAll(/const (\w+) = build[A-Z]\w*\(/g)].map(([, name]) => name);
    expect(built.slice(0, WINGS.length)).toEqual([...WINGS]);
  });
});

describe("the rules of the wings", () => {
  const one = (path: string, specifier: string): string[] =>
    report(wingMistakes(path, importsOf(path, `\nimport type { A } from "${specifier}";`)));

  it.each([
    ["emulator/peer/calls/routing/a.ts", "../../access/firewall/b.ts"],
    ["emulator/peer/calls/routing/a.ts", "../bandwidth/b.ts"],
    ["emulator/peer/calls/routing/a.ts", "../../../model/b.ts"],
    ["emulator/peer/signalling/sip/a.ts", "../../calls/call/b.ts"],
    ["emulator/peer/boot.ts", "./assembly/b.ts"],
    ["emulator/surfaces/rest/a.ts", "../../peer/device.ts"],
  ])("%s may import %s", (path, specifier) => {
    expect(one(path, specifier)).toEqual([]);
  });

  it.each([
    ["emulator/peer/access/firewall/a.ts", "../../calls/licensing/b.ts", "access may not import calls"],
    ["emulator/peer/network/dns/a.ts", "../../cluster/b.ts", "network may not import cluster"],
    ["emulator/peer/core/a.ts", "../reporting/b.ts", "core may not import reporting"],
    ["emulator/peer/assembly/a.ts", "../boot.ts", "assembly may not import peer"],
  ])("%s may not import %s, not even types", (path, specifier, why) => {
    expect(one(path, specifier)).toEqual([`${path}:2 imports ${specifier}: ${why}`]);
  });

  it("know every wing, and what stands above them", () => {
    expect(report(wingMistakes("emulator/peer/attic/a.ts", []))).toEqual([
      "emulator/peer/attic/a.ts:1 attic is no wing of a peer",
    ]);
    expect(report(wingMistakes("emulator/peer/a.ts", []))).toHaveLength(1);
  });

  it("leave out the arrows that follow from others", () => {
    expect(withoutShortcuts(new Set(["a --> b", "b --> c", "a --> c", "c --> d", "a --> d", "a --> e"]))).toEqual([
      "a --> b",
      "a --> e",
      "b --> c",
      "c --> d",
    ]);
  });
});
