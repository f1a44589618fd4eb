import type { ConfigurationItem } from "../types.ts";
import { enabledDisabled, patternType } from "./value-spaces.ts";

/**
 * Transforms of dialed aliases before any search.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const transformItems = [
  {
    path: "Transform [1..100] Description",
    values: { kind: "text", min: 0, max: 64 },
    default: "",
    scope: "cluster",
    description: "Remark about the transform.",
    label: "Description",
  },
  {
    path: "Transform [1..100] Pattern Behavior",
    values: { kind: "oneOf", values: ["Strip", "Replace", "AddPrefix", "AddSuffix"] },
    default: "Strip",
    scope: "cluster",
    description: "What happens to the alias or to the matched part of it.",
    effect: "what the transform makes of an alias that matches",
    label: "Pattern behavior",
  },
  {
    path: "Transform [1..100] Pattern Replace",
    values: { kind: "text", min: 0, max: 60 },
    default: "",
    scope: "cluster",
    description: "Text that takes the place of the matched part, or that is added.",
    effect: "what it puts in place of the match, or adds to it",
    label: "Replace string",
  },
  {
    path: "Transform [1..100] Pattern String",
    values: { kind: "text", min: 0, max: 60 },
    default: "",
    scope: "cluster",
    description: "Alias, or part of one, that the transform applies to.",
    effect: "aliases are changed before a search",
    label: "Pattern string",
  },
  {
    path: "Transform [1..100] Pattern Type",
    values: patternType,
    default: "Prefix",
    scope: "cluster",
    description: "How the pattern is compared with the alias.",
    effect: "how an alias is compared with the pattern",
    label: "Pattern type",
  },
  {
    path: "Transform [1..100] Priority",
    values: { kind: "integer", min: 1, max: 65534 },
    default: "1",
    scope: "cluster",
    description: "Place in the order in which transforms are tried; 1 comes first.",
    effect: "the first transform that matches is applied",
    label: "Priority",
  },
  {
    path: "Transform [1..100] State",
    values: enabledDisabled,
    default: "Enabled",
    scope: "cluster",
    description: "Whether the transform is applied.",
    effect: "Disabled: the transform is passed over",
    label: "State",
  },
] as const satisfies readonly ConfigurationItem[];
