import { productNames } from "../../../../../peer/core/identity.ts";
import { optionsText } from "../../../tables/options-text.ts";
import type { Page } from "../../../page.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import { statusAt } from "../../../tables/status-value.ts";
import { uptimeText } from "../uptime-text.ts";

/** Status > System > Information (Administrator Guide, "System information"). */
export const information: Page = {
  view: ({ device }) => {
    const { configuration, identity, sessions } = device;
    const unit = (...path: readonly string[]): string => statusAt(device, "SystemUnit", ...path);
    const size = identity.platform.charAt(0).toUpperCase() + identity.platform.slice(1);
    return (
      <div class="tables">
        <StatusTable
          number={1}
          title="System information"
          rows={[
            ["System name", configuration.get("SystemUnit Name")],
            ["Product", productNames[identity.product]],
            ["Software version", unit("Software", "Version")],
            ["Software build", unit("Software", "Build")],
            ["Software release date", unit("Software", "ReleaseDate")],
            ["Software name", unit("Software", "Name")],
            ["Software options", optionsText(device)],
            ["Hardware version", unit("Hardware", "Version")],
            ["Serial number", unit("Hardware", "SerialNumber")],
            ...(identity.hardware === "virtual-machine" ? [["VM size", size] as const] : []),
          ]}
        />
        <StatusTable
          number={2}
          title="Time information"
          rows={[
            ["Up time", uptimeText(Number(unit("Uptime")))],
            ["System time (UTC)", unit("SystemTime")],
            ["Time zone", unit("TimeZone")],
            ["Local time", unit("LocalTime")],
          ]}
        />
        <StatusTable number={3} title="Active sessions" rows={[["Administrator sessions", sessions.all().length]]} />
      </div>
    );
  },
};
