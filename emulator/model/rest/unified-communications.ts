import type { RestResource } from "./resource.ts";

const noAllowList = "the twin has no reverse proxy, and so no HTTP allow list";
const noServers = "the twin knows no Unified CM and no IM and Presence servers";
const turn = "Traversal Server TURN";

/** Mobile and remote access, the servers behind it, and TURN. */
export const unifiedCommunicationsResources: readonly RestResource[] = [
  {
    path: "/api/provisioning/configuration/allowlist/autopaths",
    methods: ["GET"],
    category: "standalone",
    since: "X8.9.1",
    sources: ["RG810"],
    noun: "Allow list",
    methodsAssumed: true,
    served: { kind: "absent", reason: noAllowList },
  },
  {
    path: "/api/provisioning/configuration/allowlist/control",
    methods: ["GET", "PUT"],
    category: "standalone",
    since: "X8.9.1",
    sources: ["RG810"],
    noun: "Allow list",
    methodsAssumed: true,
    served: { kind: "absent", reason: noAllowList },
  },
  {
    path: "/api/provisioning/configuration/allowlist/manualpaths",
    methods: ["GET", "POST", "DELETE"],
    category: "standalone",
    since: "X8.9.1",
    sources: ["RG810"],
    noun: "Allow list",
    methodsAssumed: true,
    served: { kind: "absent", reason: noAllowList },
  },
  {
    path: "/api/provisioning/common/mra",
    methods: ["GET", "PUT"],
    category: "common",
    since: "X8.8",
    sources: ["RG88", "RG810", "CLI-PY"],
    noun: "Mobile and remote access",
    messages: { PUT: "Operation was successful" },
    served: {
      kind: "single",
      members: [
        { name: "Enabled", value: { kind: "item", item: "CollaborationEdge Enabled" } },
        { name: "SSO", value: { kind: "fixed", value: "Off", reason: "X8.1 has no single sign-on" } },
      ],
    },
  },
  {
    path: "/api/provisioning/controller/server/cucm",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "controller",
    since: "X8.8",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Unified CM server",

    served: { kind: "absent", reason: noServers },
  },
  {
    path: "/api/provisioning/controller/server/imp",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "controller",
    since: "X8.8",
    sources: ["RG89", "RG810"],
    noun: "IM and Presence server",

    served: { kind: "absent", reason: noServers },
  },
  {
    path: "/api/provisioning/controller/b2bua/microsoftinterop/restartservice",
    methods: ["POST"],
    category: "controller",
    since: "not known",
    sources: ["AG150-IF"],
    noun: "B2BUA service",

    served: { kind: "absent", reason: "the twin runs no B2BUA" },
  },
  {
    path: "/api/provisioning/edge/xmpp",
    methods: ["GET", "PUT"],
    category: "edge",
    since: "X8.9",
    sources: ["RG89"],
    noun: "XMPP federation",
    methodsAssumed: true,
    served: { kind: "absent", reason: "X8.1 has no XMPP federation" },
  },
  {
    path: "/api/provisioning/edge/traversal/turn",
    methods: ["GET", "PUT"],
    category: "edge",
    since: "not known",
    sources: ["CLI-PY"],
    noun: "TURN",
    methodsAssumed: true,
    served: {
      kind: "single",
      members: [
        { name: "Mode", assumed: true, value: { kind: "item", item: `${turn} Mode` } },
        { name: "Port", assumed: true, value: { kind: "item", item: `${turn} Port` } },
        { name: "PortRangeStart", assumed: true, value: { kind: "item", item: `${turn} PortRangeStart` } },
        { name: "PortRangeEnd", assumed: true, value: { kind: "item", item: `${turn} PortRangeEnd` } },
        {
          name: "DelegatedCredentialChecking",
          assumed: true,
          value: { kind: "item", item: `${turn} Authentication Remote Mode` },
        },
        { name: "AuthenticationRealm", assumed: true, value: { kind: "item", item: `${turn} Authentication Realm` } },
        { name: "MediaPortStart", assumed: true, value: { kind: "item", item: `${turn} Media Port Start` } },
        { name: "MediaPortEnd", assumed: true, value: { kind: "item", item: `${turn} Media Port End` } },
      ],
    },
  },
];
