/** One log that a peer keeps. A row is enough for the pages, the command shell, root's files and snapshots to have it. */
export interface LogKind {
  readonly kind: string;
  /** As pages and the command shell name it. */
  readonly title: string;
  /** Its keyword in the command shell, which is also the name of its file. */
  readonly keyword: "eventlog" | "configlog" | "networklog";
  /** Of its lines at a syslog server (Administrator Guide, "Logging": 16 administrator, 17 configuration, 22 network). */
  readonly facility: "local0" | "local1" | "local6";
}

export const logKinds = [
  { kind: "event", title: "Event Log", keyword: "eventlog", facility: "local0" },
  { kind: "configuration", title: "Configuration Log", keyword: "configlog", facility: "local1" },
  { kind: "network", title: "Network Log", keyword: "networklog", facility: "local6" },
] as const satisfies readonly LogKind[];

export type LogKindName = (typeof logKinds)[number]["kind"];
