import { spawn, spawnSync } from "node:child_process";
import { beforeEach } from "vitest";

/** Debian's own, for which its packages install modules. */
export const PYTHON = "/usr/bin/python3";

/** The tests of this file speak to a real program. Where it is not installed they are skipped, or fail in CI. */
export function needs(program: string): void {
  skipWithout(program, spawnSync("sh", ["-c", `command -v ${program}`]).status === 0);
}

/** The same for a module of Debian's Python. */
export function needsPythonModule(name: string): void {
  skipWithout(`Python's ${name}`, spawnSync(PYTHON, ["-c", `import ${name}`]).status === 0);
}

/** The same for a package of Debian that brings no program of its own. */
export function needsPackage(name: string): void {
  skipWithout(name, spawnSync("sh", ["-c", `dpkg-query --status ${name}`]).status === 0);
}

/** The tests of this file or group are skipped where a program is not there, or fail in CI. */
export function skipWithout(program: string, present: boolean): void {
  beforeEach(({ skip }) => {
    if (present) return;
    if (process.env["REQUIRE_INTEROP"] === "1") throw new Error(`${program} is not installed`);
    skip(`${program} is not installed`);
  });
}

declare module "vitest" {
  interface TaskMeta {
    /** Why a test cannot run on this machine, whatever is installed: CI lets such a one be skipped, and no other. */
    impossible?: string;
  }
}

/** The tests of this file or group need what no package brings. Elsewhere they are skipped, with the reason, in CI as well. */
export function onlyWhere(possible: boolean, otherwise: string): void {
  beforeEach(({ skip, task }) => {
    if (possible) return;
    task.meta.impossible = otherwise;
    skip(otherwise);
  });
}

/** What a program printed and how it ended. */
export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  /** -1 when a signal ended it. */
  readonly code: number;
}

/** Runs a program to its end. The peer lives in this process, so nothing here may block. */
export function run(program: string, args: readonly string[], input = ""): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout, stderr, code: code ?? -1 }));
    // A program that ends early does not read what it was to get.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
