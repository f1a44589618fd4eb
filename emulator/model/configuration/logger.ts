import type { ConfigurationItem } from "../types.ts";

/**
 * Levels of the log modules.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const loggerItems = [
  {
    path: "Logger Network [1..6] Level",
    values: { kind: "oneOf", values: ["FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"] },
    default: "INFO",
    scope: "peer",
    description:
      "Lowest level that a module writes to the Network Log; the modules are network.dns, network.h323, network.http, network.ldap, network.sip and network.tcp.",
    effect: "lines of a higher level are not written to the Network Log; 25019",
    label: "Level",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
