import { accountsCommands } from "./accounts.ts";
import { alarmsCommands } from "./alarms.ts";
import { b2buaCommands } from "./b2bua.ts";
import { bandwidthCommands } from "./bandwidth.ts";
import { callPolicyCommands } from "./call-policy.ts";
import { callsCommands } from "./calls.ts";
import { feedbackCommands } from "./feedback.ts";
import { findMeCommands } from "./find-me.ts";
import { firewallCommands } from "./firewall.ts";
import { networkCommands } from "./network.ts";
import { protectionCommands } from "./protection.ts";
import { registrationsCommands } from "./registrations.ts";
import { routingCommands } from "./routing.ts";
import { systemCommands } from "./system.ts";
import { unifiedCommunicationsCommands } from "./unified-communications.ts";
import { zonesCommands } from "./zones.ts";
import type { Command } from "../types.ts";

const tables = [
  accountsCommands,
  alarmsCommands,
  b2buaCommands,
  bandwidthCommands,
  callPolicyCommands,
  callsCommands,
  feedbackCommands,
  findMeCommands,
  firewallCommands,
  networkCommands,
  protectionCommands,
  registrationsCommands,
  routingCommands,
  systemCommands,
  unifiedCommunicationsCommands,
  zonesCommands,
] as const;

/** Every command of `xCommand`, in alphabetical order. */
export const commands: readonly Command[] = Object.freeze(
  tables.flat().toSorted((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1)),
);

/** The name of a command in its present spelling. */
export type CommandName = (typeof tables)[number][number]["name"];
