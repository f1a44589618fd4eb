import type { StatusNode } from "../types.ts";
import { bandwidthUsage, callReferences } from "./elements.ts";

/** Links and pipes. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const bandwidthNodes = [
  {
    name: "Links",
    cliOrder: 11,
    xmlOrder: 10,
    children: [
      {
        name: "Link",
        index: "[1..3000]",
        children: [{ name: "Name", type: "string" }, bandwidthUsage, callReferences],
      },
    ],
  },
  {
    name: "Pipes",
    cliOrder: 12,
    xmlOrder: 11,
    children: [
      {
        name: "Pipe",
        index: "[1..1000]",
        children: [{ name: "Name", type: "string" }, bandwidthUsage, callReferences],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
