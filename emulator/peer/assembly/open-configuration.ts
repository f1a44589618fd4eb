import type { Store } from "../../store/store.ts";
import type { Random } from "../../world/random.ts";
import { guardAdministrators } from "../access/accounts/administrators.ts";
import { guardFindMe } from "../access/accounts/find-me-guards.ts";
import type { Facts } from "../core/facts.ts";
import type { Identity } from "../core/identity.ts";
import { guardOptionKeys } from "../calls/licensing/installed-options.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import { Configuration } from "../configuration/configuration.ts";
import { followRenames } from "../configuration/renames.ts";
import { guardRows } from "../configuration/unique-names.ts";

export interface OpenConfigurationOptions {
  readonly store: Store;
  readonly identity: Identity;
  readonly random: Random;
  readonly facts: Facts;
  readonly log: EventLog;
}

/** The configuration in a peer's store, with all that looks after what is set in it. */
export function openConfiguration({ store, identity, random, facts, log }: OpenConfigurationOptions): Configuration {
  const configuration = new Configuration(store, facts, log);
  guardRows(configuration);
  followRenames(configuration);
  guardOptionKeys(configuration, identity.serialNumber);
  guardAdministrators(configuration, random);
  guardFindMe(configuration, random);
  return configuration;
}
