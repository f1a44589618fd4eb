import { CUSTOM_SERVICE, firewallServices } from "../../../../../../model/firewall-services.ts";
import { formatRange, rangeOf } from "../../../../../../peer/access/firewall/address-range.ts";
import { type FirewallRule, readRule, rulePath } from "../../../../../../peer/access/firewall/firewall-rule.ts";
import { createRowPage } from "../../../../form/create-row-page.tsx";
import { formPage } from "../../../../form/form-page.tsx";
import type { FormField } from "../../../../form/form-section.ts";
import type { OptionWords } from "../../../../form/option-words.ts";
import { type RowList, type RowSection, sectionsOfRow } from "../../../../form/row-fields.ts";
import type { Visit } from "../../../../visit.ts";

export const serviceWords: OptionWords = Object.fromEntries(firewallServices.map(({ word, label }) => [word, label]));

/** What a firewall rule is called, and where its pages are. */
export const ruleList = {
  rows: "Firewall Rule",
  noun: "firewall rule",
  nameItem: "Description",
} as const satisfies RowList;

const sections: readonly RowSection[] = [
  {
    title: "Configuration",
    fields: [
      { item: "Priority" },
      { item: "Interface" },
      { item: "Address" },
      { item: "PrefixLength" },
      { item: "Service", words: serviceWords },
      { item: "Transport", label: `Transport (${CUSTOM_SERVICE})` },
      { item: "StartPort", label: `Start port (${CUSTOM_SERVICE})` },
      { item: "EndPort", label: `End port (${CUSTOM_SERVICE})` },
      { item: "Action" },
      { item: "Description" },
    ],
  },
];

/** System > Protection > Firewall rules > Configuration > Create firewall rule. */
export const createRule = createRowPage({ ...ruleList, sections });

const rowOf = ({ query }: Visit): number => Number(query.get("id"));

/** A rule, with the addresses that it is about. */
export const editRule = formPage({
  exists: (visit) => visit.device.configuration.rows.of("Firewall Rule").includes(rowOf(visit)),
  sections: (visit) =>
    sectionsOfRow(ruleList, rowOf(visit), sections).map(({ title, fields }) => ({
      title,
      fields: fields.map((field): FormField => (field.item.endsWith(" PrefixLength") ? withRange(field) : field)),
    })),
});

const withRange = (field: FormField): FormField => ({
  ...field,
  beside: (visit) => {
    const { configuration } = visit.device;
    const rule = readRule((item) => configuration.get(rulePath("Rule", rowOf(visit), item)));
    return <p class="field-note">Address range: {addressRange(rule)}</p>;
  },
});

/** The first and the last address that a rule is about. */
export const addressRange = (rule: FirewallRule): string =>
  formatRange(rangeOf(rule.Address, Number(rule.PrefixLength)));
