import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Incident reports.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const errorReportItems = [
  {
    path: "ErrorReport Contact",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Mail address sent along with incident reports.",
    label: "Contact email address",
  },
  {
    path: "ErrorReport CoreDump",
    values: onOff,
    default: "On",
    scope: "cluster",
    restartAlarm: 15014,
    description: "Whether a core dump is made when an application fails.",
    label: "Create core dumps",
  },
  {
    path: "ErrorReport Mode",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether incident reports are sent.",
    label: "Incident reports sending mode",
  },
  {
    path: "ErrorReport Proxy",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Proxy server on the way of incident reports.",
    label: "Proxy server",
  },
  {
    path: "ErrorReport Url",
    values: { kind: "text", min: 0, max: 128 },
    default: "https://cc-reports.cisco.com/submitapplicationerror/",
    scope: "cluster",
    description: "Where incident reports are sent.",
    label: "Incident reports URL",
  },
] as const satisfies readonly ConfigurationItem[];
