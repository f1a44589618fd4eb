import type { StatusElement } from "../types.ts";

// Branches and values that occur in several nodes.

export const serviceStates = ["Inactive", "Initializing", "Active", "Failed"] as const;
export const listenerStates = ["Active", "Inactive", "Failed"] as const;
export const peerStates = ["Unknown", "Active", "Failed"] as const;

/** Bandwidth in kbps: that of this peer's calls, and that of all peers' calls. */
export const bandwidthUsage = {
  name: "Bandwidth",
  children: [
    { name: "LocalUsage", type: "integer" },
    { name: "ClusterUsage", type: "integer" },
  ],
} as const satisfies StatusElement;

/** Now, most at once since the restart, and all since the restart. */
export const counters = [
  { name: "Current", type: "integer" },
  { name: "Max", type: "integer" },
  { name: "Total", type: "integer" },
] as const satisfies readonly StatusElement[];

export const aliasElements = [
  { name: "Type", type: "enum", values: ["E164", "H323Id", "Email", "Url", "IPAddress", "Prefix", "Suffix"] },
  { name: "Origin", type: "enum", values: ["Endpoint", "LDAP", "Combined", "Unknown"] },
  { name: "Value", type: "string" },
] as const satisfies readonly StatusElement[];

/** The calls that go through a zone, link or pipe, by call ID. */
export const callReferences = {
  name: "Calls",
  children: [{ name: "Call", index: "[0..900]", children: [{ name: "CallID", type: "integer", assumed: true }] }],
  presentWhen: "calls in progress",
} as const satisfies StatusElement;
