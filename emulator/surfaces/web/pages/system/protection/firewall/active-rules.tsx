import type { Page } from "../../../../page.ts";
import { Records } from "../../../../records/records.tsx";
import { ruleColumns } from "./rule-columns.ts";

/** System > Protection > Firewall rules > Current active rules: what this peer goes by (Administrator Guide, "Current active firewall rules"). */
export const activeFirewallRules: Page = {
  view: (visit) => {
    const { inForce } = visit.device.firewall;
    return (
      <>
        {inForce.length === 0 ? (
          <p class="none">There are no active firewall rules.</p>
        ) : (
          <Records visit={visit} columns={ruleColumns} rows={inForce} keyOf={({ Priority }) => Priority} />
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
