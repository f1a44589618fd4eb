import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Part } from "../../core/part.ts";
import { applyPattern, type PatternType } from "../routing/pattern.ts";

type RestrictionList = "Registration AllowList" | "Registration DenyList";

/** Who may register, by alias (Administrator Guide, "Registration restriction policy"). */
export class RestrictionPolicy implements Part {
  readonly name = "registration restriction policy";

  constructor(
    private readonly configuration: Configuration,
    private readonly unimplemented: Unimplemented,
  ) {}

  /** @returns why an alias may not register, undefined where it may */
  refusal(alias: string): string | undefined {
    const mode = this.configuration.get("Registration RestrictionPolicy Mode");
    switch (mode) {
      case "None":
        return undefined;
      case "AllowList":
        return this.#matches("Registration AllowList", alias) ? undefined : "the alias is not on the Allow List";
      case "DenyList":
        return this.#matches("Registration DenyList", alias) ? "the alias is on the Deny List" : undefined;
      default:
        // Nobody is let in on the word of somebody who cannot be asked.
        return this.unimplemented.note(`Registration RestrictionPolicy Mode: ${mode}`);
    }
  }

  #matches(list: RestrictionList, alias: string): boolean {
    const { configuration } = this;
    return configuration.rows.of(list).some((row) => {
      const text = configuration.get(`${list} ${row} Pattern String`);
      const type = configuration.get(`${list} ${row} Pattern Type`) as PatternType;
      return applyPattern({ type, text, behavior: "Leave", replace: "" }, alias) !== undefined;
    });
  }
}
