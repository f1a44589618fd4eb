import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Store } from "../../../emulator/store/store.ts";

const child = fileURLToPath(new URL("copying-child.ts", import.meta.url));
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "xtwin-crash-"));
});

afterAll(() => rmSync(directory, { recursive: true }));

/** Starts the copying process and kills it without warning once it has told of some copies: in the middle of the next. */
function killAfter(copies: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, ["--import", "tsx", child, directory], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let told = 0;
    process_.stdout.on("data", (data: Buffer) => {
      told += data.toString().split("\n").length - 1;
      if (told >= copies) process_.kill("SIGKILL");
    });
    process_.on("exit", (code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error(`ended with ${code}`))));
  });
}

describe("a process that is killed during a copy", () => {
  it.each([1, 2, 5, 10, 23])(
    "leaves the old configuration or the new, whole (after %i copies)",
    { timeout: 300_000 },
    async (copies) => {
      await killAfter(copies);
      const store = Store.open(directory);
      const rows = store.configuration.clusterWide().filter((row) => row.path.endsWith(" Name") && row.value !== null);
      expect(rows).toHaveLength(300);
      expect(new Set(rows.map((row) => row.value?.[0])).size).toBe(1);
      store.close();
    },
  );
});
