import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const folder = new URL("../../.long/", import.meta.url);

/** Which portions have gone through without a finding, for the commit that is checked out: another run leaves them out. */
export class SoakProgress {
  readonly #file: URL;
  readonly #done: Set<string>;

  constructor(anew: boolean) {
    const commit = execFileSync("git", ["describe", "--always", "--dirty", "--exclude", "*"], { encoding: "utf8" });
    this.#file = new URL(`soak-${commit.trim()}.json`, folder);
    if (anew) rmSync(this.#file, { force: true });
    this.#done = new Set(this.#read());
  }

  has(portion: string): boolean {
    return this.#done.has(portion);
  }

  add(portion: string): void {
    this.#done.add(portion);
    mkdirSync(folder, { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify([...this.#done], null, 2)}\n`);
  }

  #read(): string[] {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as string[];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  }
}
