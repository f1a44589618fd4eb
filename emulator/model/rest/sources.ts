/** Where a resource or a name was read. */
export const restSources = {
  SG20: "Cisco Expressway REST API Summary Guide, June 2020",
  SG142: "Cisco Expressway REST API Summary Guide X14.2, August 2022",
  RG88: "Cisco Expressway REST API Reference Guide X8.8, some pages",
  RG89: "Cisco VCS REST API Reference Guide X8.9, contents only",
  RG810: "Cisco Expressway REST API Reference Guide X8.10, contents only",
  "AG150-IF": "Cisco Expressway Administrator Guide X15.0, chapter on interfaces",
  RN1425: "Cisco Expressway release notes X14.2.5",
  "CG154-TS": "Cisco Expressway Cluster Guide X15.4, chapter on troubleshooting",
  "CLI-PY": "an open-source Python client with its tests",
  "CLI-DIAG": "an open-source script that collects diagnostic logs",
  "CLI-CAP": "an open-source tool that captures diagnostic logs",
  "CLI-VCS": "an open-source monitoring program",
  "CLI-BAN": "an open-source report of banned addresses",
  "CLI-NODE": "an open-source dashboard",
  "CLI-CDB": "integration tests of connectors on the box",
  "CLI-CERT": "an open-source report of certificates",
  "CLI-LIC": "a small open-source script about licenses",
  "CLI-SL": "a small open-source script about smart licensing",
} as const;

export type RestSource = keyof typeof restSources;
