import type { CauseKind } from "./cause.ts";
import { sharedAddresses } from "./addresses.ts";
import { clocks } from "./clocks.ts";
import { faultsThatAreOn, faultsThatAreOver } from "./faults.ts";
import { firewallRules } from "./firewall.ts";
import { keys } from "./keys.ts";
import { faultyLists, differentLists, oneSidedLists } from "./lists.ts";
import { blankNames, differentNames } from "./names.ts";
import { lastingFailures } from "./lasting-failures.ts";
import { power } from "./power.ts";
import { blankPrimaries, primaries } from "./primary.ts";
import { restarts, settingsAwaitingRestart } from "./restarts.ts";
import { dnsServers, domains, ntpNames, ntpServers } from "./servers.ts";
import { h323, staticNat, systemNames, versions } from "./settings.ts";

/** Every kind of cause, the most direct first: who is not there, what is in the way, what was forgotten, what was mistyped. */
export const causeKinds: readonly CauseKind[] = [
  sharedAddresses,
  power,
  faultsThatAreOn,
  firewallRules,
  restarts,
  keys,
  blankNames,
  differentNames,
  faultyLists,
  oneSidedLists,
  differentLists,
  blankPrimaries,
  primaries,
  ntpServers,
  dnsServers,
  domains,
  ntpNames,
  h323,
  staticNat,
  versions,
  systemNames,
  settingsAwaitingRestart,
  clocks,
  faultsThatAreOver,
  lastingFailures,
];
