import type { StatusNode } from "../types.ts";
import { serviceStates } from "./elements.ts";

/** The management server, feedback, raised alarms, log modules. Names and orders: X7.2.1 capture, X8.11.3 status.xml. */
export const managementNodes = [
  {
    name: "ExternalManager",
    cliOrder: 5,
    xmlOrder: 4,
    children: [
      { name: "Status", type: "enum", values: serviceStates },
      { name: "Cause", type: "string", presentWhen: "Status is Failed" },
      { name: "Address", type: "string", presentWhen: "Status is Active" },
      { name: "Protocol", type: "enum", values: ["HTTP", "HTTPS"], presentWhen: "Status is Active" },
      { name: "URL", type: "string", presentWhen: "Status is Active or Failed" },
    ],
  },
  {
    name: "Feedback",
    index: "[1..3]",
    cliOrder: 6,
    xmlOrder: 5,
    children: [
      { name: "Status", type: "enum", values: ["On", "Off"] },
      { name: "URL", type: "string", presentWhen: "Status is On" },
      { name: "Expression", index: "[1..15]", type: "string", presentWhen: "Status is On" },
    ],
  },
  {
    // The item number is the place of the alarm type in the list of all types sorted by UUID (checked on three X8.11.3 alarms).
    name: "Warnings",
    cliOrder: null,
    xmlOrder: 39,
    xmlOneLine: true,
    children: [
      {
        name: "Warning",
        index: "[1..n]",
        children: [
          { name: "ID", type: "string" },
          { name: "Reason", type: "string" },
          { name: "State", type: "enum", values: ["Unacknowledged", "Acknowledged"] },
        ],
      },
    ],
  },
  {
    name: "Loggers",
    cliOrder: null,
    xmlOrder: 18,
    assumed: true,
    children: [
      {
        name: "Logger",
        index: "[1..260]",
        children: [
          { name: "Module", type: "string" },
          { name: "TraceLevel", type: "string" },
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
