import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/**
 * Says in one line how many tests there were, and writes the counts and what failed to the file that TEST_COUNTS names, so
 * that a script need not read what is meant for people.
 */
export class CountReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0 };
  readonly #failures: string[] = [];

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    for (const error of unhandledErrors) this.#fail(`outside of every test: ${String(error)}`);
    for (const module of modules) {
      for (const test of module.children.allTests()) this.#count(test, `${module.relativeModuleId} > ${test.fullName}`);
      // A file that does not load, or a hook that fails, has tests that never ran: it counts as a failure itself.
      if (module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0))
        this.#fail(`${module.relativeModuleId}, outside of its tests`);
    }
    const { passed, failed, skipped } = this.#counts;
    process.stdout.write(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    if (process.env.TEST_COUNTS !== undefined)
      writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ ...this.#counts, failures: this.#failures }));
    // A skip that counts as a failure ends the run as one.
    if (failed > 0) process.exitCode = 1;
  }

  #count(test: TestCase, name: string): void {
    const { state } = test.result();
    if (state === "passed") this.#counts.passed++;
    else if (state === "failed") this.#fail(name);
    // A test that does not run says nothing: where all programs must be there, only one that declares itself impossible may.
    else if (process.env.REQUIRE_INTEROP === "1" && test.meta().impossible === undefined)
      this.#fail(`${name}: skipped`);
    else this.#counts.skipped++;
  }

  #fail(what: string): void {
    this.#counts.failed++;
    this.#failures.push(`failed: ${what}`);
  }
}
