import { type OptionWords, protocolWords, toWords } from "../../../form/option-words.ts";
import { itemOfRow } from "../../../form/row-fields.ts";
import type { RowColumn } from "../../../form/row-list-page.tsx";
import { rowPages } from "../../../form/row-pages.tsx";
import type { Visit } from "../../../visit.ts";
import { nodeNames, zoneNames } from "../nodes.ts";

const modeWords: OptionWords = {
  AliasPatternMatch: "Alias pattern match",
  AnyAlias: "Any alias",
  AnyIPAddress: "Any IP Address",
};

const sourceWords: OptionWords = { AllZones: "All zones", LocalZone: "Local Zone" };

const value = ({ device }: Visit, row: number, item: string): string =>
  device.configuration.get(itemOfRow("Zones Policy SearchRules Rule", row, item));

const column = (heading: string, item: string, words?: OptionWords): RowColumn => ({
  heading,
  cell: (visit, row) => toWords(words, value(visit, row, item)),
});

/** Pattern columns are blank for a rule that takes any alias. */
const patternColumn = (heading: string, item: string): RowColumn => ({
  heading,
  cell: (visit, row) => (value(visit, row, "Mode") === "AliasPatternMatch" ? value(visit, row, item) : ""),
});

/** Configuration > Dial plan > Search rules (Administrator Guide, "Configuring search rules"). */
export const searchRules = rowPages({
  rows: "Zones Policy SearchRules Rule",
  noun: "search rule",
  nameItem: "Name",
  clones: true,
  order: (visit, row) => Number(value(visit, row, "Priority")),
  columns: [
    column("Priority", "Priority"),
    column("Rule name", "Name"),
    column("Protocol", "Protocol", protocolWords),
    column("Source", "Source Mode", sourceWords),
    column("Source name", "Source Name"),
    column("Authentication required", "Authentication"),
    column("Mode", "Mode", modeWords),
    patternColumn("Pattern type", "Pattern Type"),
    patternColumn("Pattern string", "Pattern String"),
    patternColumn("Pattern behavior", "Pattern Behavior"),
    column("On match", "Progress"),
    column("Target", "Target Name"),
    column("State", "State"),
  ],
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Name" },
        { item: "Description" },
        { item: "Priority" },
        { item: "Protocol", words: protocolWords },
        { item: "Source Mode", words: sourceWords },
        { item: "Source Name", choices: (visit) => ["", ...nodeNames(visit)] },
        { item: "Authentication" },
        { item: "Mode", words: modeWords },
        { item: "Pattern Type" },
        { item: "Pattern String" },
        { item: "Pattern Behavior" },
        { item: "Pattern Replace" },
        { item: "Progress" },
        { item: "Target Name", choices: (visit) => ["LocalZone", ...zoneNames(visit)] },
        { item: "State" },
      ],
    },
  ],
});
