import { tmsServices } from "../../../../model/tms-services.ts";
import { formPage } from "../../form/form-page.tsx";

/** System > TMS Provisioning Extension services (VCS Administrator Guide, "Configuring Cisco TMSPE services"). */
export const tmsProvisioningExtension = formPage({
  sections: [
    {
      title: "Default connection configuration",
      fields: [
        { item: "TMSProvisioningExtension Server Address" },
        { item: "TMSProvisioningExtension Server Port" },
        { item: "TMSProvisioningExtension Server Encryption" },
        { item: "TMSProvisioningExtension Server Certificate Verification Mode" },
        { item: "TMSProvisioningExtension Server Certificate Hostname Mode" },
        { item: "TMSProvisioningExtension Server UserName" },
        { item: "TMSProvisioningExtension Server Password" },
        { item: "TMSProvisioningExtension Server BaseGroup" },
      ],
    },
    ...tmsServices.map(({ word, label }) => ({
      title: label,
      fields: [
        { item: `TMSProvisioningExtension ${word} Mode` as const },
        { item: `TMSProvisioningExtension ${word} PollingInterval` as const },
      ],
    })),
  ],
});
