import { defineConfig } from "vitest/config";
import { CountReporter } from "./test/count-reporter.ts";
import { LongestFirst } from "./test/longest-first.ts";

/** Real sockets, programs and browsers: a process a file keeps one file's crash and ports away from the next. */
const isolated = { pool: "forks", isolate: true } as const;

/** Some of these start the program as users do. */
const built = { globalSetup: "test/build.ts" } as const;

/** Browsers and programs take longer still. */
const patient = { ...isolated, ...built, testTimeout: 120_000, hookTimeout: 120_000 } as const;

const tests = (...folders: readonly string[]): string[] => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    environment: "node",
    // A lab is several peers already; more files at a time make the timings of a small machine unsteady.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes at once, or later on a machine that is busy with others: nothing is tried twice.
    expect: { poll: { timeout: 30_000 } },
    reporters: process.env.CI === undefined ? ["default"] : ["default", new CountReporter()],
    coverage: {
      provider: "v8",
      include: ["emulator/**/*.{ts,tsx}", "protocol/**/*.{ts,tsx}"],
      // The pattern is looked for anywhere in a path.
      exclude: ["test/**"],
      reporter: ["json-summary"],
      thresholds: { "emulator/peer/**": { lines: 90 } },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "architecture",
          include: tests("architecture"),
          // One worker for all of them: the files of the repository are read and parsed once.
          pool: "threads",
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "unit",
          ...built,
          include: tests("emulator", "golden", "protocol"),
          // Each worker imports the product once and not once a file, which takes five times as long as the tests.
          pool: "threads",
          isolate: false,
          runner: "./test/properties.ts",
        },
      },
      // Databases of a process are never let go of: the seeds have one of their own, and what they fill goes with it.
      { extends: true, test: { name: "simulation", include: tests("simulation"), ...isolated } },
      { extends: true, test: { name: "interop", include: tests("interop"), ...patient } },
      { extends: true, test: { name: "browser", include: tests("browser"), ...patient } },
    ],
  },
});
