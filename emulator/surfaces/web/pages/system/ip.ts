import { formPage } from "../../form/form-page.tsx";
import type { FormField } from "../../form/form-section.ts";
import { hasAdvancedNetworking, lanInterfaces, type LanInterface } from "./lan-interfaces.ts";

/** System > IP (Administrator Guide, "Configuring IP settings"). */
export const ip = formPage({
  sections: ({ device: { identity } }) => [
    {
      title: "Configuration",
      fields: [
        { item: "IPProtocol" },
        ...(hasAdvancedNetworking(identity) ? [{ item: "IP External Interface" } as const] : []),
        { item: "IP Gateway" },
        { item: "IP V6 Gateway" },
      ],
    },
    ...lanInterfaces(identity).map((lan) => ({
      title: `LAN ${lan}`,
      fields: lanFields(lan, hasAdvancedNetworking(identity)),
    })),
  ],
});

function lanFields(lan: LanInterface, withNat: boolean): readonly FormField[] {
  return [
    { item: `Ethernet ${lan} IP V4 Address` },
    { item: `Ethernet ${lan} IP V4 SubnetMask` },
    ...(withNat
      ? ([
          { item: `Ethernet ${lan} IP V4 StaticNAT Mode` },
          { item: `Ethernet ${lan} IP V4 StaticNAT Address` },
        ] as const)
      : []),
    { item: `Ethernet ${lan} IP V6 Address` },
  ];
}
