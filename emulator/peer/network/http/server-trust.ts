import type { SecureOptions } from "../../../world/secure-connection.ts";

/** How the peer judges the certificates of the servers that it posts to over TLS. */
export interface ServerTrust {
  /** A management server, by the name that its certificate has to be for. */
  ofManager(name: string): SecureOptions;
}
