import type { StatusElement, StatusNode } from "../types.ts";

const challenges = [
  { name: "PingSent", type: "integer" },
  { name: "PingReceived", type: "integer" },
  { name: "AuthSent", type: "integer" },
  { name: "AuthReceived", type: "integer" },
  { name: "AuthFailures", type: "integer" },
] as const satisfies readonly StatusElement[];

const service = [
  { name: "DisplayName", type: "string" },
  {
    name: "Failures",
    children: [
      { name: "AuthenticationFailure", type: "boolean" },
      { name: "ConfigurationFailure", type: "boolean" },
    ],
  },
  {
    name: "Messages",
    children: [
      { name: "Sent", type: "integer" },
      { name: "LastSentTime", type: "string" },
      { name: "Received", type: "integer" },
      { name: "LastReceivedTime", type: "string" },
    ],
  },
  {
    name: "Errors",
    children: [
      { name: "SIPErrors", type: "integer" },
      { name: "LastSIPError", type: "integer" },
      { name: "LastSIPErrorTime", type: "string" },
      { name: "SIPProxyErrors", type: "integer" },
      { name: "LastSIPProxyError", type: "string" },
      { name: "LastSIPProxyErrorTime", type: "string" },
      { name: "ServiceErrors", type: "integer" },
      { name: "LastServiceErrorTime", type: "string" },
    ],
  },
  {
    name: "BasicPing",
    children: [
      { name: "Sent", type: "integer" },
      { name: "Received", type: "integer" },
    ],
  },
  { name: "Digest", children: challenges },
  { name: "NTLM", children: challenges },
] as const satisfies readonly StatusElement[];

/** Delegated credential checking by domain and by zone, as in X8.11.3 status.xml; the layout of X8.1 is not known. */
export const sipServiceNodes = [
  {
    name: "SipServiceDomains",
    cliOrder: null,
    xmlOrder: 24,
    assumed: true,
    children: [{ name: "Domain", index: "[1..n]", children: service }],
  },
  {
    name: "SipServiceZones",
    cliOrder: null,
    xmlOrder: 25,
    assumed: true,
    children: [{ name: "Zone", index: "[1..n]", children: service }],
  },
] as const satisfies readonly StatusNode[];
