import { productFamily } from "../../../../../peer/core/identity.ts";
import { formPage } from "../../../form/form-page.tsx";
import { yesNoWords } from "../../../form/option-words.ts";

/** Applications > B2BUA > Microsoft Lync > Configuration. Guide: a peer that leaves a cluster sets it to Disabled (G6.2). */
export const microsoftLync = formPage({
  sections: ({ device: { identity } }) => {
    const vcs = productFamily(identity.product) === "vcs";
    return [
      {
        title: "Configuration",
        fields: [
          { item: "Applications B2BUA MicrosoftLync Mode" },
          { item: "Applications B2BUA MicrosoftLync Destination Address" },
          { item: "Applications B2BUA MicrosoftLync Destination Port" },
          { item: "Applications B2BUA MicrosoftLync Destination Transport" },
        ],
      },
      ...(vcs
        ? [
            {
              title: "FindMe integration",
              fields: [{ item: "Applications B2BUA MicrosoftLync RegisterFindMeUsers", words: yesNoWords } as const],
            },
          ]
        : []),
      {
        title: "Transcoders",
        fields: [
          { item: "Applications B2BUA MicrosoftLync Transcoders Mode", words: yesNoWords },
          { item: "Applications B2BUA MicrosoftLync Transcoders Port" },
          { item: "Applications B2BUA MicrosoftLync Transcoders PolicyRules", words: yesNoWords },
        ],
      },
      { title: "TURN", fields: [{ item: "Applications B2BUA MicrosoftLync TURN Mode", words: yesNoWords }] },
      {
        title: "Advanced settings",
        fields: [
          { item: "Applications B2BUA MicrosoftLync Encryption" },
          { item: "Applications B2BUA MicrosoftLync Media Port Start" },
          { item: "Applications B2BUA MicrosoftLync Media Port End" },
          { item: "Applications B2BUA MicrosoftLync HopCount" },
          { item: "Applications B2BUA MicrosoftLync Session Refresh Interval" },
          { item: "Applications B2BUA MicrosoftLync Session Refresh Minimum" },
          {
            item: "Applications B2BUA MicrosoftLync Port Expressway",
            ...(vcs && { label: "Port on B2BUA for VCS communications" }),
          },
          { item: "Applications B2BUA MicrosoftLync Port Lync" },
        ],
      },
    ];
  },
});
