import type { Command } from "../types.ts";

/** Accounts and credentials. Names and arguments: X14 command reference, older VCS guides. */
export const accountsCommands = [
  {
    name: "AdminAccountAdd",
    description: "Adds a local administrator account.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 128 },
        description: "Name of the account.",
      },
      {
        name: "Password",
        required: true,
        values: { kind: "secret", min: 1, max: 1024 },
        description: "Password of the account.",
      },
      {
        name: "AccessAPI",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether the account may use the API.",
      },
      {
        name: "AccessWeb",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether the account may use the web pages.",
      },
      {
        name: "Enabled",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether the account may log in.",
      },
    ],
  },
  {
    name: "AdminAccountDelete",
    description: "Deletes a local administrator account.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 128 },
        description: "Name of the account.",
      },
    ],
  },
  {
    name: "AdminGroupAdd",
    description: "Adds an administrator group.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 128 },
        description: "Name of the group, as in the directory.",
      },
      {
        name: "AccessAPI",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether members may use the API.",
      },
      {
        name: "AccessWeb",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether members may use the web pages.",
      },
      {
        name: "Enabled",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether members may log in.",
      },
    ],
  },
  {
    name: "AdminGroupDelete",
    description: "Deletes an administrator group.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 128 },
        description: "Name of the group.",
      },
    ],
  },
  {
    name: "CredentialAdd",
    description: "Adds an entry to the local authentication database.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "User name that a device authenticates with.",
      },
      {
        name: "Password",
        required: true,
        values: { kind: "secret", min: 1, max: 128 },
        description: "Password that a device authenticates with.",
      },
    ],
  },
  {
    name: "CredentialDelete",
    description: "Deletes an entry of the local authentication database.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "User name of the entry.",
      },
    ],
  },
] as const satisfies readonly Command[];
