import type { Command } from "../types.ts";

/** Registrations and who may register. Names and arguments: X14 command reference, older VCS guides. */
export const registrationsCommands = [
  {
    name: "AllowListAdd",
    description: "Adds an entry to the Allow List.",
    parameters: [
      {
        name: "PatternString",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias, or part of one, that the entry is about.",
      },
      {
        name: "PatternType",
        required: false,
        values: { kind: "oneOf", values: ["Exact", "Prefix", "Suffix", "Regex"] },
        default: "Exact",
        description: "How the pattern is compared with an alias.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 64 },
        description: "Remark about the entry.",
      },
    ],
  },
  {
    name: "AllowListDelete",
    description: "Deletes an entry of the Allow List.",
    parameters: [
      {
        name: "AllowListId",
        required: true,
        values: { kind: "integer", min: 1, max: 2500 },
        description: "Index of the entry of the Allow List.",
      },
    ],
  },
  {
    name: "DenyListAdd",
    description: "Adds an entry to the Deny List.",
    parameters: [
      {
        name: "PatternString",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias, or part of one, that the entry is about.",
      },
      {
        name: "PatternType",
        required: false,
        values: { kind: "oneOf", values: ["Exact", "Prefix", "Suffix", "Regex"] },
        default: "Exact",
        description: "How the pattern is compared with an alias.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 64 },
        description: "Remark about the entry.",
      },
    ],
  },
  {
    name: "DenyListDelete",
    description: "Deletes an entry of the Deny List.",
    parameters: [
      {
        name: "DenyListId",
        required: true,
        values: { kind: "integer", min: 1, max: 2500 },
        description: "Index of the entry of the Deny List.",
      },
    ],
  },
  {
    name: "FindRegistration",
    description: "Shows the registrations of an alias on this peer.",
    parameters: [
      {
        name: "Alias",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias to look for.",
      },
    ],
  },
  {
    name: "RemoveRegistration",
    description: "Ends a registration, given by its index or its serial number.",
    parameters: [
      {
        name: "Registration",
        required: false,
        values: { kind: "integer", min: 1, max: 3750 },
        description: "Index of the registration.",
      },
      {
        name: "RegistrationSerialNumber",
        required: false,
        values: { kind: "text", min: 1, max: 255 },
        description: "Serial number of the registration.",
      },
    ],
  },
] as const satisfies readonly Command[];
