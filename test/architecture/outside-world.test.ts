import { describe, expect, it } from "vitest";
import { productSources } from "./files.ts";
import { reachesOutside } from "./outside-world.ts";
import { report } from "./syntax.ts";

it("nothing outside emulator/world/ reads a clock, sets a timer, draws a number or opens a socket", () => {
  expect(report(productSources().flatMap(({ path, text }) => reachesOutside(path, text)))).toEqual([]);
});

describe("the search for the outside world", () => {
  const found = (text: string, path = "emulator/peer/a.ts"): string[] => report(reachesOutside(path, text));

  it.each([
    "const a = Date.now();",
    "const a = new Date();",
    "const a = Date();",
    "const now = Date.now;",
    "const D = Date;",
    "const a = globalThis.Date.now();",
    "setTimeout(() => {}, 1);",
    "globalThis.setInterval(() => {}, 1);",
    "const later = { run: setImmediate };",
    "queueMicrotask(() => {});",
    "AbortSignal.timeout(10);",
    "const a = Math.random();",
    'const a = Math["random"]();',
    "const { random } = Math;",
    'import { randomBytes } from "node:crypto";',
    'import { randomUUID as id } from "node:crypto";',
    'import * as chance from "node:crypto";\nchance.randomUUID();',
    'import chance from "node:crypto";\nconst { randomInt } = chance;',
    "crypto.getRandomValues(new Uint8Array(4));",
    "globalThis.crypto.randomUUID();",
    "crypto.webcrypto.getRandomValues(new Uint8Array(4));",
    "const a = performance.now();",
    "const a = process.env.HOME;",
    'import { env } from "node:process";',
    "const { argv } = process;",
    "process.hrtime.bigint();",
    'console.log("x");',
    "const log = console;",
    "server.listen(80);",
    "fastify().listen({ port: 80 });",
    "const a = `${Date.now()}`;",
    "const a = <p>don't {new Date().toISOString()}</p>;",
  ])("sees %s", (text) => {
    expect(found(`\n${text}`, "emulator/peer/a.tsx")).toHaveLength(1);
  });

  it.each([
    "// Date.now() and setTimeout()",
    'const a = "Date.now()";',
    "const a = `console.log ${1}`;",
    "const a = /Date.now()/;",
    "const a = <p>new Date() says console.log</p>;",
    "const a = new Date(5);",
    "const a = Date.UTC(2013, 11);",
    'const a = Date.parse("2013-12-09");',
    "const a = b instanceof Date;",
    "let a: Date | undefined;",
    "interface A { setTimeout: number; console: string }",
    "clock.setTimeout();",
    "const a = { console: 1 };",
    "const a = Math.floor(1.5);",
    'import { createHash, type randomBytes } from "node:crypto";',
    "random.randomBytes(4);",
    "this.performance.start();",
    "world.network.listen(local, accept);",
    "this.listeners.listen(local, accept);",
    "this.process.run();",
  ])("does not mind %s", (text) => {
    expect(found(text, "emulator/peer/a.tsx")).toEqual([]);
  });

  it("names file and line", () => {
    expect(found("const a = 1;\n\nsetTimeout(a);")).toEqual([
      "emulator/peer/a.ts:3 setTimeout: set timers on the clock you were given",
    ]);
  });

  it("leaves world/ alone, and lets main.ts alone speak to the process", () => {
    expect(found("Date.now();", "emulator/world/real-clock.ts")).toEqual([]);
    expect(found("process.exit(process.argv.length);", "emulator/main.ts")).toEqual([]);
    expect(found("process.exit(1);", "emulator/index.ts")).toHaveLength(1);
    expect(found("process.hrtime();", "emulator/main.ts")).toHaveLength(1);
    expect(found("Date.now();", "emulator/main.ts")).toHaveLength(1);
  });
});
