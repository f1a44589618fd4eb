import { intrusionCategories, type IntrusionCategory, type IntrusionCategoryWord } from "../intrusion-categories.ts";
import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

type CategoryItem = "Mode" | "Description" | "TriggerLevel" | "DetectionWindow" | "BlockDuration";

type CategoryPath = `IntrusionProtection Category ${IntrusionCategoryWord} ${CategoryItem}`;

type ExemptionPath = `IntrusionProtection Exemption [1..1000] ${IntrusionCategoryWord}`;

/** The effect of an item on a category, which has one only where the twin sees its failures; `closed` names its ports. */
function whereSeen(
  { ports }: IntrusionCategory,
  effect: (closed: string) => string,
): Pick<ConfigurationItem, "effect"> {
  if (!ports) return {};
  return { effect: effect(ports.length === 1 ? `port ${ports.join()}` : `ports ${ports.join(" and ")}`) };
}

// Fields: Administrator Guide, "Configuring a category's blocking rules". No source has paths, ranges or the numbers of X8.1:
// the defaults are those of fail2ban, which the product is built on.
const categoryItems = intrusionCategories.flatMap(
  (category): readonly (ConfigurationItem & { readonly path: CategoryPath })[] => [
    {
      path: `IntrusionProtection Category ${category.word} Mode`,
      values: onOff,
      default: "Off",
      scope: "cluster",
      description: `Whether addresses are blocked for this: ${category.label}.`,
      ...whereSeen(category, (closed) => `On: addresses that fail too often are kept from ${closed}`),
      label: "State",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${category.word} Description`,
      values: { kind: "text", min: 0, max: 64 },
      default: "",
      scope: "cluster",
      description: "A free-form description of the category.",
      label: "Description",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${category.word} TriggerLevel`,
      values: { kind: "integer", min: 1, max: 1000 },
      default: "5",
      scope: "cluster",
      description: "How many failures of an address within the detection window have it blocked.",
      ...whereSeen(category, () => "how many failures that takes"),
      label: "Trigger level",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${category.word} DetectionWindow`,
      values: { kind: "integer", min: 1, max: 86_400 },
      default: "600",
      scope: "cluster",
      description: "The time in which those failures must occur.",
      ...whereSeen(category, () => "in which time"),
      label: "Detection window",
      unit: "seconds",
      assumed: true,
    },
    {
      path: `IntrusionProtection Category ${category.word} BlockDuration`,
      values: { kind: "integer", min: 1, max: 86_400 },
      default: "600",
      scope: "cluster",
      description: "How long a block stays in place.",
      ...whereSeen(category, () => "for how long"),
      label: "Block duration",
      unit: "seconds",
      assumed: true,
    },
  ],
);

const exemptCategoryItems = intrusionCategories.map(
  (category): ConfigurationItem & { readonly path: ExemptionPath } => ({
    path: `IntrusionProtection Exemption [1..1000] ${category.word}`,
    values: onOff,
    default: "On",
    scope: "cluster",
    description: `Whether the addresses are exempt from this: ${category.label}.`,
    ...whereSeen(category, () => "whether the exemption is from this category"),
    label: category.label,
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
    effect: "whether any address is blocked",
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
    effect: "which addresses are never blocked",
    label: "Address",
    assumed: true,
  },
  {
    path: "IntrusionProtection Exemption [1..1000] PrefixLength",
    values: { kind: "integer", min: 0, max: 32 },
    default: "32",
    scope: "cluster",
    description: "How many bits of it the exempted addresses have in common.",
    effect: "how many addresses that are",
    label: "Prefix length",
    assumed: true,
  },
  ...exemptCategoryItems,
] as const satisfies readonly ConfigurationItem[];
