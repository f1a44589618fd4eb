import type { RevocationScope } from "../certificates/server-security.ts";
import type { Configuration } from "../../configuration/configuration.ts";

/** What is configured on Users > LDAP configuration. */
export interface DirectorySettings {
  /** A name, an address, or the domain whose records lead to the servers; blank until it is configured. */
  readonly server: string;
  readonly resolvedBy: "address record" | "service record";
  readonly port: number;
  readonly encrypted: boolean;
  readonly revocation: RevocationScope;
  /** Binds are by SASL DIGEST-MD5 with a user name, not by a name of the directory and the password itself. */
  readonly sasl: boolean;
  readonly bindDn: string;
  readonly bindUsername: string;
  readonly bindPassword: string;
  readonly accountsBase: string;
  /** Administrator Guide: blank is the same as that of accounts. */
  readonly groupsBase: string;
  /** Levels of groups within groups, the first being the groups that an account itself is in. */
  readonly nestedDepth: number;
}

export function directorySettings(configuration: Configuration): DirectorySettings {
  const accountsBase = configuration.get("Login Remote LDAP BaseDN Accounts");
  const byService = configuration.get("Login Remote LDAP Server FQDNResolution") === "SRVRecord";
  return {
    server: configuration.get("Login Remote LDAP Server Address"),
    resolvedBy: byService ? "service record" : "address record",
    port: configuration.integer("Login Remote LDAP Server Port"),
    encrypted: configuration.get("Login Remote LDAP Encryption") !== "Off",
    revocation: configuration.get("Login Remote LDAP CRLCheck") as RevocationScope,
    sasl: configuration.get("Login Remote LDAP SASL") !== "None",
    bindDn: configuration.get("Login Remote LDAP VCS BindDN"),
    bindUsername: configuration.get("Login Remote LDAP VCS BindUsername"),
    bindPassword: configuration.get("Login Remote LDAP VCS BindPassword"),
    accountsBase,
    groupsBase: configuration.get("Login Remote LDAP BaseDN Groups") || accountsBase,
    nestedDepth: configuration.integer("Login Remote LDAP SearchOptimize NestedDepth"),
  };
}

/** What alarm 35004 names and is not configured. */
export function missingSettings({ server, bindDn, accountsBase }: DirectorySettings): readonly string[] {
  return [
    ...(server === "" ? ["Server address"] : []),
    ...(bindDn === "" ? ["Bind DN"] : []),
    ...(accountsBase === "" ? ["Base DN for accounts"] : []),
  ];
}
