import type { ConfigurationItem } from "../types.ts";

/**
 * The language of the pages.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const languageItems = [
  {
    path: "Language Default",
    values: { kind: "text", min: 0, max: 128 },
    default: "en_US",
    scope: "cluster",
    description: "Language of the pages for browsers that chose none.",
    effect: "shown in the footer",
    label: "System default language",
  },
] as const satisfies readonly ConfigurationItem[];
