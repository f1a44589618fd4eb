import { writeFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import type { Reporter, TestModule } from "vitest/node";

/**
 * Says in one line how many tests there were, and writes the counts to the file that TEST_COUNTS names, so that a
 * script need not read what is meant for people.
 */
class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") counts[state]++;
      }
      // A file that does not load, or a hook that fails, has tests that never ran: it counts as a failure itself.
      if (module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0)) {
        counts.failed++;
      }
    }
    process.stdout.write(`tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    if (process.env.TEST_COUNTS !== undefined) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }
}

export default defineConfig({
  test: {
    environment: "node",
    // Native modules and real sockets: a process a file keeps one file's crash and ports away from the next.
    pool: "forks",
    // A lab is several peers already; more files at a time make the timings of a small machine unsteady.
    maxWorkers: 2,
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: process.env.CI === undefined ? ["default"] : ["default", new CountReporter()],
  },
});
