import { formPage } from "../../../form/form-page.tsx";
import { authenticationPolicyWords, mediaEncryptionWords, yesNoWords } from "../../../form/option-words.ts";

/** The zone of everybody who is in no other (Administrator Guide, "Default Zone"). */
export const defaultZone = formPage({
  sections: [
    {
      title: "Policy",
      fields: [{ item: "Zones DefaultZone Authentication Mode", words: authenticationPolicyWords }],
    },
    {
      title: "Access rules",
      fields: [{ item: "Zones DefaultZone AccessRules Mode", words: yesNoWords }],
    },
    {
      title: "SIP",
      fields: [
        { item: "Zones DefaultZone SIP Media Encryption Mode", words: mediaEncryptionWords },
        { item: "Zones DefaultZone SIP Media ICE Support" },
        { item: "Zones DefaultZone SIP TLS Verify Mode" },
        { item: "Zones DefaultZone SIP Record Route Address Type" },
      ],
    },
  ],
});
