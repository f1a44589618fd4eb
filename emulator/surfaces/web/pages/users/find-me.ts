import { enabledWords, type OptionWords } from "../../form/option-words.ts";
import { rowPages } from "../../form/row-pages.tsx";
import { itemColumn } from "../../form/row-values.ts";

// The pages of FindMe users: VCS Administrator Guide X8.1.1, "Configuring FindMe accounts" and "Configuring FindMe groups".

const typeWords: OptionWords = { GroupOfPeople: "Group of people" };

const accounts = { rows: "Authentication Account FindMe Account" } as const;

/** Users > FindMe accounts. */
export const findMeAccounts = rowPages({
  ...accounts,
  noun: "FindMe account",
  nameItem: "Name",
  columns: [
    itemColumn(accounts, "Username", "Name"),
    itemColumn(accounts, "Display name", "DisplayName"),
    itemColumn(accounts, "FindMe ID", "FindMeID"),
    itemColumn(accounts, "Principal device address", "PrincipalDevice"),
    itemColumn(accounts, "FindMe type", "FindMeType", typeWords),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "DisplayName" },
        { item: "PhoneNumber" },
        { item: "FindMeID" },
        { item: "PrincipalDevice" },
        { item: "Password" },
        { item: "FindMeType", words: typeWords },
      ],
    },
  ],
});

const groups = { rows: "Authentication Account FindMe Group" } as const;

/** Users > FindMe groups. */
export const findMeGroups = rowPages({
  ...groups,
  noun: "FindMe group",
  nameItem: "Name",
  columns: [itemColumn(groups, "Name", "Name"), itemColumn(groups, "State", "Enabled", enabledWords)],
  sections: [{ title: "Configuration", fields: [{ item: "Name" }, { item: "Enabled", words: enabledWords }] }],
});
