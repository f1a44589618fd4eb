import type { Store } from "../../store/store.ts";
import type { Random } from "../../world/random.ts";
import { guardAdministrators } from "../accounts/administrators.ts";
import { guardFindMe } from "../accounts/find-me-guards.ts";
import type { Facts } from "../facts.ts";
import type { Identity } from "../identity.ts";
import { guardOptionKeys } from "../licensing/installed-options.ts";
import type { EventLog } from "../logging/event-log.ts";
import { Configuration } from "./configuration.ts";
import { followRenames } from "./renames.ts";
import { guardRows } from "./unique-names.ts";

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
