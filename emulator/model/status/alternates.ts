import type { StatusNode } from "../types.ts";
import { peerStates } from "./elements.ts";

/**
 * The cluster. Empty on a peer that stands alone (X7.2.1 capture and X8.11.3 status.xml); the children of a clustered
 * peer are in no capture.
 */
export const alternatesNodes = [
  {
    name: "Alternates",
    cliOrder: 10,
    xmlOrder: 9,
    children: [
      {
        name: "Cluster",
        children: [{ name: "Name", type: "string" }],
        presentWhen: "clustered",
        assumed: true,
      },
      { name: "ConfigurationPrimary", type: "integer", presentWhen: "clustered", assumed: true },
      {
        name: "Peer",
        index: "[1..6]",
        presentWhen: "clustered",
        assumed: true,
        children: [
          { name: "Status", type: "enum", values: peerStates },
          { name: "Cause", type: "string", presentWhen: "Status is Failed" },
          { name: "Address", type: "string" },
          { name: "LastStatusChange", type: "string" },
        ],
      },
      {
        name: "Database",
        children: [{ name: "Status", type: "enum", values: ["Initializing", "Active", "Failed"] }],
        presentWhen: "clustered",
        assumed: true,
      },
      {
        name: "Replication",
        presentWhen: "clustered",
        assumed: true,
        children: [
          { name: "Status", type: "enum", values: ["Inactive", "Active", "Suspended", "Failed"] },
          { name: "LastSynchronization", type: "string" },
          { name: "NextSynchronization", type: "string" },
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
