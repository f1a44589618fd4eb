import type { StatusNode } from "../types.ts";

/** Protection and certification. Names and orders: X8.11.3 status.xml. */
export const securityNodes = [
  {
    name: "Certification",
    cliOrder: null,
    xmlOrder: 30,
    xmlOneLine: true,
    assumed: true,
    children: [{ name: "Mode", type: "string" }],
  },
  {
    name: "IntrusionProtection",
    cliOrder: null,
    xmlOrder: 33,
    xmlOneLine: true,
    children: [
      {
        name: "Service",
        children: [
          { name: "State", type: "string" },
          { name: "ActiveCategories", type: "integer" },
        ],
      },
      {
        name: "Category",
        index: "[1..n]",
        children: [
          { name: "Name", type: "string" },
          { name: "TotalBans", type: "integer" },
          { name: "CurrentBans", type: "integer" },
          { name: "TotalFails", type: "integer" },
          { name: "CurrentFails", type: "integer", passing: true },
        ],
      },
    ],
  },
  {
    name: "Fips",
    cliOrder: null,
    xmlOrder: 34,
    xmlOneLine: true,
    assumed: true,
    children: [{ name: "Mode", type: "string" }],
  },
] as const satisfies readonly StatusNode[];
