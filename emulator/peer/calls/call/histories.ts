import type { CommandHandlers } from "../../core/command-handler.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { RegistrationHistory } from "../registrations/registration-history.ts";
import type { Searches } from "../routing/searches.ts";
import type { CallHistory } from "./call-history.ts";

/** What this peer remembers of what is over, as far as an operator may have it forgotten. */
export class Histories implements Part {
  readonly name = "histories";
  readonly commands: CommandHandlers = {
    // Which status it is that goes, is in no source: what goes on now cannot be forgotten.
    ClearAllStatus: () => {
      this.calls.removeAll();
      this.registrations.removeAll();
      this.searches.clearHistory();
      this.facts.changed();
      return { ok: true };
    },
  };

  constructor(
    private readonly calls: CallHistory,
    private readonly registrations: RegistrationHistory,
    private readonly searches: Searches,
    private readonly facts: Facts,
  ) {}
}
