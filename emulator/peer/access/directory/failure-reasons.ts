import { ldapResult } from "../../../../protocol/ldap/result-codes.ts";

/** Why a directory cannot be used, as Users > LDAP configuration says it (Administrator Guide, "LDAP server connection status"). */
export const failureReasons = {
  unresolved: "DNS unable to resolve LDAP server address",
  unreachable: "Failed to connect to LDAP server. Check server address and port",
  insecure: "Failed to setup TLS connection. Check your CA certificate",
  noAuthority: "There is no CA certificate installed",
  accountsBase: "Invalid Base DN for accounts",
  bindDn: "Invalid bind DN",
  credentials: "Invalid bind credentials",
  incomplete: "Unable to get configuration",
} as const;

/** A directory could not be asked. The message is a cause as above. */
export class DirectoryFailure extends Error {
  override readonly name = "DirectoryFailure";

  /** @param detail what is known beyond the cause, for the Event Log */
  constructor(
    readonly reason: string,
    readonly detail?: string,
  ) {
    super(reason);
  }
}

/** The cause that a refused bind of the peer itself stands for. */
export function bindFailure(code: number): DirectoryFailure {
  if (code === ldapResult.invalidCredentials) return new DirectoryFailure(failureReasons.credentials);
  if (code === ldapResult.invalidDnSyntax) return new DirectoryFailure(failureReasons.bindDn);
  return codeFailure(code);
}

export const codeFailure = (code: number): DirectoryFailure =>
  new DirectoryFailure(`Failure connecting to server. Returned code ${code}`);
