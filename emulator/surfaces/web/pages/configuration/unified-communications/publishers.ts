import type { RowListName } from "../../../../../model/configuration/lists.ts";
import type { OptionWords } from "../../../form/option-words.ts";
import { rowPages } from "../../../form/row-pages.tsx";
import { itemColumn } from "../../../form/row-values.ts";

/** The item says that the certificate is left unchecked; the page asks whether it is verified. */
const verifyWords: OptionWords = { On: "Off", Off: "On" };

const publisherPages = (rows: RowListName, noun: string, addressLabel: string) => {
  const list = { rows };
  return rowPages({
    ...list,
    noun,
    nameItem: "Address",
    columns: [
      itemColumn(list, addressLabel, "Address"),
      itemColumn(list, "Username", "AxlUserName"),
      itemColumn(list, "TLS verify mode", "CertValidationDisabled", verifyWords),
    ],
    sections: [
      {
        title: "Publisher",
        fields: [
          { item: "Address", label: addressLabel },
          { item: "AxlUserName" },
          { item: "AxlPassword" },
          { item: "CertValidationDisabled", label: "TLS verify mode", words: verifyWords },
        ],
      },
    ],
  });
};

/** Configuration > Unified Communications > Unified CM servers (Expressway Administrator Guide, "Discovering Unified CM servers"). */
export const unifiedCmServers = publisherPages(
  "CollaborationEdge UnifiedCM",
  "Unified CM server",
  "Unified CM publisher address",
);

/** Configuration > Unified Communications > IM and Presence servers (the same guide, "Discovering IM and Presence servers"). */
export const impServers = publisherPages(
  "CollaborationEdge IMP",
  "IM and Presence server",
  "IM and Presence publisher address",
);
