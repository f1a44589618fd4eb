import type { StatusElement, StatusNode } from "../types.ts";
import { aliasElements } from "./elements.ts";
import { mediaElement } from "./call-media.ts";

const aliases = {
  name: "Aliases",
  children: [{ name: "Alias", index: "[1..n]", children: aliasElements }],
} as const satisfies StatusElement;

const leg = {
  name: "Leg",
  index: "[1..300]",
  children: [
    { name: "Protocol", type: "enum", values: ["H323", "SIP"] },
    {
      name: "H323",
      presentWhen: "Protocol is H323",
      assumed: true,
      children: [{ name: "CallSignalAddress", type: "string" }, aliases],
    },
    {
      name: "SIP",
      presentWhen: "Protocol is SIP",
      children: [
        { name: "Address", type: "string" },
        { name: "Transport", type: "enum", values: ["UDP", "TCP", "TLS"] },
        aliases,
      ],
    },
    {
      name: "Targets",
      presentWhen: "calling leg",
      children: [{ name: "Target", index: "[1..n]", children: aliasElements }],
    },
    { name: "Source", presentWhen: "called leg", children: [aliases] },
    { name: "BandwidthNode", type: "string" },
    {
      name: "Registration",
      presentWhen: "party registered here",
      children: [
        { name: "ID", type: "integer" },
        { name: "SerialNumber", type: "string" },
        { name: "VendorInfo", type: "string" },
      ],
    },
    { name: "VendorInfo", type: "string", presentWhen: "party not registered here", assumed: true },
    { name: "Cause", type: "string", assumed: true },
    { name: "Reason", type: "string", assumed: true },
    {
      name: "EncryptionType",
      type: "enum",
      values: ["None", "DES", "AES-128", "AES-GCM-128"],
    },
    { name: "CheckCode", type: "string", assumed: true },
  ],
} as const satisfies StatusElement;

const session = {
  name: "Session",
  index: "[1..300]",
  children: [
    {
      name: "Status",
      type: "enum",
      values: ["Unknown", "Searching", "Failed", "Cancelled", "Completed", "Active", "Connected"],
    },
    { name: "MediaRouted", type: "boolean" },
    { name: "CallRouted", type: "boolean" },
    {
      name: "Participants",
      children: [
        { name: "Leg", index: "[1..2]", type: "integer" },
        { name: "Incoming", children: [{ name: "Leg", type: "integer" }] },
        { name: "Outgoing", children: [{ name: "Leg", type: "integer" }] },
      ],
    },
    {
      name: "Bandwidth",
      children: [
        { name: "Requested", type: "integer" },
        { name: "Allocated", type: "integer" },
      ],
    },
    {
      // Names of zones and links in turn, from end to end.
      name: "Route",
      children: [
        {
          name: "Hop",
          index: "[1..n]",
          children: [
            { name: "Zone", type: "string", presentWhen: "the hop is a zone" },
            { name: "Link", type: "string", presentWhen: "the hop is a link" },
          ],
        },
      ],
    },
    mediaElement,
  ],
} as const satisfies StatusElement;

/** Calls in progress. Names and order of a call record of X8.11; what of it X8.1 printed is not known. */
export const callNodes = [
  {
    name: "Calls",
    cliOrder: 8,
    xmlOrder: 7,
    children: [
      {
        name: "Call",
        index: "[1..900]",
        children: [
          { name: "SerialNumber", type: "string" },
          { name: "BoxSerialNumber", type: "string", assumed: true },
          { name: "Tag", type: "string" },
          { name: "SIPVariant", type: "string", assumed: true },
          { name: "State", type: "enum", values: ["Connecting", "Connected", "Disconnecting"] },
          { name: "StartTime", type: "string" },
          { name: "InitialCall", type: "boolean", assumed: true },
          { name: "Licensed", type: "boolean", assumed: true },
          { name: "LicensedAsTraversal", type: "boolean", assumed: true },
          { name: "SourceAlias", type: "string", assumed: true },
          { name: "DestinationAlias", type: "string", assumed: true },
          { name: "ToLocalB2BUA", type: "boolean", assumed: true },
          { name: "Audio", type: "boolean", assumed: true },
          {
            name: "License",
            assumed: true,
            children: [
              { name: "Traversal", type: "integer" },
              { name: "NonTraversal", type: "integer" },
              { name: "CollaborationEdge", type: "integer" },
            ],
          },
          { name: "Duration", type: "integer", passing: true },
          { name: "Legs", children: [leg] },
          { name: "Sessions", children: [session] },
        ],
      },
    ],
  },
] as const satisfies readonly StatusNode[];
