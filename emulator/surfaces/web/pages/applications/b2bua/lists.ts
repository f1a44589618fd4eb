import type { OptionWords } from "../../../form/option-words.ts";
import { rowPages } from "../../../form/row-pages.tsx";
import { byPriority, itemColumn } from "../../../form/row-values.ts";

// The pages of the B2BUA's lists: VCS Administrator Guide X8.1.1, "Configuring Microsoft Lync B2BUA".

const typeWords: OptionWords = { LyncDevice: "Lync device" };

const hosts = { rows: "Applications B2BUA MicrosoftLync TrustedHost" } as const;

/** Applications > B2BUA > Microsoft Lync > B2BUA trusted hosts. */
export const trustedHosts = rowPages({
  ...hosts,
  noun: "B2BUA trusted host",
  nameItem: "Name",
  columns: [
    itemColumn(hosts, "Name", "Name"),
    itemColumn(hosts, "IP address", "Address"),
    itemColumn(hosts, "Type", "Type", typeWords),
  ],
  sections: [
    { title: "Configuration", fields: [{ item: "Name" }, { item: "Address" }, { item: "Type", words: typeWords }] },
  ],
});

const policyRules = { rows: "Applications B2BUA MicrosoftLync Transcoders PolicyRule" } as const;

/** Applications > B2BUA > Microsoft Lync > Transcoder policy rules. */
export const transcoderPolicyRules = rowPages({
  ...policyRules,
  noun: "transcoder policy rule",
  nameItem: "Name",
  order: byPriority(policyRules),
  columns: [
    itemColumn(policyRules, "Priority", "Priority"),
    itemColumn(policyRules, "Name", "Name"),
    itemColumn(policyRules, "Description", "Description"),
    itemColumn(policyRules, "Pattern type", "Pattern Type"),
    itemColumn(policyRules, "Pattern string", "Pattern String"),
    itemColumn(policyRules, "Action", "Action"),
    itemColumn(policyRules, "State", "State"),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "Description" },
        { item: "Priority" },
        { item: "Pattern Type" },
        { item: "Pattern String" },
        { item: "Action" },
        { item: "State" },
      ],
    },
  ],
});

const transcoderList = { rows: "Applications B2BUA MicrosoftLync Transcoder" } as const;

/** Applications > B2BUA > Microsoft Lync > Transcoders. */
export const transcoders = rowPages({
  ...transcoderList,
  noun: "transcoder",
  nameItem: "Address",
  columns: [itemColumn(transcoderList, "Address", "Address"), itemColumn(transcoderList, "Port", "Port")],
  sections: [{ title: "Configuration", fields: [{ item: "Address" }, { item: "Port" }] }],
});

const turnList = { rows: "Applications B2BUA TURN Server" } as const;

/** Applications > B2BUA > B2BUA TURN servers. */
export const b2buaTurnServers = rowPages({
  ...turnList,
  noun: "B2BUA TURN server",
  nameItem: "Address",
  columns: [
    itemColumn(turnList, "TURN server address", "Address"),
    itemColumn(turnList, "TURN server port", "Port"),
    itemColumn(turnList, "Description", "Description"),
    itemColumn(turnList, "TURN services username", "UserName"),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Address" },
        { item: "Port" },
        { item: "Description" },
        { item: "UserName" },
        { item: "Password" },
      ],
    },
  ],
});
