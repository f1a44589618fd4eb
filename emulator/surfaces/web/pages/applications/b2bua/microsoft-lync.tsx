import { formPage } from "../../../form/form-page.tsx";

/** Applications > B2BUA > Microsoft Lync > Configuration. Guide: a peer that leaves a cluster sets it to Disabled (G6.2). */
export const microsoftLync = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Applications B2BUA MicrosoftLync Mode" },
        { item: "Applications B2BUA MicrosoftLync Destination Address" },
        { item: "Applications B2BUA MicrosoftLync Destination Port" },
        { item: "Applications B2BUA MicrosoftLync Destination Transport" },
      ],
    },
  ],
  status: () => <p class="hint">The twin keeps these settings and does not act on them.</p>,
});
