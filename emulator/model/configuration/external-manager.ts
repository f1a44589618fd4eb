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
    effect: "the TMS that a VCS with Device Provisioning asks for licenses; 30018",
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
    effect: "whether it is asked by HTTP or HTTPS",
    label: "Protocol",
  },
  {
    path: "ExternalManager Server Certificate Verification Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether the management server's certificate is checked.",
    effect: "Off: by HTTPS its certificate, and that of a server that feedback is posted to, is taken as it is",
    label: "Certificate verification mode",
  },
] as const satisfies readonly ConfigurationItem[];
