import type { Command } from "../types.ts";

/** Unified Communications. Names and arguments: X14 command reference, older VCS guides. */
export const unifiedCommunicationsCommands = [
  {
    name: "CUCMConfigAdd",
    description: "Adds a Unified CM publisher; the twin does not look up its cluster.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the publisher.",
      },
      {
        name: "Axlpassword",
        required: true,
        values: { kind: "secret", min: 1, max: 128 },
        description: "Password of the AXL user.",
      },
      {
        name: "Axlusername",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name of the AXL user.",
      },
      {
        name: "CertValidationDisabled",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether the publisher's certificate is left unchecked.",
      },
    ],
    assumed: true,
  },
  {
    name: "CUCMConfigDelete",
    description: "Deletes a Unified CM publisher.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the publisher.",
      },
    ],
    assumed: true,
  },
  {
    name: "XMPPDelete",
    description: "Deletes an IM and Presence publisher.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the publisher.",
      },
    ],
    assumed: true,
  },
  {
    name: "XMPPDiscovery",
    description: "Adds an IM and Presence publisher; the twin does not look up its nodes.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the publisher.",
      },
      {
        name: "Axlpassword",
        required: true,
        values: { kind: "secret", min: 1, max: 128 },
        description: "Password of the AXL user.",
      },
      {
        name: "Axlusername",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name of the AXL user.",
      },
      {
        name: "CertValidationDisabled",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether the publisher's certificate is left unchecked.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
