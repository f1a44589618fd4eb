import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Ways of administering the peer.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const administrationItems = [
  {
    path: "Administration DeviceProvisioning",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether devices can be provisioned from this box.",
  },
  {
    path: "Administration HTTP Mode",
    values: onOff,
    default: "On",
    scope: "peer",
    description: "Whether web requests over HTTP are sent on to HTTPS; nothing answers on HTTP while off.",
    effect: "whether port 80 redirects, from the next restart",
    label: "Redirect HTTP requests to HTTPS",
    restartAlarm: 25017,
  },
  {
    path: "Administration HTTPS Mode",
    values: onOff,
    default: "On",
    scope: "peer",
    description: "Whether the web pages and the API are served over HTTPS.",
    effect: "whether the web server listens, from the next restart",
    label: "Web interface (over HTTPS)",
    restartAlarm: 25011,
  },
  {
    path: "Administration LCDPanel Mode",
    values: onOff,
    default: "On",
    scope: "peer",
    description: "Whether the front panel of an appliance shows who it is.",
  },
  {
    path: "Administration SSH Mode",
    values: onOff,
    default: "On",
    scope: "peer",
    description: "Whether logins and file copies over SSH are taken.",
    effect: "whether SSH listens, from the next restart",
    label: "SSH service",
    restartAlarm: 25015,
  },
  {
    path: "Administration Telnet Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether command line logins over Telnet are taken.",
    assumed: true,
  },
  {
    path: "Administration Console Mode",
    values: onOff,
    default: "On",
    scope: "peer",
    description:
      "Whether the serial port or virtual console takes logins; it always does for a minute after a restart.",
    label: "Serial port / console",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
