import { describe, expect, it } from "vitest";
import { arrowMistakes, edgeOf } from "./arrows.ts";
import { isTypeScript, productSources, textFiles } from "./files.ts";
import { importsOf, type Import } from "./imports.ts";
import { pictureEdges } from "./mermaid.ts";
import { report } from "./syntax.ts";

const picture = "docs/architecture.md";

describe("the arrows of the house", () => {
  it("run one way", () => {
    const files = textFiles().filter(isTypeScript);
    expect(report(files.flatMap(({ path, text }) => arrowMistakes(path, importsOf(path, text))))).toEqual([]);
  });

  it(`are those of the picture in ${picture}`, () => {
    const real = new Set<string>();
    for (const { path, text } of productSources()) {
      for (const { specifier } of importsOf(path, text)) {
        const edge = edgeOf(path, specifier);
        if (edge !== undefined) real.add(edge);
      }
    }
    const document = textFiles("docs").find((file) => file.path === picture);
    expect(document, `${picture} is missing`).toBeDefined();
    expect(pictureEdges(document?.text ?? "")).toEqual([...real].toSorted());
  });
});

const one = (path: string, text: string): string[] => report(arrowMistakes(path, importsOf(path, text)));

describe("the reader of imports", () => {
  const read = (text: string): Partial<Import>[] => importsOf("emulator/peer/a.ts", text);

  it("finds every way to mention another module", () => {
    expect(
      read(
        [
          'import a, { b as c } from "./one.ts";',
          'import * as d from "./two.ts";',
          'export { e } from "./three.ts";',
          'export * from "./four.ts";',
          'import "./five.ts";',
          'const f = await import("./six.ts");',
        ].join("\n"),
      ),
    ).toEqual([
      { specifier: "./one.ts", values: ["default", "b"], typeOnly: false, line: 1 },
      { specifier: "./two.ts", values: ["*"], typeOnly: false, line: 2 },
      { specifier: "./three.ts", values: ["e"], typeOnly: false, line: 3 },
      { specifier: "./four.ts", values: ["*"], typeOnly: false, line: 4 },
      { specifier: "./five.ts", values: [], typeOnly: false, line: 5 },
      { specifier: "./six.ts", values: ["*"], typeOnly: false, line: 6 },
    ]);
  });

  it("tells types from values", () => {
    const typeOnly = (text: string): boolean[] => importsOf("emulator/peer/a.ts", text).map((each) => each.typeOnly);
    expect(typeOnly('import type { A } from "./a.ts";')).toEqual([true]);
    expect(typeOnly('import { type A, type B } from "./a.ts";')).toEqual([true]);
    expect(typeOnly('import { type A, b } from "./a.ts";')).toEqual([false]);
    expect(typeOnly('export type { A } from "./a.ts";')).toEqual([true]);
    expect(typeOnly('export type * from "./a.ts";')).toEqual([true]);
    expect(typeOnly('let a: import("./a.ts").A;')).toEqual([true]);
  });

  it("is not fooled by comments, strings and text on pages", () => {
    const text = '// import "./a.ts"\nconst s = \'import "./a.ts"\';\nconst p = <p>don\'t import "./a.ts"</p>;';
    expect(importsOf("emulator/surfaces/web/a.tsx", text)).toEqual([]);
  });

  it("counts lines after letters of any width", () => {
    expect(importsOf("a.ts", 'const a = "–😀";\n\nimport "./b.ts";')[0]?.line).toBe(3);
  });
});

