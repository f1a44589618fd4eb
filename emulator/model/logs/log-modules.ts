/** Levels of the modules, from the one that writes least to the one that writes most. */
export const moduleLevels = ["FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"] as const;

export type ModuleLevel = (typeof moduleLevels)[number];

/** The level of every module unless somebody sets another. */
export const STANDARD_LEVEL: ModuleLevel = "INFO";

/** At these levels a module tells so much that alarm 25019 stands. */
export const verboseLevels: readonly ModuleLevel[] = ["DEBUG", "TRACE"];

/** A module that writes to the Network Log. */
export interface NetworkModule {
  readonly name: string;
  /** Its number in `Logger Network <number> Level`. No source tells which module has which. */
  readonly logger: 1 | 2 | 3 | 4 | 5 | 6;
  /** What it tells of. */
  readonly tells: string;
  /** What it tells of does not happen here, so it writes nothing. */
  readonly unwritten?: true;
}

export const networkModules = [
  { name: "network.dns", logger: 1, tells: "queries to DNS servers and their answers" },
  { name: "network.h323", logger: 2, tells: "H.225.0 RAS messages sent and received" },
  { name: "network.http", logger: 3, tells: "requests to HTTP servers and how they ended" },
  { name: "network.ldap", logger: 4, tells: "requests to the LDAP server and their results" },
  { name: "network.sip", logger: 5, tells: "SIP messages", unwritten: true },
  { name: "network.tcp", logger: 6, tells: "TCP connections that the peer opens and accepts for itself" },
] as const satisfies readonly NetworkModule[];

export type NetworkModuleName = (typeof networkModules)[number]["name"];

/**
 * Modules of the Support Log. An X8.11 box lists some 250 of them; the name of the second is seen there, the others are
 * assumed. Nothing of the twin writes to the Support Log: their levels are stored only, and count for alarm 25019.
 */
export const supportModules = [
  "developer.clusterdb",
  "developer.clusterpeerstatus",
  "developer.management",
  "developer.replication",
  "developer.web",
] as const;

export type SupportModuleName = (typeof supportModules)[number];
