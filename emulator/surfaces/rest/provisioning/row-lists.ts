import { administratorRows } from "../../../peer/access/accounts/administrators.ts";
import { credentialRows } from "../../../peer/calls/authentication/local-database.ts";
import type { RowCommands } from "../../../peer/configuration/row-commands.ts";
import { firewallRows } from "../../../peer/access/firewall/firewall-rule.ts";
import { domainRows, searchRuleRows, transformRows } from "../../../peer/calls/routing/routing-rows.ts";
import { zoneRows } from "../../../peer/calls/routing/zones.ts";

const lists: ReadonlyMap<string, RowCommands> = new Map(
  [administratorRows, credentialRows, domainRows, firewallRows, searchRuleRows, transformRows, zoneRows].map((rows) => [
    rows.list,
    rows,
  ]),
);

/** The commands that make and delete the rows of a list. */
export function rowCommandsOf(list: string): RowCommands {
  const rows = lists.get(list);
  if (!rows) throw new RangeError(`no commands make rows of ${list}`);
  return rows;
}
