import type { ConfigurationItem } from "../types.ts";
import { httpProtocol, onOff } from "./value-spaces.ts";

/**
 * The management server.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const externalManagerItems = [
  {
    path: "ExternalManager Address",
    values: { kind: "text", min: 0, max: 128, format: "hostOrAddress" },
    default: "",
    scope: "cluster",
    description: "Address or name of the management server.",
    label: "Address",
  },
  {
    path: "ExternalManager Path",
    values: { kind: "text", min: 0, max: 255 },
    default: "tms/public/external/management/SystemManagementService.asmx",
    scope: "cluster",
    description: "Path of the management server's service.",
    label: "Path",
  },
  {
    path: "ExternalManager Protocol",
    values: httpProtocol,
    default: "HTTPS",
    scope: "cluster",
    description: "Protocol of the connection to the management server.",
    label: "Protocol",
  },
  {
    path: "ExternalManager Server Certificate Verification Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether the management server's certificate is checked.",
    label: "Certificate verification mode",
  },
] as const satisfies readonly ConfigurationItem[];
