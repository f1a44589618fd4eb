import { beforeEach } from "vitest";

/** The tests of this file are the steps of one procedure: after one that failed the rest would only fail slowly. */
export function stepByStep(): void {
  let failed: string | undefined;
  beforeEach(({ skip, onTestFailed, task }) => {
    skip(failed !== undefined, `"${failed}" failed`);
    onTestFailed(() => {
      failed ??= task.name;
    });
  });
}
