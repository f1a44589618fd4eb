import type { Store } from "../../store/store.ts";
import type { PeerWorld } from "../../world/peer-world.ts";
import { Accounts } from "../access/accounts/accounts.ts";
import { ActiveSessions } from "../access/accounts/active-sessions.ts";
import type { OwnCertificates } from "../access/certificates/own-certificates.ts";
import type { ServerSecurity } from "../access/certificates/server-security.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { Directory } from "../access/directory/directory.ts";
import type { Facts } from "../core/facts.ts";
import { VirtualFiles } from "../maintenance/files/virtual-files.ts";
import { Firewall } from "../access/firewall/firewall.ts";
import type { Identity } from "../core/identity.ts";
import type { Licensing } from "../calls/licensing/licensing.ts";
import type { ReleaseKey } from "../calls/licensing/release-key.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import type { Upgrade } from "../maintenance/upgrade/upgrade.ts";
import type { Resolver } from "../network/dns/resolver.ts";
import { Protection } from "../access/protection/protection.ts";

export interface WaysInOptions {
  readonly world: PeerWorld;
  readonly store: Store;
  readonly identity: Identity;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly resolver: Resolver;
  readonly security: ServerSecurity;
  readonly certified: OwnCertificates;
  readonly licensing: Licensing;
  readonly releaseKey: ReleaseKey;
  readonly upgrade: Upgrade;
  readonly ownAddress: string;
}

/** What stands between a peer and whoever wants to come in, and what those who are in find there. */
export interface WaysIn {
  readonly firewall: Firewall;
  readonly protection: Protection;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly sessions: ActiveSessions;
  readonly files: VirtualFiles;
}

export function waysIn(options: WaysInOptions): WaysIn {
  const { world, store, configuration, log, certified, ownAddress } = options;
  const { clock, random } = world;
  const directory = new Directory({ ...options, address: ownAddress });
  return {
    firewall: new Firewall(options),
    protection: new Protection({ ...options, clock }),
    directory,
    accounts: new Accounts({ rows: store.accounts, configuration, random, log, directory }),
    sessions: new ActiveSessions(configuration, clock, random),
    files: new VirtualFiles({ ...options, ...certified }, clock),
  };
}
