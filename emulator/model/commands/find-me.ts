import type { Command } from "../types.ts";

/** FindMe accounts and groups. No source has commands for them: names and arguments are ours. */
export const findMeCommands = [
  {
    name: "FindMeAccountAdd",
    description: "Adds a FindMe account.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name that the user logs in with.",
      },
      {
        name: "Password",
        required: true,
        values: { kind: "secret", min: 1, max: 1024 },
        description: "Password that the user logs in with.",
      },
      {
        name: "FindMeID",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias that reaches the user on any device.",
      },
      {
        name: "PrincipalDevice",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Address or alias of the first of the user's own devices.",
      },
      {
        name: "DisplayName",
        required: false,
        values: { kind: "text", min: 0, max: 128 },
        description: "Name of the user in phone books.",
      },
      {
        name: "PhoneNumber",
        required: false,
        values: { kind: "text", min: 0, max: 60, format: "digits" },
        description: "Number that H.323 calls of the user show.",
      },
      {
        name: "FindMeType",
        required: false,
        values: { kind: "oneOf", values: ["Individual", "GroupOfPeople"] },
        default: "Individual",
        description: "Whether the account is that of one person or of a group.",
      },
    ],
    assumed: true,
  },
  {
    name: "FindMeAccountDelete",
    description: "Deletes a FindMe account.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name that the user logs in with.",
      },
    ],
    assumed: true,
  },
  {
    name: "FindMeGroupAdd",
    description: "Adds a FindMe group.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name of the group, as in the directory.",
      },
      {
        name: "Enabled",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether members may log in.",
      },
    ],
    assumed: true,
  },
  {
    name: "FindMeGroupDelete",
    description: "Deletes a FindMe group.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name of the group.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
