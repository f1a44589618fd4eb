import type { RestResource } from "./resource.ts";

const noConnectors = "X8.1 has no connectors";
const noXcp = "X8.1 has no XMPP servers and keeps no certificates for them";
const noCallRecords = "the twin has no call detail record service; /api/management/status/call/call has the calls";

/** What monitoring programs and connectors read, and the documents outside `/api`. */
export const managementResources: readonly RestResource[] = [
  {
    path: "/api/management/status/alarm",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Alarm",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/call/call",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS", "CLI-BAN", "CLI-NODE"],
    noun: "Call",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/registration/registration",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Registration",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/resourceusage",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Resource usage",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/licensemanager/licensepool",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "License pool",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/licensemanager/licensepoollimits",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Limit of the license pool",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/system",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-CDB"],
    noun: "System",

    served: { kind: "elsewhere", by: "a table of status" },
  },
  {
    path: "/api/management/status/<failban>",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-BAN"],
    noun: "Banned address",
    methodsAssumed: true,
    served: {
      kind: "absent",
      reason: "the twin has no such table; of the one of banned addresses the path is not known",
    },
  },
  {
    path: "/api/management/configuration/service/name/<name>",
    methods: ["POST"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-CDB"],
    noun: "Service",

    served: { kind: "absent", reason: "the twin has no services that are switched by this table" },
  },
  {
    path: "/api/management/configuration/cafe/cafeblobconfiguration",
    methods: ["GET"],
    category: "management",
    since: "X8.5",
    sources: ["CLI-CDB"],
    noun: "Connector configuration",

    served: { kind: "absent", reason: noConnectors },
  },
  {
    path: "/api/management/configuration/cafe/cafeblobconfiguration/name/<name>",
    methods: ["GET", "POST", "DELETE"],
    category: "management",
    since: "X8.5",
    sources: ["CLI-CDB"],
    noun: "Connector configuration",

    served: { kind: "absent", reason: noConnectors },
  },
  {
    path: "/api/management/configuration/cafe/cafestaticconfiguration/name/<name>",
    methods: ["POST"],
    category: "management",
    since: "X8.5",
    sources: ["CLI-CDB"],
    noun: "Connector configuration",

    served: { kind: "absent", reason: noConnectors },
  },
  {
    path: "/api/management/configuration/xcp/cucmcerts",
    methods: ["GET"],
    category: "management",
    since: "not known",
    sources: ["CLI-CERT"],
    noun: "Certificate",

    served: { kind: "absent", reason: noXcp },
  },
  {
    path: "/api/management/configuration/xcp/xcpcerts",
    methods: ["GET"],
    category: "management",
    since: "not known",
    sources: ["CLI-CERT"],
    noun: "Certificate",

    served: { kind: "absent", reason: noXcp },
  },
  {
    path: "/api/management/commands/result/certs",
    methods: ["GET"],
    category: "management",
    since: "not known",
    sources: ["CLI-CERT"],
    noun: "Certificate",

    served: { kind: "absent", reason: "what the command tells is not known" },
  },
  {
    path: "/api/management/commands/result/domaincerts",
    methods: ["GET"],
    category: "management",
    since: "not known",
    sources: ["CLI-CERT"],
    noun: "Certificate",

    served: { kind: "absent", reason: "what the command tells is not known" },
  },
  {
    path: "/api/external/callusage/get_all_records",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Call detail record",

    served: { kind: "absent", reason: noCallRecords },
  },
  {
    path: "/api/external/callusage/get_records_for_interval",
    methods: ["GET"],
    category: "management",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Call detail record",

    served: { kind: "absent", reason: noCallRecords },
  },
  {
    path: "/getxml",
    methods: ["GET"],
    category: "standalone",
    since: "X8.1",
    sources: ["CLI-VCS"],
    noun: "Part of a document",

    served: { kind: "elsewhere", by: "the XML interface" },
  },
  {
    path: "/status.xml",
    methods: ["GET"],
    category: "standalone",
    since: "X8.1",
    sources: ["CLI-PY"],
    noun: "Status",

    served: { kind: "elsewhere", by: "the XML interface" },
  },
  {
    path: "/alternatesconfiguration.xml",
    methods: ["GET"],
    category: "standalone",
    since: "X8.1",
    sources: ["CG154-TS"],
    noun: "Configuration of the cluster",

    served: { kind: "elsewhere", by: "the XML interface" },
  },
  {
    path: "/statustablexml",
    methods: ["GET"],
    category: "standalone",
    since: "X8 era (assumed)",
    sources: ["CLI-VCS"],
    noun: "Tables of the Overview page",

    served: { kind: "elsewhere", by: "the pages" },
  },
];
