import type { Command } from "../types.ts";

/** Automated protection. The product has pages for it; no source shows commands. */
export const protectionCommands = [
  {
    name: "IntrusionProtectionExemptionAdd",
    description: "Exempts a range of addresses from automated protection.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 15, format: "ipv4Address" },
        description: "First address of the range.",
      },
      {
        name: "PrefixLength",
        required: false,
        values: { kind: "integer", min: 0, max: 32 },
        default: "32",
        description: "Number of bits that the addresses of the range have in common.",
      },
    ],
    assumed: true,
  },
  {
    name: "IntrusionProtectionExemptionDelete",
    description: "Deletes an exemption from automated protection.",
    parameters: [
      {
        name: "ExemptionId",
        required: true,
        values: { kind: "integer", min: 1, max: 1000 },
        description: "Index of the exemption.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
