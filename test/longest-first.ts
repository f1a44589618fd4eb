import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, by the ends of their names: begun last, one of them would keep one worker busy while the
 * others have nothing to do any more.
 */
export const LONGEST = [
  "interop/scenarios.test.ts",
  "browser/guide-change-and-remove.test.ts",
  "browser/guide-create-and-add.test.ts",
  "browser/pages/lists-of-configuration.test.ts",
  "guide/licenses-and-versions.test.ts",
  "guide/prerequisites-between-peers.test.ts",
  "browser/pages/menus-others.test.ts",
  "browser/pages/menus-status-system.test.ts",
  "browser/pages/menus-configuration.test.ts",
  "simulation/seeds.test.ts",
  "simulation/stories.test.ts",
  "every-item/by-cli-and-xml.test.ts",
  "hostile/forms.test.ts",
];

/** The order of vitest, the longest files before it. */
export class LongestFirst extends BaseSequencer {
  /** The order of vitest. */
  readonly #usual = super.sort.bind(this);

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      LONGEST.findIndex((name) => moduleId.endsWith(name)) + 1 || LONGEST.length + 1;
    const usual = await this.#usual(files);
    return usual.toSorted((a, b) => rank(a) - rank(b));
  }
}
