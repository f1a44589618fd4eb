import type { ConfigurationItem } from "../types.ts";

/**
 * The rules of a local Call Policy.
 * Fields: VCS guide X8.1.1, "Configuring Call Policy rules using the web interface". No source has paths, nor how many rules there may be.
 */
export const callPolicyRuleItems = [
  {
    path: "Policy AdministratorPolicy Rule [1..1000] Source Pattern",
    values: { kind: "text", min: 1, max: 127 },
    default: "",
    scope: "cluster",
    description: "Regular expression that the alias of the caller has to match.",
    label: "Source pattern",
    assumed: true,
  },
  {
    path: "Policy AdministratorPolicy Rule [1..1000] Destination Pattern",
    values: { kind: "text", min: 1, max: 127 },
    default: "",
    scope: "cluster",
    description: "Regular expression that the alias that is called has to match.",
    label: "Destination pattern",
    assumed: true,
  },
  {
    path: "Policy AdministratorPolicy Rule [1..1000] Action",
    values: { kind: "oneOf", values: ["Allow", "Reject"] },
    default: "Allow",
    scope: "cluster",
    description: "What becomes of such a call.",
    label: "Action",
    assumed: true,
  },
  {
    path: "Policy AdministratorPolicy Rule [1..1000] Place",
    values: { kind: "integer", min: 1, max: 65534 },
    default: "1",
    scope: "cluster",
    description: "Rules are tried from the lowest number on; the arrows of the page change it.",
    label: "Place",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