describe("the rules of the arrows", () => {
  it.each([
    ["emulator/lab/a.ts", "../surfaces/b.ts"],
    ["emulator/lab/a.ts", "../../protocol/ntp/b.ts"],
    ["emulator/surfaces/web/a.ts", "../../model/b.ts"],
    ["emulator/peer/calls/a.ts", "../alarms/b.ts"],
    ["emulator/peer/a.ts", "../errors.ts"],
    ["emulator/store/a.ts", "../../protocol/xapi/b.ts"],
    ["emulator/store/a.ts", "../model/b.ts"],
    ["emulator/main.ts", "./lab/b.ts"],
    ["emulator/index.ts", "./lab/b.ts"],
    ["emulator/errors.ts", "../protocol/b.ts"],
    ["test/lab/a.ts", "../../emulator/lab/b.ts"],
    ["bench/run.ts", "../emulator/index.ts"],
  ])("%s may import %s", (path, specifier) => {
    expect(one(path, `import { b } from "${specifier}";`)).toEqual([]);
  });

  it.each([
    ["emulator/peer/a.ts", "../surfaces/b.ts", "peer may not import surfaces"],
    ["emulator/surfaces/a.ts", "../lab/b.ts", "surfaces may not import lab"],
    ["emulator/world/a.ts", "../store/b.ts", "world may not import store"],
    ["protocol/ras/a.ts", "../../emulator/errors.ts", "protocol/ knows nothing of the emulator"],
    ["protocol/ras/a.ts", "../../emulator/world/b.ts", "protocol may not import world"],
    ["emulator/model/a.ts", "../../protocol/b.ts", "model/ takes only types from elsewhere"],
    ["emulator/model/a.ts", "../errors.ts", "model/ takes only types from elsewhere"],
    ["emulator/peer/a.ts", "../main.ts", "nothing in the house imports its front door"],
    ["emulator/errors.ts", "./peer/b.ts", "a file that every folder may import can import none of them"],
    ["emulator/peer/a.ts", "../../test/b.ts", "the product does not depend on what is around it"],
    ["bench/run.ts", "../emulator/lab/b.ts", "only tests look inside the lab"],
  ])("%s may not import %s", (path, specifier, why) => {
    expect(one(path, `\nimport { b } from "${specifier}";`)).toEqual([`${path}:2 imports ${specifier}: ${why}`]);
  });

  it("let model/ take types from further in", () => {
    expect(one("emulator/model/a.ts", 'import type { B } from "../../protocol/b.ts";')).toEqual([]);
    expect(one("emulator/model/a.ts", 'import { fastify } from "fastify";')).toHaveLength(1);
  });

  it("keep sockets, names and timers in world/", () => {
    for (const name of ["node:net", "node:dgram", "node:tls", "node:dns/promises", "node:timers"]) {
      const text = `import { a } from "${name}";`;
      expect(one("emulator/world/a.ts", text)).toEqual([]);
      expect(one("emulator/main.ts", text)).toEqual([]);
      expect(one("emulator/peer/a.ts", text)).toHaveLength(1);
      expect(one("protocol/ntp/a.ts", text)).toHaveLength(1);
      expect(one("emulator/errors.ts", text)).toHaveLength(1);
    }
    expect(one("emulator/lab/a.ts", 'import type { Socket } from "node:net";')).toHaveLength(1);
    expect(one("emulator/peer/a.ts", 'import { isIPv4 } from "node:net";')).toEqual([]);
  });

  it("let surfaces/ make servers that do not listen", () => {
    const surface = (text: string): string[] => one("emulator/surfaces/web/a.ts", text);
    expect(surface('import { createServer, type IncomingMessage } from "node:http";')).toHaveLength(0);
    expect(surface('import type { TLSSocket } from "node:tls";')).toEqual([]);
    expect(surface('import { connect } from "node:tls";')).toHaveLength(1);
    expect(surface('import * as https from "node:https";')).toHaveLength(1);
    expect(surface('import { createServer } from "node:net";')).toHaveLength(1);
  });

  it("see an edge between folders only", () => {
    expect(edgeOf("emulator/lab/a.ts", "../surfaces/b.ts")).toBe("lab --> surfaces");
    expect(edgeOf("emulator/peer/a/b.ts", "../../../protocol/c.ts")).toBe("peer --> protocol");
    expect(edgeOf("emulator/peer/a/b.ts", "../c.ts")).toBeUndefined();
    expect(edgeOf("emulator/peer/a.ts", "../errors.ts")).toBeUndefined();
    expect(edgeOf("emulator/peer/a.ts", "fastify")).toBeUndefined();
  });
});

describe("the reader of the picture", () => {
  it("reads names, chains, lists and words on arrows", () => {
    const document = [
      "# House",
      "```mermaid",
      "flowchart LR",
      '  lab["lab: several peers"] --> surfaces --> peer',
      "  peer -->|rows| store & model %% and more",
      "  model -.-> protocol",
      "```",
    ].join("\n");
    expect(pictureEdges(document)).toEqual([
      "lab --> surfaces",
      "model --> protocol",
      "peer --> model",
      "peer --> store",
      "surfaces --> peer",
    ]);
  });

  it("wants a picture", () => {
    expect(() => pictureEdges("# House\n")).toThrow("no mermaid picture");
  });
});
