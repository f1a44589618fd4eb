import type { Command } from "../types.ts";

/** The system as a whole: restarts, option keys, defaults, the forced copy of the configuration. Names and arguments: X14 command reference, older VCS guides. */
export const systemCommands = [
  {
    name: "Boot",
    description: "Reboots the system at once, without a question.",
    parameters: [],
  },
  {
    name: "ClearAllStatus",
    description: "Clears the status and the history.",
    parameters: [],
    assumed: true,
  },
  {
    name: "DefaultValuesSet",
    aliases: ["DefaultValueSet"],
    description: "Sets configuration back to its defaults.",
    parameters: [
      {
        name: "Level",
        required: true,
        values: { kind: "integer", min: 1, max: 3 },
        description: "1: most items; 2: remote login too; 3: every critical item too.",
      },
    ],
  },
  {
    name: "Fips",
    description: "Controls FIPS140-2 mode.",
    parameters: [
      {
        name: "Command",
        required: false,
        values: { kind: "oneOf", values: ["leave", "enter", "status"] },
        description: "Enter or leave the mode, or show it.",
      },
    ],
  },
  {
    name: "ForceConfigUpdate",
    description:
      "Deletes the configuration of this peer and copies that of the primary; never to be run on the primary.",
    parameters: [],
  },
  {
    name: "OptionKeyAdd",
    description: "Adds an option key in the next free place.",
    parameters: [
      {
        name: "Key",
        required: true,
        values: { kind: "text", min: 0, max: 90 },
        description: "The option key.",
      },
    ],
  },
  {
    name: "OptionKeyDelete",
    description: "Deletes an option key.",
    parameters: [
      {
        name: "OptionKeyId",
        required: true,
        values: { kind: "integer", min: 1, max: 64 },
        description: "Index of the option key.",
      },
    ],
  },
  {
    name: "Restart",
    description: "Restarts the application at once, without a question.",
    parameters: [],
  },
  {
    name: "Securemode",
    description: "Controls advanced account security.",
    parameters: [
      {
        name: "Command",
        required: true,
        values: { kind: "oneOf", values: ["on", "off", "status"] },
        description: "Switch the mode on or off, or show it.",
      },
    ],
  },
] as const satisfies readonly Command[];
