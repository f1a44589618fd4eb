import type { Configuration } from "../../configuration/configuration.ts";
import type { Part } from "../../core/part.ts";

const LIST = "Authentication Credential";

/** The local authentication database (Administrator Guide, "Local database"): the same on all peers of a cluster. */
export class LocalDatabase implements Part {
  readonly name = "local authentication database";
  #passwords: ReadonlyMap<string, string> | undefined;

  constructor(private readonly configuration: Configuration) {
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path.startsWith(`${LIST} `))) this.#passwords = undefined;
    });
  }

  /** @returns undefined for a name that has no entry */
  passwordOf(name: string): string | undefined {
    this.#passwords ??= new Map(
      this.configuration.rows
        .of(LIST)
        .map((row) => [
          this.configuration.get(`${LIST} ${row} Name`),
          this.configuration.get(`${LIST} ${row} Password`),
        ]),
    );
    return this.#passwords.get(name);
  }
}
