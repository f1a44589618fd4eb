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
    effect: "goes along with them as the header From",
    label: "Contact email address",
  },
  {
    path: "ErrorReport CoreDump",
    values: onOff,
    default: "On",
    scope: "cluster",
    restartAlarm: 15014,
    description: "Whether a core dump is made when an application fails.",
    effect: "a change asks for a restart (15014); no core is dumped",
    label: "Create core dumps",
  },
  {
    path: "ErrorReport Mode",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether incident reports are sent.",
    effect: "On: incident reports that were not sent yet are posted",
    label: "Incident reports sending mode",
  },
  {
    path: "ErrorReport Proxy",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Proxy server on the way of incident reports.",
    effect: "they go by way of it, unless the URL is one of HTTPS",
    label: "Proxy server",
  },
  {
    path: "ErrorReport Url",
    values: { kind: "text", min: 0, max: 128 },
    default: "https://cc-reports.cisco.com/submitapplicationerror/",
    scope: "cluster",
    description: "Where incident reports are sent.",
    effect: "where they are posted",
    label: "Incident reports URL",
  },
] as const satisfies readonly ConfigurationItem[];
