import type { StatusNode } from "../types.ts";

/**
 * Nodes that the X14.0 administrator guide or an X8.11.3 status.xml names and of which nobody tells what is in them, nor
 * whether X8.1 has them. They are known, and answered as not implemented, so that a tool that asks for one is told why.
 */
export const namedOnlyNodes = (
  [
    "Alarm",
    "Authentication",
    "B2BUACalls",
    "B2buapresencerelayservice",
    "B2buapresencerelayuser",
    "Cluster",
    "Edgeauth",
    "Edgedomain",
    "Firewall",
    "Gwtunnels",
    "Hardware",
    "Iptablesacceptedrule",
    "Iptablesrule",
    "NetworkInterface",
    "Ntpcertificates",
    "PhonebookServer",
    "RateLimits",
    "Teststatus",
    "Time",
    "Traversalserverresourceusage",
    "Tunnels",
    "Xcps2s",
  ] as const
).map((name): StatusNode => ({ name, cliOrder: null, xmlOrder: null, children: [], assumed: true }));
