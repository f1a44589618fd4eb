import { formPage } from "../../../form/form-page.tsx";
import { authenticationPolicyWords, mediaEncryptionWords } from "../../../form/option-words.ts";

/** The zone of everybody who is in no other (Administrator Guide, "Default Zone"). */
export const defaultZone = formPage({
  sections: [
    {
      title: "Policy",
      fields: [{ item: "Zones DefaultZone Authentication Mode", words: authenticationPolicyWords }],
    },
    {
      title: "SIP",
      fields: [
        { item: "Zones DefaultZone SIP Media Encryption Mode", words: mediaEncryptionWords },
        { item: "Zones DefaultZone SIP Media ICE Support" },
      ],
    },
  ],
});
