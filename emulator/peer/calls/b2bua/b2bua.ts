import type { Configuration } from "../../configuration/configuration.ts";
import type { RestartNeeds } from "../../configuration/restart-needs.ts";
import type { Actor } from "../../core/actor.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";

/** What asks for a restart of the service: Administrator Guide, alarms. */
const RESTART_REQUIRED = 55001;

export interface B2buaOptions {
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly needs: Pick<RestartNeeds, "served">;
}

/**
 * The service of the B2BUA for Microsoft Lync, as far as its administrator sees it: it runs while it is enabled, and settings
 * changed under it count from its next start. No call goes through it.
 */
export class B2bua implements Part {
  readonly name = "B2BUA";

  constructor(private readonly options: B2buaOptions) {
    const { configuration, needs } = options;
    // A service that is not running takes its settings up when it is enabled.
    configuration.onChange(() => {
      if (!this.enabled) needs.served(RESTART_REQUIRED);
    });
  }

  get enabled(): boolean {
    return this.options.configuration.get("Applications B2BUA MicrosoftLync Mode") === "Enabled";
  }

  /** Ends the service and starts it with the settings of this moment. */
  restart({ user, source }: Actor): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
    if (!this.enabled)
      return { ok: false, reason: "the Microsoft Lync B2BUA is Disabled: there is no service to restart" };
    const { facts, log, needs } = this.options;
    const fields = { Service: "B2BUA", User: user, "Src-ip": source?.address, "Src-port": source?.port };
    log.event("b2bua", "Application Exit", fields);
    needs.served(RESTART_REQUIRED);
    log.event("b2bua", "Application Start", fields);
    facts.changed();
    return { ok: true };
  }
}
