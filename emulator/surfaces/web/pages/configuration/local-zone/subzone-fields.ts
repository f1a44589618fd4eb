import { authenticationPolicyWords, bandwidthModeWords, mediaEncryptionWords } from "../../../form/option-words.ts";
import type { RowSection } from "../../../form/row-fields.ts";

/** What the Default Subzone and every other have (Administrator Guide, "Configuring subzones"). `name` is for the headings. */
export const subzoneSections = (name: string): readonly RowSection[] => [
  {
    title: "Policy",
    fields: [{ item: "Registrations" }, { item: "Authentication Mode", words: authenticationPolicyWords }],
  },
  {
    title: "SIP",
    fields: [{ item: "SIP Media Encryption Mode", words: mediaEncryptionWords }, { item: "SIP Media ICE Support" }],
  },
  limit("Total bandwidth available", "Total"),
  limit(`Calls into or out of ${name}`, "PerCall Inter"),
  limit(`Calls entirely within ${name}`, "PerCall Intra"),
];

/** A restriction of bandwidth and its limit. */
const limit = (title: string, of: string): RowSection => ({
  title,
  fields: [{ item: `Bandwidth ${of} Mode`, words: bandwidthModeWords }, { item: `Bandwidth ${of} Limit` }],
});
