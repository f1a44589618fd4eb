import type { CommandHandlers } from "../../core/command-handler.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { rowCommandHandlers, type RowCommands } from "../../configuration/row-commands.ts";
import type { Part } from "../../core/part.ts";

const LIST = "Authentication Credential";

/** The entries of the database: names and passwords that devices authenticate with. */
export const credentialRows: RowCommands = {
  list: LIST,
  add: "CredentialAdd",
  remove: "CredentialDelete",
  idArgument: "Name",
  namedBy: "Name",
  items: { Name: "Name", Password: "Password" },
};

/** The local authentication database (Administrator Guide, "Local database"): the same on all peers of a cluster. */
export class LocalDatabase implements Part {
  readonly name = "local authentication database";
  readonly commands: CommandHandlers;
  #passwords: ReadonlyMap<string, string> | undefined;

  constructor(private readonly configuration: Configuration) {
    this.commands = rowCommandHandlers(configuration, [credentialRows]);
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
