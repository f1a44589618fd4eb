import type { Command } from "../types.ts";

/** Feedback and external applications. Names and arguments: X14 command reference, older VCS guides. */
export const feedbackCommands = [
  {
    name: "ExtAppStatusAdd",
    description: "Publishes the status of an external application; for developers.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 64 },
        description: "Name of the application.",
      },
      {
        name: "Filename",
        required: true,
        values: { kind: "text", min: 0, max: 255 },
        description: "File that holds its status.",
      },
    ],
    assumed: true,
  },
  {
    name: "ExtAppStatusDelete",
    description: "Withdraws the status of an external application; for developers.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 64 },
        description: "Name of the application.",
      },
    ],
    assumed: true,
  },
  {
    name: "FeedbackDeregister",
    description: "Ends a feedback registration.",
    parameters: [
      {
        name: "ID",
        required: false,
        values: { kind: "integer", min: 1, max: 3 },
        description: "Place of the registration.",
      },
    ],
  },
  {
    name: "FeedbackRegister",
    description: "Has changes and events posted to a URL.",
    parameters: [
      {
        name: "ID",
        required: false,
        values: { kind: "integer", min: 1, max: 3 },
        description: "Place of the registration.",
      },
      {
        name: "URL",
        required: true,
        values: { kind: "text", min: 1, max: 256 },
        description: "Where to post.",
      },
      {
        name: "Expression",
        index: "[1..15]",
        required: false,
        values: { kind: "text", min: 1, max: 256 },
        description: "What to post: a path such as Status/Zones or Event/CallConnected.",
      },
    ],
  },
] as const satisfies readonly Command[];
