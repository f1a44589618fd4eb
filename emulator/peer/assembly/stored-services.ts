import type { Store } from "../../store/store.ts";
import { B2bua } from "../calls/b2bua/b2bua.ts";
import { CallPolicy } from "../calls/call-policy/call-policy.ts";
import type { Unimplemented } from "../configuration/commands/unimplemented.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Facts } from "../core/facts.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import { ListCommands } from "../configuration/list-commands.ts";
import { LoginImage } from "../access/login-page/login-image.ts";
import type { RestartNeeds } from "../configuration/restart-needs.ts";
import type { Part } from "../core/part.ts";
import { Publishers } from "../calls/unified-communications/publishers.ts";

export interface StoredServicesOptions {
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly unimplemented: Unimplemented;
  readonly needs: RestartNeeds;
}

/** What keeps lists and files of the operator for services that carry no call of the twin; `shown` is what surfaces see of it. */
export function storedServices(options: StoredServicesOptions): {
  readonly parts: readonly Part[];
  readonly shown: { readonly callPolicy: CallPolicy; readonly b2bua: B2bua; readonly loginImage: LoginImage };
} {
  const { store, configuration, unimplemented } = options;
  const callPolicy = new CallPolicy(options);
  const b2bua = new B2bua(options);
  return {
    parts: [new ListCommands(configuration), callPolicy, b2bua, new Publishers(configuration, unimplemented)],
    shown: { callPolicy, b2bua, loginImage: new LoginImage(store) },
  };
}
