import type { StatusElement, StatusNode } from "../types.ts";
import { listenerStates } from "./elements.ts";

const listener = [
  { name: "Status", type: "enum", values: listenerStates },
  { name: "IPv4", children: [{ name: "Address", type: "string" }], presentWhen: "Status is Active" },
] as const satisfies readonly StatusElement[];

/** H.323 listeners. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const h323Nodes = [
  {
    name: "H323",
    cliOrder: 15,
    xmlOrder: 14,
    children: [
      { name: "Registration", children: listener },
      { name: "CallSignaling", children: listener },
      { name: "Assent", children: [{ name: "CallSignaling", children: listener }] },
      { name: "H46018", children: [{ name: "CallSignaling", children: listener }] },
    ],
  },
] as const satisfies readonly StatusNode[];
