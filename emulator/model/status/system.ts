import type { StatusNode } from "../types.ts";
import { counters } from "./elements.ts";

/** The peer itself and what it has in use. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const systemNodes = [
  {
    name: "SystemUnit",
    cliOrder: 1,
    xmlOrder: 1,
    children: [
      { name: "Product", type: "string" },
      { name: "Uptime", type: "integer" },
      { name: "SystemTime", type: "string" },
      { name: "TimeZone", type: "string" },
      { name: "LocalTime", type: "string" },
      {
        name: "Software",
        children: [
          { name: "Version", type: "string" },
          { name: "Build", type: "string" },
          { name: "Name", type: "string" },
          { name: "ReleaseDate", type: "string" },
          { name: "ReleaseKey", type: "string" },
          {
            name: "Configuration",
            children: [
              { name: "NonTraversalCalls", type: "integer" },
              { name: "TraversalCalls", type: "integer" },
              { name: "Registrations", type: "integer" },
              {
                name: "TURN",
                children: [{ name: "Relays", type: "integer" }],
                presentWhen: "traversal server option",
                assumed: true,
              },
              { name: "Expressway", type: "boolean" },
              { name: "Encryption", type: "boolean" },
              { name: "Interworking", type: "boolean" },
              { name: "FindMe", type: "boolean" },
              { name: "DeviceProvisioning", type: "boolean" },
              { name: "DualNetworkInterfaces", type: "boolean" },
              { name: "AdvancedAccountSecurity", type: "boolean" },
              { name: "StarterPack", type: "boolean" },
              { name: "EnhancedOCSCollaboration", type: "boolean" },
              { name: "ExpresswaySeries", type: "boolean" },
            ],
          },
        ],
      },
      {
        name: "Hardware",
        children: [
          { name: "Version", type: "string" },
          { name: "SerialNumber", type: "string" },
        ],
      },
    ],
  },
  {
    name: "Options",
    cliOrder: 3,
    xmlOrder: 37,
    xmlOneLine: true,
    children: [
      {
        name: "Option",
        index: "[1..64]",
        children: [
          { name: "Key", type: "string" },
          { name: "Description", type: "string" },
        ],
      },
    ],
  },
  {
    name: "ResourceUsage",
    cliOrder: 7,
    xmlOrder: 6,
    children: [
      {
        name: "Calls",
        children: [
          { name: "Traversal", children: counters },
          { name: "NonTraversal", children: counters },
          { name: "CollaborationEdge", children: counters },
        ],
      },
      { name: "Registrations", children: counters },
      { name: "TURN", children: [{ name: "Relays", children: counters }] },
    ],
  },
  {
    name: "PortUsage",
    cliOrder: null,
    xmlOrder: 26,
    assumed: true,
    children: [
      {
        name: "Media",
        children: [
          {
            name: "Range",
            children: [
              { name: "Start", type: "integer" },
              { name: "End", type: "integer" },
            ],
          },
          { name: "Free", type: "integer" },
          { name: "Used", type: "integer" },
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
