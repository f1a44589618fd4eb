import type { ValueSpace } from "../types.ts";

// Enumerations that several items share.

export const onOff = { kind: "oneOf", values: ["On", "Off"] } as const satisfies ValueSpace;
export const yesNo = { kind: "oneOf", values: ["Yes", "No"] } as const satisfies ValueSpace;
export const patternType = {
  kind: "oneOf",
  values: ["Exact", "Prefix", "Suffix", "Regex"],
} as const satisfies ValueSpace;
export const bandwidthMode = {
  kind: "oneOf",
  values: ["Limited", "Unlimited", "NoBandwidth"],
} as const satisfies ValueSpace;
export const authenticationPolicy = {
  kind: "oneOf",
  values: ["DoNotCheckCredentials", "TreatAsAuthenticated", "CheckCredentials"],
} as const satisfies ValueSpace;
export const mediaEncryption = {
  kind: "oneOf",
  values: ["Off", "On", "BestEffort", "Auto"],
} as const satisfies ValueSpace;
export const enabledDisabled = { kind: "oneOf", values: ["Enabled", "Disabled"] } as const satisfies ValueSpace;
export const allowDeny = { kind: "oneOf", values: ["Allow", "Deny"] } as const satisfies ValueSpace;
export const httpProtocol = { kind: "oneOf", values: ["HTTP", "HTTPS"] } as const satisfies ValueSpace;
export const recordRouteAddress = { kind: "oneOf", values: ["IP", "Hostname"] } as const satisfies ValueSpace;
export const sipTransport = { kind: "oneOf", values: ["UDP", "TCP", "TLS"] } as const satisfies ValueSpace;
export const traversalTransport = { kind: "oneOf", values: ["TCP", "TLS"] } as const satisfies ValueSpace;
export const h323Traversal = { kind: "oneOf", values: ["Assent", "H46018"] } as const satisfies ValueSpace;
export const sipTraversal = { kind: "oneOf", values: ["Assent", "TURN", "ICE"] } as const satisfies ValueSpace;
export const encryption = { kind: "oneOf", values: ["Off", "TLS"] } as const satisfies ValueSpace;
export const refreshStrategy = { kind: "oneOf", values: ["Maximum", "Variable"] } as const satisfies ValueSpace;
export const revocationCheck = { kind: "oneOf", values: ["None", "Peer", "All"] } as const satisfies ValueSpace;
export const revocationFallback = { kind: "oneOf", values: ["Ignore", "Fail"] } as const satisfies ValueSpace;
export const audioCodec = {
  kind: "oneOf",
  values: [
    "G711u",
    "G711a",
    "G722_48",
    "G722_56",
    "G722_64",
    "G722_1_16",
    "G722_1_24",
    "G722_1_32",
    "G722_1_48",
    "G723_1",
    "G728",
    "G729",
    "AACLD_48",
    "AACLD_56",
    "AACLD_64",
    "AMR",
  ],
} as const satisfies ValueSpace;
export const videoCodec = {
  kind: "oneOf",
  values: ["None", "H261", "H263", "H263p", "H263pp", "H264"],
} as const satisfies ValueSpace;
export const videoResolution = {
  kind: "oneOf",
  values: ["None", "QCIF", "CIF", "4CIF", "SIF", "4SIF", "VGA", "SVGA", "XGA"],
} as const satisfies ValueSpace;
export const zoneProfile = {
  kind: "oneOf",
  values: [
    "Default",
    "Custom",
    "CiscoUnifiedCommunicationsManager",
    "CiscoUnifiedCommunicationsManagerBFCP",
    "NortelCS1000",
    "NonRegisteringDevice",
    "LocalB2BUAService",
  ],
} as const satisfies ValueSpace;
