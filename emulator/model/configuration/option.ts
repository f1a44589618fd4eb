import type { ConfigurationItem } from "../types.ts";

/**
 * Option keys.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const optionItems = [
  {
    path: "Option [1..64] Key",
    values: { kind: "text", min: 0, max: 90 },
    default: "",
    scope: "peer",
    description: "An option key that adds a feature or licenses.",
    effect: "features and licenses; 25006, 30009, 30025",
    label: "Option key <n>",
  },
] as const satisfies readonly ConfigurationItem[];
