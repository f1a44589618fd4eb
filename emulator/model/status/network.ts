import type { StatusNode } from "../types.ts";
import { serviceStates } from "./elements.ts";

/** LAN interfaces, IP and time. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const networkNodes = [
  {
    name: "Ethernet",
    index: "[1..2]",
    cliOrder: 2,
    xmlOrder: 2,
    children: [
      { name: "MacAddress", type: "string" },
      {
        name: "Speed",
        type: "enum",
        values: ["10half", "10full", "100half", "100full", "1000full", "10000full", "Down"],
      },
      {
        name: "IPv4",
        children: [
          { name: "Address", type: "string" },
          { name: "SubnetMask", type: "string" },
        ],
      },
      { name: "IPv6", children: [{ name: "Address", type: "string" }], presentWhen: "IPv6 enabled", assumed: true },
    ],
  },
  {
    name: "IP",
    cliOrder: 4,
    xmlOrder: 3,
    children: [
      { name: "Protocol", type: "enum", values: ["IPv4", "IPv6", "Both"] },
      { name: "IPv4", children: [{ name: "Gateway", type: "string" }] },
      { name: "IPv6", children: [{ name: "Gateway", type: "string" }], presentWhen: "IPv6 enabled", assumed: true },
      {
        name: "DNS",
        xmlOneLine: true,
        children: [
          { name: "Domain", children: [{ name: "Name", type: "string" }] },
          { name: "Server", index: "[1..5]", children: [{ name: "Address", type: "string" }] },
        ],
      },
    ],
  },
  {
    // The X7.2.1 capture lacks the node; older guides and the feedback expression Status/NTP have it.
    name: "NTP",
    cliOrder: 20,
    xmlOrder: 22,
    assumed: true,
    children: [
      { name: "Status", type: "enum", values: serviceStates },
      { name: "Cause", type: "string", presentWhen: "Status is Failed" },
      { name: "Address", type: "string" },
      { name: "Port", type: "integer" },
      { name: "LastUpdate", type: "string", passing: true },
      { name: "LastCorrection", type: "integer", passing: true },
    ],
  },
  {
    // Names: API guide of the predecessor, and the feedback expression Status/LDAP. No list of X8 has it, nor its place.
    name: "LDAP",
    cliOrder: 21,
    xmlOrder: 23,
    assumed: true,
    children: [
      { name: "Status", type: "enum", values: ["Inactive", "Initializing", "Active", "Failed"] },
      { name: "Cause", type: "string", presentWhen: "Status is Failed" },
      { name: "Address", type: "string", presentWhen: "the address of a server is known" },
      { name: "Port", type: "integer", presentWhen: "the address of a server is known" },
    ],
  },
] as const satisfies readonly StatusNode[];
