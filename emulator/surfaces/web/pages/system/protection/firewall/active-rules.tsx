import { ListTable } from "../../../../list-table.tsx";
import type { Page } from "../../../../page.ts";
import { ruleColumns } from "./rule-columns.ts";

/** System > Protection > Firewall rules > Current active rules: what this peer goes by (Administrator Guide, "Current active firewall rules"). */
export const activeFirewallRules: Page = {
  view: ({ device }) => {
    const { inForce } = device.firewall;
    return (
      <>
        {inForce.length === 0 ? (
          <p class="none">There are no active firewall rules.</p>
        ) : (
          <ListTable
            columns={["Priority", ...ruleColumns.map(({ heading }) => heading)]}
            rows={inForce.map((rule) => ({
              key: rule.Priority,
              cells: [rule.Priority, ...ruleColumns.map(({ cell }) => cell(rule))],
            }))}
          />
        )}
        <ul class="related">
          <li>
            <a href="/firewallrules">Change the firewall rules</a>
          </li>
        </ul>
      </>
    );
  },
};
