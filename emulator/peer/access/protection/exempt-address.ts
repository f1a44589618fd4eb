import { intrusionCategories, type IntrusionCategoryWord } from "../../../model/intrusion-categories.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { planRow } from "../../configuration/row-commands.ts";
import type { Actor } from "../../core/actor.ts";
import type { Change, ChangeResult } from "../../core/configuration-change.ts";
import { EXEMPTIONS } from "./exemptions.ts";

/** Exempts one address from one category: in the row that it has already, or in a new one. */
export function exemptAddress(
  configuration: Configuration,
  word: IntrusionCategoryWord,
  address: string,
  actor: Actor,
): ChangeResult {
  const row = configuration.rows.of(EXEMPTIONS).find((each) => isOfAddress(configuration, each, address));
  if (row !== undefined) return configuration.set([{ path: `${EXEMPTIONS} ${row} ${word}`, value: "On" }], actor);
  const planned = planRow(configuration, EXEMPTIONS, { Address: address, PrefixLength: "32" });
  if (!planned.ok) return { ...planned, path: EXEMPTIONS };
  const categories = intrusionCategories.map((category): Change => ({
    path: `${EXEMPTIONS} ${planned.index} ${category.word}`,
    value: category.word === word ? "On" : "Off",
  }));
  return configuration.set([...planned.changes, ...categories], actor);
}

const isOfAddress = (configuration: Configuration, row: number, address: string): boolean =>
  configuration.get(`IntrusionProtection Exemption ${row} Address`) === address &&
  configuration.integer(`IntrusionProtection Exemption ${row} PrefixLength`) === 32;
