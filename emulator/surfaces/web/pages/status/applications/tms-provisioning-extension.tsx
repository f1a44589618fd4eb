import { tmsServices } from "../../../../../model/tms-services.ts";
import { ListTable } from "../../../records/list-table.tsx";
import type { Page } from "../../../page.ts";

/** Status > Applications > TMS Provisioning Extension services (VCS Administrator Guide, "TMS Provisioning Extension service status"). */
export const tmsProvisioningExtensionStatus: Page = {
  view: ({ device: { configuration } }) => {
    const server = configuration.get("TMSProvisioningExtension Server Address");
    const port = configuration.get("TMSProvisioningExtension Server Port");
    return (
      <>
        <ListTable
          columns={["Service", "Brings", "Server", "Polling interval", "Status"]}
          rows={tmsServices.map(({ word, label, brings }) => {
            const on = configuration.isOn(`TMSProvisioningExtension ${word} Mode`);
            const interval = configuration.get(`TMSProvisioningExtension ${word} PollingInterval`);
            return {
              key: word,
              cells: [
                <a href="/tmsprovisioningextension">{label}</a>,
                brings,
                server === "" ? "none" : `${server}, port ${port}`,
                `${interval} seconds`,
                on ? "Not connected" : "Disabled",
              ],
            };
          })}
        />
        <p class="stored-only">
          The twin asks no Provisioning Extension server. Licenses for provisioned devices are those of the{" "}
          <a href="/externalmanager">external manager</a>.
        </p>
      </>
    );
  },
};
