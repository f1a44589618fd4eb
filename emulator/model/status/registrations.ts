import type { StatusNode } from "../types.ts";
import { aliasElements } from "./elements.ts";

/** Registrations on this peer. Names and orders: X7.2.1 capture (TechNote 118675), older VCS guides. */
export const registrationNodes = [
  {
    name: "Registrations",
    cliOrder: 13,
    xmlOrder: 12,
    children: [
      {
        name: "Registration",
        index: "[1..3750]",
        children: [
          { name: "Protocol", type: "enum", values: ["H323", "SIP"] },
          { name: "Node", type: "string" },
          { name: "SerialNumber", type: "string" },
          { name: "CreationTime", type: "string", assumed: true },
          { name: "Duration", type: "integer", passing: true, assumed: true },
          { name: "SecondsSinceLastRefresh", type: "integer", passing: true, assumed: true },
          { name: "SecondsToExpiry", type: "integer", passing: true, assumed: true },
          { name: "VendorInfo", type: "string" },
          {
            name: "H323",
            presentWhen: "Protocol is H323",
            children: [
              { name: "Type", type: "enum", values: ["Endpoint", "MCU", "Gateway", "Gatekeeper", "MCUGateway"] },
              { name: "CallSignalAddresses", children: [{ name: "Address", index: "[1..10]", type: "string" }] },
              { name: "RASAddresses", children: [{ name: "Address", index: "[1..10]", type: "string" }] },
              { name: "Apparent", type: "string", assumed: true },
              { name: "Prefix", index: "[1..200]", type: "string", presentWhen: "MCU or Gateway" },
              { name: "Aliases", children: [{ name: "Alias", index: "[1..50]", children: aliasElements }] },
              {
                name: "Traversal",
                type: "enum",
                values: ["Assent", "H46018"],
                presentWhen: "traversal registration",
              },
              { name: "OutOfResources", type: "boolean", presentWhen: "MCU or Gateway" },
            ],
          },
          {
            name: "SIP",
            presentWhen: "Protocol is SIP",
            children: [
              { name: "AOR", type: "string" },
              { name: "Contact", type: "string" },
              { name: "Path", children: [{ name: "URI", index: "[1..10]", type: "string" }], assumed: true },
            ],
          },
          { name: "Authenticated", type: "boolean" },
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
