import { beforeEach } from "vitest";

/**
 * The tests of this file are the steps of one procedure: after one that failed the rest could only fail slowly, and fails
 * at once. A step that was skipped would look as if all but one had passed.
 */
export function stepByStep(): void {
  let failed: string | undefined;
  beforeEach(({ onTestFailed, task }) => {
    if (failed !== undefined) throw new Error(`not tried: the step "${failed}" failed`);
    onTestFailed(() => {
      failed = task.name;
    });
  });
}
