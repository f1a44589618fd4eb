import type { StatusElement, StatusNode } from "../types.ts";
import { bandwidthUsage, callReferences, peerStates } from "./elements.ts";

const name = { name: "Name", type: "string" } as const satisfies StatusElement;
const zone = { children: [name, bandwidthUsage, callReferences] } as const;
const subzone = { children: [name, bandwidthUsage] } as const;

const connection = [
  { name: "Status", type: "enum", values: peerStates },
  { name: "Cause", type: "string", presentWhen: "Status is Failed" },
  { name: "Address", type: "string" },
  { name: "Port", type: "integer" },
  { name: "LastStatusChange", type: "string" },
] as const satisfies readonly StatusElement[];

/** What a far system tells of its load; seen in X8.11 only. */
const farResourceUsage = {
  name: "ResourceUsage",
  assumed: true,
  children: [
    { name: "ResourceUsageValid", type: "boolean" },
    { name: "TraversalCallsAvailable", type: "integer" },
    { name: "NonTraversalCallsAvailable", type: "integer" },
    { name: "RegistrationsAvailable", type: "integer" },
    { name: "TURNRelaysAvailable", type: "integer" },
  ],
} as const satisfies StatusElement;

const peers = [
  {
    name: "Peer",
    index: "[1..6]",
    children: [
      { name: "H323", children: connection },
      {
        name: "SIP",
        children: [
          ...connection,
          farResourceUsage,
          { name: "Server", type: "string", presentWhen: "the peer named its software in SIP" },
        ],
      },
    ],
  },
] as const satisfies readonly StatusElement[];

/** Zones, subzones and searches. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const zoneNodes = [
  {
    name: "Zones",
    cliOrder: 9,
    xmlOrder: 8,
    children: [
      { name: "DefaultZone", ...zone },
      {
        name: "LocalZone",
        children: [
          { name: "DefaultSubZone", ...subzone },
          { name: "TraversalSubZone", ...subzone },
          // Listed on a peer that stands alone too.
          { name: "ClusterSubZone", ...subzone },
          { name: "SubZone", index: "[1..1000]", ...subzone, assumed: true },
        ],
      },
      {
        name: "Searches",
        children: [
          { name: "Current", type: "integer" },
          { name: "CurrentDirected", type: "integer" },
          { name: "Total", type: "integer" },
          { name: "Dropped", type: "integer" },
          { name: "MaxSubSearchExceeded", type: "integer" },
          { name: "MaxTargetsExceeded", type: "integer" },
        ],
      },
      {
        name: "Zone",
        index: "[1..1000]",
        children: [
          name,
          bandwidthUsage,
          { name: "Status", type: "enum", values: ["Active", "Failed", "Warning"] },
          { name: "Cause", type: "string", presentWhen: "Status is Failed or Warning" },
          { name: "Type", type: "enum", values: ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"] },
          { name: "Neighbor", children: peers, presentWhen: "Type is Neighbor" },
          { name: "TraversalClient", children: peers, presentWhen: "Type is TraversalClient" },
          { name: "TraversalServer", children: peers, presentWhen: "Type is TraversalServer" },
          callReferences,
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
