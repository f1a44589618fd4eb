import type { Command } from "../types.ts";

/** Alarms. Names and arguments: X14 command reference, older VCS guides. */
export const alarmsCommands = [
  {
    name: "WarningAcknowledge",
    description: "Acknowledges an alarm of this peer.",
    parameters: [
      {
        name: "WarningID",
        required: true,
        values: { kind: "text", min: 36, max: 36 },
        description: "UUID of the alarm.",
      },
    ],
    assumed: true,
  },
  {
    name: "WarningLower",
    description: "Lowers an alarm of this peer.",
    parameters: [
      {
        name: "WarningID",
        required: true,
        values: { kind: "text", min: 36, max: 36 },
        description: "UUID of the alarm.",
      },
    ],
    assumed: true,
  },
  {
    name: "WarningRaise",
    description: "Raises an alarm of this peer.",
    parameters: [
      {
        name: "WarningID",
        required: true,
        values: { kind: "text", min: 36, max: 36 },
        description: "UUID of the alarm.",
      },
      {
        name: "WarningText",
        required: true,
        values: { kind: "text", min: 0, max: 255 },
        description: "Details of the alarm.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
