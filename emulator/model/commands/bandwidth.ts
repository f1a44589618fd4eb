import type { Command } from "../types.ts";

/** Links, pipes and bandwidth. Names and arguments: X14 command reference, older VCS guides. */
export const bandwidthCommands = [
  {
    name: "CheckBandwidth",
    description: "Shows the route between two nodes and whether it has the bandwidth for a call.",
    parameters: [
      {
        name: "Node1",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Subzone or zone that the call begins in.",
      },
      {
        name: "Node2",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Subzone or zone that the call ends in.",
      },
      {
        name: "Bandwidth",
        required: true,
        values: { kind: "integer", min: 1, max: 100000000 },
        description: "Bandwidth of the call in kbps.",
      },
      {
        name: "CallType",
        required: true,
        values: { kind: "oneOf", values: ["Traversal", "NonTraversal"] },
        description: "Whether the call would be a traversal call.",
      },
    ],
  },
  {
    name: "DefaultLinksAdd",
    description: "Restores the links that the system is shipped with.",
    parameters: [],
  },
  {
    name: "LinkAdd",
    description: "Adds a link.",
    parameters: [
      {
        name: "LinkName",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Name of the link.",
      },
      {
        name: "Node1",
        required: false,
        values: { kind: "text", min: 1, max: 50 },
        description: "Zone or subzone at the first end.",
      },
      {
        name: "Node2",
        required: false,
        values: { kind: "text", min: 1, max: 50 },
        description: "Zone or subzone at the second end.",
      },
      {
        name: "Pipe1",
        required: false,
        values: { kind: "text", min: 1, max: 50 },
        description: "First pipe of the link.",
      },
      {
        name: "Pipe2",
        required: false,
        values: { kind: "text", min: 1, max: 50 },
        description: "Second pipe of the link.",
      },
    ],
  },
  {
    name: "LinkDelete",
    description: "Deletes a link.",
    parameters: [
      {
        name: "LinkId",
        required: true,
        values: { kind: "integer", min: 1, max: 3000 },
        description: "Index of the link.",
      },
    ],
  },
  {
    name: "PipeAdd",
    description: "Adds a pipe.",
    parameters: [
      {
        name: "PipeName",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Name of the pipe.",
      },
      {
        name: "TotalMode",
        required: false,
        values: { kind: "oneOf", values: ["Unlimited", "Limited", "NoBandwidth"] },
        default: "Unlimited",
        description: "Whether the total bandwidth is limited.",
      },
      {
        name: "Total",
        required: false,
        values: { kind: "integer", min: 1, max: 100000000 },
        default: "500000",
        description: "Most bandwidth of all calls in kbps.",
      },
      {
        name: "PerCallMode",
        required: false,
        values: { kind: "oneOf", values: ["Unlimited", "Limited", "NoBandwidth"] },
        default: "Unlimited",
        description: "Whether the bandwidth of one call is limited.",
      },
      {
        name: "PerCall",
        required: false,
        values: { kind: "integer", min: 1, max: 100000000 },
        default: "1920",
        description: "Most bandwidth of one call in kbps.",
      },
    ],
  },
  {
    name: "PipeDelete",
    description: "Deletes a pipe.",
    parameters: [
      {
        name: "PipeId",
        required: true,
        values: { kind: "integer", min: 1, max: 1000 },
        description: "Index of the pipe.",
      },
    ],
  },
] as const satisfies readonly Command[];
