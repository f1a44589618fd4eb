import type { Store } from "../store/store.ts";
import { B2bua } from "./b2bua/b2bua.ts";
import { CallPolicy } from "./call-policy/call-policy.ts";
import type { Unimplemented } from "./commands/unimplemented.ts";
import type { Configuration } from "./configuration/configuration.ts";
import type { Facts } from "./facts.ts";
import type { EventLog } from "./logging/event-log.ts";
import { LoginImage } from "./login-page/login-image.ts";
import type { RestartNeeds } from "./maintenance/restart-needs.ts";
import type { Part } from "./part.ts";
import { Publishers } from "./unified-communications/publishers.ts";

export interface KeptServicesOptions {
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly unimplemented: Unimplemented;
  readonly needs: RestartNeeds;
}

/** What keeps lists and files of the operator for services that carry no call of the twin; `shown` is what surfaces see of it. */
export function keptServices(options: KeptServicesOptions): {
  readonly parts: readonly Part[];
  readonly shown: { readonly callPolicy: CallPolicy; readonly b2bua: B2bua; readonly loginImage: LoginImage };
} {
  const { store, configuration, unimplemented } = options;
  const callPolicy = new CallPolicy(options);
  const b2bua = new B2bua(options);
  return {
    parts: [callPolicy, b2bua, new Publishers(configuration, unimplemented)],
    shown: { callPolicy, b2bua, loginImage: new LoginImage(store) },
  };
}
