import { intrusionCategories, type IntrusionCategoryWord } from "../intrusion-categories.ts";
import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

type CategoryItem = "Mode" | "Description" | "TriggerLevel" | "DetectionWindow" | "BlockDuration";

type CategoryPath = `IntrusionProtection Category ${IntrusionCategoryWord} ${CategoryItem}`;

type ExemptionPath = `IntrusionProtection Exemption [1..1000] ${IntrusionCategoryWord}`;

// Fields: Administrator Guide, "Configuring a category's blocking rules". No source has paths, ranges or the numbers of X8.1:
// the defaults are those of fail2ban, which the product is built on.
const categoryItems = intrusionCategories.flatMap(
  ({ word, label }): readonly (ConfigurationItem & { readonly path: CategoryPath })[] => [
    {
      path: `IntrusionProtection Category ${word} Mode`,
      values: onOff,
      default: "Off",
      scope: "cluster",
      description: `Whether addresses are blocked for this: ${label}.`,
      label: "State",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${word} Description`,
      values: { kind: "text", min: 0, max: 64 },
      default: "",
      scope: "cluster",
      description: "A free-form description of the category.",
      label: "Description",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${word} TriggerLevel`,
      values: { kind: "integer", min: 1, max: 1000 },
      default: "5",
      scope: "cluster",
      description: "How many failures of an address within the detection window have it blocked.",
      label: "Trigger level",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${word} DetectionWindow`,
      values: { kind: "integer", min: 1, max: 86_400 },
      default: "600",
      scope: "cluster",
      description: "The time in which those failures must occur.",
      label: "Detection window",
      unit: "seconds",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${word} BlockDuration`,
      values: { kind: "integer", min: 1, max: 86_400 },
      default: "600",
      scope: "cluster",
      description: "How long a block stays in place.",
      label: "Block duration",
      unit: "seconds",
      assumed: true,
    },
  ],
);

const exemptCategoryItems = intrusionCategories.map(
  ({ word, label }): ConfigurationItem & { readonly path: ExemptionPath } => ({
    path: `IntrusionProtection Exemption [1..1000] ${word}`,
    values: onOff,
    default: "On",
    scope: "cluster",
    description: `Whether the addresses are exempt from this: ${label}.`,
    label,
    assumed: true,
  }),
);

/**
 * Automated protection.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const intrusionProtectionItems = [
  {
    path: "IntrusionProtection Service Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether addresses that keep failing to log in are blocked for a time.",
    label: "Automated protection service",
    assumed: true,
  },
  ...categoryItems,
  {
    path: "IntrusionProtection Exemption [1..1000] Address",
    values: { kind: "text", min: 1, max: 15, format: "ipv4Address" },
    default: "",
    scope: "cluster",
    description: "The first of the addresses that are never blocked.",
    label: "Address",
    assumed: true,
  },
  {
    path: "IntrusionProtection Exemption [1..1000] PrefixLength",
    values: { kind: "integer", min: 0, max: 32 },
    default: "32",
    scope: "cluster",
    description: "How many bits of it the exempted addresses have in common.",
    label: "Prefix length",
    assumed: true,
  },
  ...exemptCategoryItems,
] as const satisfies readonly ConfigurationItem[];
