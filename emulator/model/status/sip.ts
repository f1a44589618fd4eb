import type { StatusElement, StatusNode } from "../types.ts";
import { listenerStates } from "./elements.ts";

const listener = [
  { name: "Status", type: "enum", values: listenerStates },
  { name: "Address", type: "string", presentWhen: "Status is Active" },
] as const satisfies readonly StatusElement[];

const listeners = [
  { name: "UDP", children: listener },
  { name: "TCP", children: listener },
  { name: "TLS", children: listener },
] as const satisfies readonly StatusElement[];

/** One row of the socket table; its item number is the handle of the socket, the newest first. */
const transportSocket = [
  {
    name: "Socket",
    children: [
      { name: "Type", type: "enum", values: ["SERV_UDP", "SERV_TCP", "SERV_TLS", "TLS_OUTG"] },
      { name: "State", type: "enum", values: ["INUSE"], assumed: true },
      {
        name: "ID",
        children: [
          { name: "Local", type: "integer" },
          { name: "Global", type: "integer" },
        ],
      },
      {
        name: "Buffer",
        children: [
          { name: "Input", children: [{ name: "Length", type: "integer" }] },
          { name: "Output", children: [{ name: "Length", type: "integer" }] },
        ],
      },
    ],
  },
  { name: "Local", children: [{ name: "Address", type: "string" }] },
  { name: "Remote", children: [{ name: "Address", type: "string" }] },
  { name: "Network", children: [{ name: "Number", type: "integer" }] },
  { name: "Certificate", children: [{ name: "Subject", children: [{ name: "Name", type: "string" }] }] },
  { name: "TLS", children: [{ name: "Cipher", children: [{ name: "Name", type: "string" }] }] },
  { name: "Last", children: [{ name: "Packet", children: [{ name: "Received", type: "integer" }] }] },
  { name: "Close", children: [{ name: "In", type: "integer" }] },
  { name: "Secure", type: "boolean" },
  { name: "X509", children: [{ name: "Certificate", children: [{ name: "Verified", type: "boolean" }] }] },
  {
    name: "Queue",
    children: [
      { name: "Max", children: [{ name: "Size", type: "integer" }] },
      { name: "Add", children: [{ name: "Failures", type: "integer" }] },
    ],
  },
  { name: "Flow", children: [{ name: "Token", type: "string" }] },
] as const satisfies readonly StatusElement[];

/** SIP listeners and sockets. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const sipNodes = [
  {
    name: "SIP",
    cliOrder: 14,
    xmlOrder: 13,
    children: [
      {
        name: "Ethernet",
        index: "[1..2]",
        children: [
          { name: "IPv4", children: listeners },
          { name: "IPv6", children: listeners },
        ],
      },
      {
        name: "Transport",
        children: [
          { name: "Server", index: "[1..n]", children: transportSocket },
          { name: "Client", index: "[1..n]", children: transportSocket },
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
