import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * The publishers that mobile and remote access is set up with.
 * Fields: arguments of CUCMConfigAdd and XMPPDiscovery (X14 command reference). No source has paths, nor how many there may be.
 */
export const unifiedCommunicationsServerItems = [
  {
    path: "CollaborationEdge UnifiedCM [1..50] Address",
    values: { kind: "text", min: 1, max: 128, format: "hostOrAddress" },
    default: "",
    scope: "cluster",
    description: "Address or name of a Unified CM publisher.",
    label: "Publisher address",
    assumed: true,
  },
  {
    path: "CollaborationEdge UnifiedCM [1..50] AxlUserName",
    values: { kind: "text", min: 1, max: 128 },
    default: "",
    scope: "cluster",
    description: "Name that a Unified CM publisher knows this system by.",
    label: "Username",
    assumed: true,
  },
  {
    path: "CollaborationEdge UnifiedCM [1..50] AxlPassword",
    values: { kind: "secret", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Password that goes with that name.",
    label: "Password",
    assumed: true,
  },
  {
    path: "CollaborationEdge UnifiedCM [1..50] CertValidationDisabled",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether the certificate of a Unified CM publisher is left unchecked.",
    label: "Certificate left unchecked",
    assumed: true,
  },
  {
    path: "CollaborationEdge IMP [1..50] Address",
    values: { kind: "text", min: 1, max: 128, format: "hostOrAddress" },
    default: "",
    scope: "cluster",
    description: "Address or name of an IM and Presence publisher.",
    label: "Publisher address",
    assumed: true,
  },
  {
    path: "CollaborationEdge IMP [1..50] AxlUserName",
    values: { kind: "text", min: 1, max: 128 },
    default: "",
    scope: "cluster",
    description: "Name that an IM and Presence publisher knows this system by.",
    label: "Username",
    assumed: true,
  },
  {
    path: "CollaborationEdge IMP [1..50] AxlPassword",
    values: { kind: "secret", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Password that goes with that name.",
    label: "Password",
    assumed: true,
  },
  {
    path: "CollaborationEdge IMP [1..50] CertValidationDisabled",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether the certificate of an IM and Presence publisher is left unchecked.",
    label: "Certificate left unchecked",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
