import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Mobile and remote access.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const collaborationEdgeItems = [
  {
    path: "CollaborationEdge AllowList DefaultMethods",
    values: { kind: "text", min: 0, max: 255 },
    default: "",
    scope: "cluster",
    description: "HTTP methods that entries of the allow list have when they name none.",
    label: "Default HTTP methods of the allow list",
    assumed: true,
  },
  {
    path: "CollaborationEdge Enabled",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether mobile and remote access is on.",
    label: "Mobile and remote access",
    assumed: true,
  },
  {
    path: "CollaborationEdge RFC3327Enabled",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether Path headers are put into registrations passed to Unified CM.",
    label: "SIP path headers",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
