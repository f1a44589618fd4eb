import { writeFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import type { Reporter, TestModule } from "vitest/node";

/**
 * Says in one line how many tests there were, and writes the counts and what failed to the file that TEST_COUNTS names, so
 * that a script need not read what is meant for people.
 */
class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const failures = unhandledErrors.map((error) => `failed: outside of every test: ${String(error)}`);
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") counts[state]++;
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (state === "failed") failures.push(`failed: ${name}`);
        // It passed at last: what was wrong at first is still worth a look, a random value may have found it.
        else if (test.diagnostic()?.flaky) {
          failures.push(`failed at first: ${name}: ${test.result().errors?.[0]?.message ?? "no reason"}`);
        }
      }
      // A file that does not load, or a hook that fails, has tests that never ran: it counts as a failure itself.
      if (module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0)) {
        counts.failed++;
        failures.push(`failed: ${module.relativeModuleId}, outside of its tests`);
      }
    }
    process.stdout.write(`tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    if (process.env.TEST_COUNTS !== undefined)
      writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ ...counts, failures }));
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
    globalSetup: "test/build.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine of others may be slow at the wrong moment. What failed at first is told at the end of the run.
    retry: process.env.CI === undefined ? 0 : 1,
    reporters: process.env.CI === undefined ? ["default"] : ["default", new CountReporter()],
  },
});
