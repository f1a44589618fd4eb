/** The values of the item AccessLevel, from the least to the most. Administrator Guide, "User accounts". */
export const ACCESS_LEVELS = ["Auditor", "ReadOnly", "ReadWrite"] as const;

export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** The ways in to a peer: the pages, XML and REST, SSH. */
export type WayIn = "web" | "api" | "shell";

/** An account as it is now. */
export interface Account {
  readonly name: string;
  readonly access: AccessLevel;
  readonly enabled: boolean;
  readonly ways: Readonly<Record<WayIn, boolean>>;
  /** The row of the configuration that it is; absent for the built-in accounts. */
  readonly row?: number;
  /** The groups of the directory that it is in; absent for an account of this peer. */
  readonly groups?: readonly string[];
}

/** Whether an access level has all that another has. */
export const reaches = (level: AccessLevel, wanted: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(wanted);

/** Administrator Guide, "User accounts": `admin` alone has the CLI beside pages and API, `root` has the shell alone. */
export const builtInAccounts: Readonly<Record<"admin" | "root", Account>> = {
  admin: { name: "admin", access: "ReadWrite", enabled: true, ways: { web: true, api: true, shell: true } },
  root: { name: "root", access: "ReadWrite", enabled: true, ways: { web: false, api: false, shell: true } },
};

/** @returns undefined for a name that is nobody's built-in account */
export function builtInAccount(name: string): Account | undefined {
  return name === "admin" || name === "root" ? builtInAccounts[name] : undefined;
}
