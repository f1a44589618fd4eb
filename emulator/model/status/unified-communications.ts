import type { StatusNode } from "../types.ts";

/** Mobile and remote access as in X8.11.3 status.xml; the layout of X8.1 is not known. */
export const unifiedCommunicationsNodes = [
  {
    name: "CollaborationEdge",
    cliOrder: null,
    xmlOrder: 20,
    xmlOneLine: true,
    assumed: true,
    children: [
      { name: "HTTPAllowListAuto", type: "string" },
      {
        name: "HTTPAllowListManual",
        children: [{ name: "DefaultMethods", children: [{ name: "Method", index: "[1..n]", type: "string" }] }],
      },
      { name: "HTTPAllowListTests", type: "string" },
      { name: "CMSs", type: "string" },
      { name: "CUCMs", type: "string" },
      { name: "Domains", type: "string" },
      { name: "Tunnels", type: "string" },
      {
        name: "Portforwarding",
        children: [
          { name: "Mesh", children: [{ name: "Status", type: "string" }] },
          { name: "Server", children: [{ name: "Status", type: "string" }] },
        ],
      },
      {
        name: "Authentication",
        children: [
          { name: "LegacyCred", type: "boolean" },
          { name: "LegacySSO", type: "boolean" },
          { name: "OAuthLocal", type: "boolean" },
          { name: "OAuthSSO", type: "boolean" },
          { name: "InternalCheck", type: "boolean" },
          { name: "AllowEmbeddedSafari", type: "boolean" },
        ],
      },
      { name: "UCxNs", type: "string" },
      { name: "CUPs", type: "string" },
    ],
  },
  {
    name: "EdgeConfigProvisioning",
    cliOrder: null,
    xmlOrder: 32,
    xmlOneLine: true,
    assumed: true,
    children: [{ name: "Status", type: "string" }],
  },
  {
    name: "HTTPProxy",
    cliOrder: null,
    xmlOrder: 35,
    xmlOneLine: true,
    assumed: true,
    children: [{ name: "Status", type: "string" }],
  },
  {
    name: "XMPP",
    cliOrder: null,
    xmlOrder: 40,
    xmlOneLine: true,
    assumed: true,
    children: [
      { name: "system-status", children: [{ name: "jabberd", children: [{ name: "status", type: "string" }] }] },
    ],
  },
] as const satisfies readonly StatusNode[];
