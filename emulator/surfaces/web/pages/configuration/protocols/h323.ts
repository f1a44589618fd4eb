import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Protocols > H.323 (Administrator Guide, "Configuring H.323"). */
export const h323 = formPage({
  sections: [
    { title: "Configuration", fields: [{ item: "H323 Mode" }] },
    {
      title: "Gatekeeper",
      fields: [
        { item: "H323 Gatekeeper Registration UDP Port" },
        { item: "H323 Gatekeeper Registration ConflictMode" },
        { item: "H323 Gatekeeper CallSignaling TCP Port" },
        { item: "H323 Gatekeeper CallSignaling PortRange Start" },
        { item: "H323 Gatekeeper CallSignaling PortRange End" },
        { item: "H323 Gatekeeper TimeToLive" },
        { item: "H323 Gatekeeper CallTimeToLive" },
        { item: "H323 Gatekeeper AutoDiscovery Mode" },
      ],
    },
    {
      title: "Gateway",
      fields: [
        {
          item: "H323 Gateway CallerId",
          words: { IncludePrefix: "Include prefix", ExcludePrefix: "Exclude prefix" },
        },
      ],
    },
  ],
});
